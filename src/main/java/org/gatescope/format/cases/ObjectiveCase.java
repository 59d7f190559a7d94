package org.gatescope.format.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Loss.Average;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.StepMask;
import org.gatescope.format.FormatException;
import org.gatescope.format.cases.ReferenceCase.Figures;
import org.gatescope.format.cases.ReferenceCase.Scores;
import tools.jackson.databind.JsonNode;

/** Reads what a case has of a read-out and its loss: {@code readOut}, {@code objective} and {@code scored}. */
final class ObjectiveCase {
    private static final String CLASSES = "classes";

    private final JsonNode root;
    private final ReadOut readOut;
    private final int batch;
    private final int rows;

    /** @param steps T */
    ObjectiveCase(JsonNode root, ReadOut readOut, int batch, int steps) {
        this.root = root;
        this.readOut = readOut;
        this.batch = batch;
        this.rows = readOut.everyStep() ? steps : 1;
    }

    /** Empty where a case has none. */
    static Optional<ReadOut> readOut(JsonNode root) throws FormatException {
        JsonNode node = root.path("readOut");
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        Activation activation = named(Keys.require(node, "activation"), "readOut activation", Activation.values());
        int outputs = activation == Activation.STATES ? 0 : Keys.size(node, "outputs");
        return Optional.of(
                new ReadOut(outputs, Keys.flag(node, "everyStep", true), activation, Keys.flag(node, "biased", true)));
    }

    /** A loss by the word that its equation has for it. @throws FormatException also if it does not go with the outputs */
    static Loss loss(JsonNode name, Average average, Activation activation) throws FormatException {
        for (Loss.Kind kind : Loss.Kind.values()) {
            Loss loss = new Loss(kind, average);
            if (kind.word().equals(name.asString("")) && loss.fits(activation)) {
                return loss;
            }
        }
        throw new FormatException(
                "case.loss", name.asString(""), activation.name().toLowerCase(Locale.ROOT));
    }

    /** Steps that are not computed have no weight. */
    Goal goal(StepMask steps) throws FormatException {
        JsonNode objective = Keys.require(root, "objective");
        Average average = objective.has("average")
                ? named(objective.path("average"), "average", Average.values())
                : Average.BATCH_AND_TIME;
        Matrix mask = objective.has("mask")
                ? Tensors.matrix(objective.path("mask"), "mask", batch, rows, false)
                : Matrix.filled(batch, rows, 1);
        double[][] weights = new double[rows * batch][1];
        for (int row = 0; row < weights.length; row++) {
            int n = row % batch;
            boolean counts = readOut.everyStep() ? !steps.isHeld(n, row / batch) : steps.count(n) > 0;
            weights[row][0] = counts ? mask.get(n, row / batch) : 0;
        }
        return new Goal(
                loss(Keys.require(objective, "loss"), average, readOut.activation()),
                targets(objective),
                Matrix.of(weights, 1));
    }

    /** Numbers, or the index of each row's class. */
    private Matrix targets(JsonNode objective) throws FormatException {
        return objective.has(CLASSES)
                ? Tensors.oneHot(Keys.require(objective, CLASSES), CLASSES, batch, rows, readOut.outputs())
                : Tensors.timeMajor(
                        Tensors.overTime(Keys.require(objective, "targets"), "targets", batch, rows, readOut.outputs()),
                        rows,
                        readOut.outputs());
    }

    /** Those that the case has. */
    List<Figures> figures() throws FormatException {
        JsonNode scored = root.path("scored");
        List<Figures> figures = new ArrayList<>();
        if (scored.has("outputs")) {
            double[][][] outputs =
                    Tensors.overTime(scored.path("outputs"), "scored outputs", batch, rows, readOut.outputs());
            figures.add(new Scores("scored outputs", Scores.What.OUTPUTS, outputs));
        }
        if (scored.has("losses")) {
            double[][][] losses = Tensors.overTime(scored.path("losses"), "scored losses", batch, rows, 1);
            figures.add(new Scores("scored losses", Scores.What.LOSSES, losses));
        }
        if (scored.has("loss")) {
            figures.add(new ReferenceCase.TotalLoss("scored loss", Keys.number(scored, "loss")));
        }
        return figures;
    }

    private static <E extends Enum<E>> E named(JsonNode name, String key, E[] values) throws FormatException {
        String wanted = name.asString("").toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(values)
                .filter(value -> value.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new FormatException("case.choice", key, name.asString("")));
    }
}
