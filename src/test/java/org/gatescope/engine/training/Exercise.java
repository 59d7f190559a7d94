package org.gatescope.engine.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.plan.NetworkPlan;

/** A small network with something to learn: each of four tokens, one-hot, is followed by the next one. */
record Exercise(Network network, NetworkInputs inputs) {
    static final int TOKENS = 4;
    static final int BATCH = 2;
    static final int STEPS = 5;

    static Exercise of(String cell) {
        return of(BuiltInCells.cell(cell));
    }

    static Exercise of(Cell cell) {
        Layer layer = new Layer(cell, 6, Directions.BOTH);
        ReadOut readOut = new ReadOut(TOKENS, true, ReadOut.Activation.SOFTMAX);
        Network network = new Network(TOKENS, List.of(layer), Optional.of(readOut));
        Map<String, Matrix> states = new LinkedHashMap<>();
        for (Part part : network.parts()) {
            part.layer()
                    .cell()
                    .states()
                    .forEach(state -> states.put(
                            part.key() + "." + state,
                            Matrix.zeros(BATCH, part.layer().width(state))));
        }
        Matrix identity = new Fill.Identity().matrix(TOKENS, TOKENS);
        Matrix input = identity.rearranged(STEPS * BATCH, TOKENS, row -> (row / BATCH + row % BATCH) % TOKENS);
        Matrix targets = identity.rearranged(STEPS * BATCH, TOKENS, row -> (row / BATCH + row % BATCH + 1) % TOKENS);
        Loss loss = new Loss(Loss.Kind.CATEGORICAL_CROSS_ENTROPY, Loss.Average.BATCH_AND_TIME);
        NetworkInputs inputs = new NetworkInputs(
                initialiser(3).parameters(network),
                input,
                Collections.nCopies(BATCH, STEPS),
                0,
                states,
                Matrix.zeros(STEPS * BATCH, network.width()),
                states,
                Optional.of(new Goal(loss, targets, Matrix.filled(STEPS * BATCH, 1, 1))));
        return new Exercise(network, inputs);
    }

    static Initialiser initialiser(long seed) {
        Initialiser.Distribution glorot = new Initialiser.Distribution(Initialiser.Kind.GLOROT, 1);
        Initialiser.Distribution orthogonal = new Initialiser.Distribution(Initialiser.Kind.ORTHOGONAL, 1);
        return new Initialiser(glorot, orthogonal, glorot, 0, 1, seed);
    }

    Snapshot start() {
        return Snapshot.first(inputs.parameters());
    }

    NetworkPlan plan() {
        return NetworkPlan.of(network, BATCH, STEPS);
    }

    static Training training(int epochs) {
        return training(0.1, epochs);
    }

    static Training training(double rate, int epochs) {
        return new Training(
                new Optimizer.Adam(0.9, 0.999, 1e-8),
                new LearningRate.Constant(rate),
                new Clipping.ByNorm(1),
                0,
                epochs);
    }
}
