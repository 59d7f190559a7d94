package org.gatescope.reference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.Truncation;

/**
 * Small networks of any make: built-in and random cells on one another, in any directions, on sequences of any lengths,
 * with embedding, read-out and loss or without. What stands at steps that are skipped or beyond the end
 * of a sequence is now and then no number.
 */
public final class RandomNetworks {
    private static final List<String> CORNERS =
            List.of("relu", "abs", "sign", "step", "hard_sigmoid", "hard_sigmoid_6");

    private final Random random;
    private final Random masks;
    private final Random drops;
    private final Random shortcuts;

    private RandomNetworks(long seed) {
        random = new Random(seed * 6151 + 29);
        masks = new Random(seed * 7919 + 3);
        drops = new Random(seed * 4211 + 7);
        shortcuts = new Random(seed * 4391 + 17);
    }

    /** The same network and the same numbers for the same seed. */
    public static NetworkProblem any(long seed) {
        RandomNetworks drawn = new RandomNetworks(seed);
        return drawn.problem(drawn.network(List.of(Directions.values()), false));
    }

    /** One whose functions have a slope everywhere. */
    public static NetworkProblem smooth(long seed) {
        RandomNetworks drawn = new RandomNetworks(seed);
        return drawn.problem(drawn.network(List.of(Directions.values()), true));
    }

    /** One that goes forward alone, so that it can be run chunk by chunk. */
    public static NetworkProblem forward(long seed) {
        RandomNetworks drawn = new RandomNetworks(seed);
        return drawn.problem(drawn.network(List.of(Directions.FORWARD), false));
    }

    /** A single layer in both directions side by side, nothing below it and nothing on it. */
    public static NetworkProblem bothWays(long seed) {
        RandomNetworks drawn = new RandomNetworks(seed);
        Layer layer = drawn.layer(List.of(Directions.BOTH), false).withMerging(Merging.CONCATENATION);
        return drawn.problem(new Network(drawn.size(), List.of(layer), Optional.empty()));
    }

    /** One without sequences. */
    public static NetworkProblem empty(long seed) {
        RandomNetworks drawn = new RandomNetworks(seed);
        return drawn.problem(drawn.network(List.of(Directions.values()), false), 0);
    }

    private Network network(List<Directions> directions, boolean isSmooth) {
        List<Layer> layers = new ArrayList<>();
        for (int depth = 1 + random.nextInt(4); depth > 0; depth--) {
            layers.add(layer(directions, isSmooth));
        }
        Optional<Embedding> embedding = random.nextInt(3) == 0 ? Optional.of(new Embedding(size())) : Optional.empty();
        Optional<ReadOut> readOut = random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(new ReadOut(size(), random.nextBoolean(), oneOf(List.of(Activation.values()))));
        int inputs = size();
        int read = embedding.map(Embedding::columns).orElse(inputs);
        return new Network(inputs, embedding, Network.fitting(carryingPast(layers), read), readOut);
    }

    /** Every other network has shortcuts; one that adds is there where the widths happen to agree, which small ones often do. */
    private List<Layer> carryingPast(List<Layer> layers) {
        boolean carries = shortcuts.nextBoolean();
        return layers.stream()
                .map(layer -> carries
                        ? layer.withShortcut(Shortcut.values()[shortcuts.nextInt(Shortcut.values().length)])
                        : layer)
                .toList();
    }

    private Layer layer(List<Directions> directions, boolean isSmooth) {
        Cell cell = cell();
        while (isSmooth && CORNERS.stream().anyMatch(cell.source()::contains)) {
            cell = cell();
        }
        return new Layer(cell, size(), oneOf(directions), oneOf(List.of(Merging.values())))
                .withDropout(
                        drops.nextInt(3) > 0 ? Dropout.NONE : new Dropout(drops.nextDouble(), drops.nextBoolean()));
    }

    private Cell cell() {
        return random.nextBoolean()
                ? BuiltInCells.cell(oneOf(BuiltInCells.names()))
                : Cell.parse(RandomCells.text(random.nextInt(10_000)));
    }

    private NetworkProblem problem(Network network) {
        return problem(network, size());
    }

