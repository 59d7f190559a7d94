package org.gatescope.format.weights;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Block;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.found.StoredParameter;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.session.Objective;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;

/**
 * What of a file becomes a session.
 *
 * @param found      the recurrent network
 * @param embedding  a table (V, D) that stands before it
 * @param dense      a layer that reads its output
 * @param activation what is made of that layer's logits, which no file says
 */
public record ImportedModel(
        FoundNetwork found, Optional<NamedTensor> embedding, Optional<DenseTables> dense, Activation activation) {
    private static final int STEPS = 8;
    private static final int SEED = 1;

    /** The whole of it. */
    public FoundNetwork whole() {
        Map<String, StoredParameter> stored = new LinkedHashMap<>();
        embedding.ifPresent(table -> stored.put(
                Embedding.TABLE,
                new StoredParameter(rows(table), found.network().inputs(), Block.at(table, 0, 0))));
        stored.putAll(found.stored());
        dense.ifPresent(layer -> {
            stored.put(ReadOut.WEIGHTS, layer.weights());
            stored.put(ReadOut.BIAS, layer.biases());
        });
        return new FoundNetwork(network(), stored, found.notes());
    }

    /** With embedding and read-out. */
    private Network network() {
        Network own = found.network();
        return new Network(
                embedding.map(ImportedModel::rows).orElse(own.inputs()),
                embedding.map(table -> new Embedding(own.inputs())),
                own.layers(),
                dense.map(layer -> new ReadOut(layer.outputs(), true, activation)));
    }

    /**
     * The model as a session with one sequence to begin with: a drawn input, or the first tokens of the embedding. Without
     * a dense layer the loss is the sum of the last outputs, so that there are gradients to look at. It is evaluated, not
     * trained: nothing is dropped.
     *
     * @throws FormatException if the numbers cannot be read
     */
    public Session session(String title) throws FormatException {
        FoundNetwork whole = whole();
        Network own = whole.network();
        Network bare = new Network(own.inputs(), own.embedding(), own.layers(), Optional.empty());
        Session zeros = Session.zeros(title, bare, 1, STEPS);
        Session read = Reshape.withReadOut(zeros, own.readOut()).change().session();
        Map<String, Matrix> parameters = whole.parameters();
        Session filled = read.withNumbers(numbers -> numbers.withParameters(parameters)
                        .withDropout(numbers.dropout().switched(false)))
                .with(new TableId.Input(0), input(own.inputs()));
        return own.readOut().isPresent() ? aimed(filled) : withUpstream(filled);
    }

    private static Session withUpstream(Session session) {
        TableId last = new TableId.Upstream(0);
        double[][] ones = {new double[session.network().width()]};
        Arrays.fill(ones[0], 1);
        return session.edit(last, upstream -> upstream.withBlock(STEPS - 1, 0, ones));
    }

    /** A language model aims at the next token, another one at the first class: without a target there is no gradient. */
    private Session aimed(Session session) {
        if (embedding.isPresent() && session.canAimAtNextToken()) {
            return session.withAim(Objective.Aim.NEXT_TOKEN);
        }
        return activation.isOfClasses()
                ? session.withObjective(aim -> aim.withTargets(firstClass(aim.targets())))
                : session;
    }

    private static Matrix firstClass(Matrix targets) {
        double[][] ones = new double[targets.rows()][1];
        Arrays.fill(ones, new double[] {1});
        return targets.withBlock(0, 0, ones);
    }

    private static int rows(NamedTensor table) {
        return table.dimensions().size(0);
    }

    private Matrix input(int width) {
        if (embedding.isEmpty()) {
            return new Fill.Normal(1, SEED).matrix(STEPS, width);
        }
        double[][] tokens = new double[STEPS][width];
        for (int step = 0; step < STEPS; step++) {
            tokens[step][step % width] = 1;
        }
        return Matrix.of(tokens, width);
    }
}
