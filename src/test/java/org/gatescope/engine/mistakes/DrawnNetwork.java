package org.gatescope.engine.mistakes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.reference.RandomCells;

/** A network and the numbers of one run. */
record DrawnNetwork(Network network, int batch, int steps, NetworkInputs inputs) {
    static final StepUpdate UPDATE = new StepUpdate(0.05, false);

    /** Any mixture of cells, depths, directions, lengths and chunks, with or without embedding and read-out. */
    static DrawnNetwork of(long seed) {
        Draw draw = new Draw(seed);
        List<Layer> layers = Stream.generate(() -> draw.layer(draw.cell()))
                .limit(1 + draw.random.nextInt(3))
                .toList();
        return draw.network(layers);
    }

    /** A network of one layer, in any directions. */
    static DrawnNetwork of(Cell cell, long seed) {
        Draw draw = new Draw(seed);
        return draw.network(List.of(draw.layer(cell)));
    }

    /** One layer, read forward, whose sequences are all of the same length. */
    static DrawnNetwork oneLayer(Cell cell, int batch, int steps) {
        Network network = new Network(2, List.of(new Layer(cell, 3, Layer.Directions.FORWARD)), Optional.empty());
        List<Integer> lengths = Collections.nCopies(batch, steps);
        return new DrawnNetwork(network, batch, steps, NetworkNumbers.drawn(network, lengths, steps, 9));
    }

    /** The run of the compiled engine. */
    NetworkTrace right() {
        return NetworkPlan.of(network, batch, steps).run(inputs);
    }

    /** The interpreter's, with mistakes or without. */
    MistakenTrace run(Mistake... mistakes) {
        return run(Set.of(mistakes), Map.of());
    }

    MistakenTrace run(Set<Mistake> mistakes, Map<String, Matrix> gradientsLeft) {
        return new MistakenRun(mistakes, UPDATE, gradientsLeft).of(network, batch, steps, inputs);
    }

    private static final class Draw {
        private final Random random;

        private Draw(long seed) {
            random = new Random(seed * 31 + 5);
        }

        private Layer layer(Cell cell) {
            return new Layer(cell, 1 + random.nextInt(4), oneOf(Directions.values()));
        }

        private Cell cell() {
            return random.nextBoolean()
                    ? BuiltInCells.cell(BuiltInCells.names()
                            .get(random.nextInt(BuiltInCells.names().size())))
                    : Cell.parse(RandomCells.text(random.nextInt(1000)));
        }

        private DrawnNetwork network(List<Layer> layers) {
            int inputs = 1 + random.nextInt(4);
            Optional<Embedding> embedding =
                    random.nextInt(3) == 0 ? Optional.of(new Embedding(1 + random.nextInt(3))) : Optional.empty();
            Optional<ReadOut> readOut = random.nextInt(3) == 0
                    ? Optional.of(new ReadOut(1 + random.nextInt(3), random.nextBoolean(), oneOf(Activation.values())))
                    : Optional.empty();
            Network network = new Network(inputs, embedding, layers, readOut);
            int batch = 1 + random.nextInt(3);
            int steps = 1 + random.nextInt(5);
            return new DrawnNetwork(network, batch, steps, inputs(network, batch, steps));
        }

        private NetworkInputs inputs(Network network, int batch, int steps) {
            Map<String, Matrix> parameters = new LinkedHashMap<>();
            network.parameters().forEach((name, size) -> parameters.put(name, normal(0.5, size[0], size[1])));
            boolean ragged = random.nextBoolean();
            List<Integer> lengths = new ArrayList<>();
            for (int n = 0; n < batch; n++) {
                lengths.add(ragged ? random.nextInt(steps + 1) : steps);
            }
            return new NetworkInputs(
                    parameters,
                    normal(1, steps * batch, network.inputs()),
                    lengths,
                    truncation(steps),
                    states(network, batch),
                    normal(1, steps * batch, network.width()),
                    states(network, batch),
                    network.readOut().map(dense -> goal(dense, batch, steps)));
        }

        private Truncation truncation(int steps) {
            return switch (random.nextInt(5)) {
                case 0 -> new Truncation.Chunks(1 + random.nextInt(steps));
                case 1 -> new Truncation.Window(random.nextInt(steps));
                default -> Truncation.NONE;
            };
        }

        private Goal goal(ReadOut dense, int batch, int steps) {
            int rows = dense.everyStep() ? batch * steps : batch;
            Loss.Kind kind = Loss.Kind.of(dense.activation());
            Matrix weights = normal(1, rows, 1).map(value -> value > -0.5 ? 1 : 0);
            return new Goal(new Loss(kind, oneOf(Loss.Average.values())), normal(1, rows, dense.outputs()), weights);
        }

        private Map<String, Matrix> states(Network network, int batch) {
            Map<String, Matrix> states = new LinkedHashMap<>();
            network.parts()
                    .forEach(part -> part.layer()
                            .cell()
                            .states()
                            .forEach(state -> states.put(
                                    part.key() + "." + state,
                                    normal(0.5, batch, part.layer().width(state)))));
            return states;
        }

        private Matrix normal(double sigma, int rows, int columns) {
            return new Fill.Normal(sigma, random.nextLong()).matrix(rows, columns);
        }

        private <E> E oneOf(E[] values) {
            return values[random.nextInt(values.length)];
        }
    }
}