    private NetworkProblem problem(Network network, int batch) {
        int steps = random.nextInt(6);
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters().forEach((name, size) -> parameters.put(name, normal(size[0], size[1], 0.5)));
        Map<String, Matrix> initial = new LinkedHashMap<>();
        Map<String, Matrix> last = new LinkedHashMap<>();
        for (Network.Part part : network.parts()) {
            for (String state : part.layer().cell().states()) {
                initial.put(part.key() + "." + state, normal(batch, part.layer().width(state), 0.5));
                last.put(part.key() + "." + state, normal(batch, part.layer().width(state), 1));
            }
        }
        StepMask mask = mask(random.ints(batch, 0, steps + 1).boxed().toList(), steps);
        NetworkInputs inputs = new NetworkInputs(
                parameters,
                spoiltBeyond(mask, input(network, steps * batch)),
                mask,
                DropoutMasks.drawn(network, batch, steps, drops.nextLong()).switched(drops.nextInt(8) > 0),
                Truncation.chunks(random.nextBoolean() ? 0 : 1 + random.nextInt(steps + 1)),
                initial,
                spoiltBeyond(mask, normal(steps * batch, network.width(), 1)),
                last,
                random.nextInt(6) == 0
                        ? Optional.empty()
                        : network.readOut().map(readOut -> goal(readOut, batch, steps)));
        return new NetworkProblem(network, batch, steps, inputs);
    }

    /** Tokens, mostly, where there is an embedding. */
    private Matrix input(Network network, int rows) {
        Matrix numbers = normal(rows, network.inputs(), 1);
        if (network.embedding().isEmpty() || random.nextInt(4) == 0) {
            return numbers;
        }
        double[][] tokens = new double[rows][network.inputs()];
        for (double[] token : tokens) {
            token[random.nextInt(token.length)] = 1;
        }
        return Matrix.of(tokens, network.inputs());
    }

    /** Every other network skips steps, front ones, last ones or any. */
    private StepMask mask(List<Integer> lengths, int steps) {
        BitSet skipped = new BitSet();
        boolean skips = masks.nextBoolean();
        for (int row = 0; skips && row < steps * lengths.size(); row++) {
            skipped.set(row, masks.nextInt(3) == 0);
        }
        return new StepMask(lengths).skipping(lengths, skipped);
    }

    private Matrix spoiltBeyond(StepMask mask, Matrix overTime) {
        int batch = mask.lengths().size();
        double spoilt = oneOf(List.of(0.0, 1e300, Double.NaN, Double.POSITIVE_INFINITY));
        Matrix waste = Matrix.filled(1, overTime.columns(), spoilt);
        Matrix spoiltTable = overTime;
        for (int row = 0; row < overTime.rows(); row++) {
            boolean isHeld = mask.isHeld(row % batch, row / batch);
            spoiltTable = isHeld ? spoiltTable.withRows(row, 1, waste) : spoiltTable;
        }
        return spoiltTable;
    }

    private Goal goal(ReadOut readOut, int batch, int steps) {
        List<Loss.Kind> kinds = new ArrayList<>();
        for (Loss.Kind kind : Loss.Kind.values()) {
            if (new Loss(kind, Loss.Average.SUM).fits(readOut.activation())) {
                kinds.add(kind);
            }
        }
        Loss loss = new Loss(oneOf(kinds), oneOf(List.of(Loss.Average.values())));
        int rows = readOut.everyStep() ? steps * batch : batch;
        boolean areSigns = loss.kind() == Loss.Kind.HINGE;
        Matrix targets = normal(rows, readOut.outputs(), 1)
                .map(value -> areSigns ? Math.signum(value) : 1 / (1 + Math.exp(-value)));
        Matrix weights = Matrix.filled(rows, 1, 1).map(one -> oneOf(List.of(0.0, 0.5, 1.0, 1.0)));
        return new Goal(loss, targets, weights);
    }

    private int size() {
        return 1 + random.nextInt(3);
    }

    private Matrix normal(int rows, int columns, double scale) {
        return Matrix.zeros(rows, columns).map(zero -> scale * random.nextGaussian());
    }

    private <E> E oneOf(List<E> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
