package org.gatescope.format.session;

import java.util.Optional;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.ReadOut;
import org.gatescope.format.FormatException;
import org.gatescope.session.Objective;
import org.gatescope.session.Objective.Aim;
import org.gatescope.session.Split;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the read-out is compared with, in a file: targets sequence by sequence, and for each sequence what its steps count. */
final class ObjectiveJson {
    private ObjectiveJson() {}

    static ObjectNode written(Objective objective, int batch) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("loss", Members.word(objective.loss().kind()));
        node.put("average", Members.word(objective.loss().average()));
        node.put("aim", Members.word(objective.aim()));
        node.set("targets", TableJson.overTime(objective.targets(), batch));
        node.set("counts", TableJson.written(bySequence(objective.mask(), batch)));
        if (!objective.split().equals(Split.NONE)) {
            node.set("tests", written(objective.split()));
        }
        return node;
    }

    private static ObjectNode written(Split split) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("count", split.count())
                .put("chosen", Members.word(split.chosen()))
                .put("seed", split.seed());
    }

    private static Split readSplit(Members objective) throws FormatException {
        Optional<Members> node = objective.optional("tests");
        if (node.isEmpty()) {
            return Split.NONE;
        }
        Members tests = node.get();
        Split split = new Split(
                tests.whole("count", 0, SessionJson.LARGEST),
                tests.choice("chosen", Split.Chosen.class),
                tests.wholeLong("seed", Long.MIN_VALUE, Long.MAX_VALUE));
        tests.end();
        return split;
    }

    /** (T·N, 1) as (N, T). */
    private static Matrix bySequence(Matrix mask, int batch) {
        int steps = mask.rows() / batch;
        double[][] rows = new double[batch][steps];
        for (int row = 0; row < mask.rows(); row++) {
            rows[row % batch][row / batch] = mask.get(row, 0);
        }
        return Matrix.of(rows, steps);
    }

    private static Matrix byStep(Matrix counts) {
        double[][] rows = new double[counts.rows() * counts.columns()][1];
        for (int row = 0; row < rows.length; row++) {
            rows[row][0] = counts.get(row % counts.rows(), row / counts.rows());
        }
        return Matrix.of(rows, 1);
    }

    static Objective read(Members objective, ReadOut readOut, int batch, int steps) throws FormatException {
        Loss loss =
                new Loss(objective.choice("loss", Loss.Kind.class), objective.choice("average", Loss.Average.class));
        if (!loss.fits(readOut.activation())) {
            throw Members.refused("loss", Members.word(loss.kind()), Members.word(readOut.activation()));
        }
        Aim aim = objective.choice("aim", Aim.class);
        int rows = readOut.everyStep() ? steps : 1;
        JsonNode targets = objective.require("targets");
        Objective read = new Objective(
                loss,
                aim,
                TableJson.overTime(targets, batch, rows, readOut.outputs(), objective.place("targets")),
                byStep(TableJson.read(objective.require("counts"), batch, rows, objective.place("counts"))),
                readSplit(objective));
        objective.end();
        return read;
    }
}
