package org.gatescope.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.plan.NetworkPlan;

/**
 * Sessions of three layers that read both ways, forward, and both ways tied, with a read-out at every step; every number
 * of them is drawn.
 */
final class DeepNetwork {
    static final int INPUTS = 4;
    static final int STEPS = 4;
    static final List<Integer> LENGTHS = List.of(4, 2);
    static final ReadOut READ_OUT = new ReadOut(3, true, Activation.SOFTMAX);

    /** Units of a sigmoid layer are not zero, whatever their weights: only rows of zeros above keep them silent. */
    private static final List<Layer> LAYERS = List.of(
            layer("rnn-sigmoid", 3, Directions.BOTH),
            layer("lstm", 2, Directions.FORWARD),
            layer("gru", 5, Directions.TIED));

    private static final Loss LOSS = new Loss(Loss.Kind.CATEGORICAL_CROSS_ENTROPY, Loss.Average.BATCH_AND_TIME);

    private DeepNetwork() {}

    static Layer layer(String cell, int hidden, Directions directions) {
        return new Layer(BuiltInCells.cell(cell), hidden, directions);
    }

    static Session session() {
        return session(STEPS, Optional.of(READ_OUT));
    }

    static Session session(int steps, Optional<ReadOut> readOut) {
        List<Integer> lengths =
                LENGTHS.stream().map(length -> Math.min(length, steps)).toList();
        return drawn(new Network(INPUTS, LAYERS, readOut), steps, lengths);
    }

    /** Of tokens, which an embedding turns into inputs. */
    static Session embedded(int steps, ReadOut readOut) {
        Embedding embedding = new Embedding(3);
        return drawn(new Network(INPUTS, Optional.of(embedding), LAYERS, Optional.of(readOut)), steps, List.of(steps));
    }

    static Session drawn(Network network, int steps, List<Integer> lengths) {
        int batch = lengths.size();
        Network layers = new Network(network.inputs(), network.embedding(), network.layers(), Optional.empty());
        NetworkInputs zeros = Session.zeros("", layers, batch, steps).numbers();
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters().forEach((name, size) -> parameters.put(name, Matrix.zeros(size[0], size[1])));
        NetworkInputs numbers = new NetworkInputs(
                drawn(parameters, 1),
                drawn(zeros.input(), 2),
                lengths,
                0,
                drawn(zeros.initialState(), 3),
                drawn(zeros.upstream(), 4),
                drawn(zeros.finalState(), 5),
                Optional.empty());
        return new Session(
                "",
                network,
                steps,
                numbers,
                network.readOut().map(dense -> objective(dense, batch, steps)),
                Vocabulary.NONE);
    }

    private static Objective objective(ReadOut readOut, int batch, int steps) {
        int rows = readOut.everyStep() ? steps * batch : batch;
        Matrix targets = drawn(Matrix.zeros(rows, readOut.outputs()), 6).map(Math::abs);
        Loss.Kind kind = readOut.activation() == Activation.SOFTMAX ? LOSS.kind() : Loss.Kind.MEAN_SQUARED;
        Loss loss = new Loss(kind, LOSS.average());
        return new Objective(loss, Objective.Aim.TABLE, targets, Matrix.filled(rows, 1, 1));
    }

    private static Map<String, Matrix> drawn(Map<String, Matrix> zeros, long salt) {
        Map<String, Matrix> drawn = new LinkedHashMap<>();
        zeros.forEach((name, table) -> drawn.put(name, drawn(table, name.hashCode() + salt)));
        return drawn;
    }

    static Matrix drawn(Matrix zeros, long seed) {
        return new Fill.Normal(0.7, seed).matrix(zeros.rows(), zeros.columns());
    }

    static NetworkTrace run(Session session) {
        return NetworkPlan.of(session.network(), session.batch(), session.steps())
                .run(session.inputs());
    }

    static double loss(Session session) {
        return run(session).readOut().orElseThrow().loss();
    }
}
