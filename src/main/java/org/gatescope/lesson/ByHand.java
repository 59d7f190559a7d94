package org.gatescope.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.session.Objective;
import org.gatescope.session.Session;
import org.gatescope.session.Vocabulary;

/**
 * Sessions whose numbers can be computed by hand: whatever comes out, forward and backward, is an integer or a half and is
 * small. One layer reads a short sequence; one output of its last step is compared with a target.
 *
 * @param cell  of the layer
 * @param units H
 * @param steps T
 */
public record ByHand(Cell cell, int units, int steps) {
    /** More of them are no work for a hand. */
    public static final int MOST_UNITS = 4;

    public static final int MOST_STEPS = 8;

    private static final int INPUTS = 2;
    /** A sequence of drawings: few are needed for a simple network, more for a longer one. */
    private static final int TRIES = 20_000;

    private static final double LARGEST = 20;
    private static final double[] WEIGHTS = {-2, -1, -1, 0, 1, 1, 2};
    private static final double[] BIASES = {-1, 0, 0, 1};
    private static final double[] SIGNALS = {-1, 0, 1, 1, 2};

    /** @throws IllegalArgumentException if it is too large for a hand */
    public ByHand {
        if (units < 1 || units > MOST_UNITS || steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException(units + " units, " + steps + " steps");
        }
    }

    /**
     * The session of a seed, always the same one.
     *
     * @param copy others of the same seed have other numbers
     * @return empty if none is found, as for cells with tanh or sigmoid
     */
    public Optional<Session> session(String title, long seed, int copy) {
        Session empty = empty(title);
        Random random = new Random(seed * 1_000_003 + copy);
        if (!couldBe(empty)) {
            return Optional.empty();
        }
        NetworkPlan plan = NetworkPlan.of(empty.network(), 1, steps);
        for (int i = 0; i < TRIES; i++) {
            Session drawn = drawn(empty, random);
            if (isHandy(empty.network(), plan.run(drawn.inputs()))) {
                return Optional.of(drawn);
            }
        }
        return Optional.empty();
    }

    private Session empty(String title) {
        Layer layer = new Layer(cell, units, Layer.Directions.FORWARD);
        ReadOut readOut = new ReadOut(1, false, ReadOut.Activation.IDENTITY, false);
        Network network = new Network(INPUTS, List.of(layer), Optional.of(readOut));
        Session zeros = Session.zeros(title, new Network(INPUTS, List.of(layer), Optional.empty()), 1, steps);
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters().forEach((name, size) -> parameters.put(name, Matrix.zeros(size[0], size[1])));
        Objective objective = new Objective(
                new Loss(Loss.Kind.MEAN_SQUARED, Loss.Average.SUM),
                Objective.Aim.TABLE,
                Matrix.zeros(1, 1),
                Matrix.filled(1, 1, 1));
        return new Session(
                title,
                network,
                steps,
                zeros.numbers()
                        .withParameters(network.startingAsDeclared(parameters))
                        .withUpstream(Matrix.zeros(steps, network.width())),
                Optional.of(objective),
                Vocabulary.NONE);
    }

    /** Functions that make no integers of integers are seen at once. */
    private boolean couldBe(Session empty) {
        Random random = new Random(0);
        NetworkPlan plan = NetworkPlan.of(empty.network(), 1, steps);
        for (int i = 0; i < 200; i++) {
            NetworkTrace trace = plan.run(drawn(empty, random).inputs());
            if (all(empty.network(), trace).stream().allMatch(ByHand::isHalf)) {
                return true;
            }
        }
        return false;
    }

    private Session drawn(Session empty, Random random) {
        Map<String, Matrix> parameters = new TreeMap<>(empty.numbers().parameters());
        parameters.replaceAll((name, table) -> empty.network().fixed().contains(name)
                ? table
                : table.map(any(random, table.rows() == 1 && !name.equals(ReadOut.WEIGHTS) ? BIASES : WEIGHTS)));
        Matrix input = empty.numbers().input().map(any(random, SIGNALS));
        Matrix target = Matrix.filled(1, 1, random.nextInt(9) - 4);
        return empty.withNumbers(numbers -> numbers.withParameters(parameters).withInput(input))
                .withObjective(objective -> objective.withTargets(target));
    }

    private static DoubleUnaryOperator any(Random random, double... of) {
        return before -> of[random.nextInt(of.length)];
    }

    /** Small, in halves, and with something to see: states that change, and gradients that come back to the first step. */
    private boolean isHandy(Network network, NetworkTrace trace) {
        Part part = network.parts().getFirst();
        Trace layer = trace.part(part.key());
        return all(network, trace).stream().allMatch(value -> isHalf(value) && Math.abs(value) <= LARGEST)
                && trace.readOut().filter(out -> out.loss() != 0).isPresent()
                && cell.states().stream().allMatch(state -> isAlive(layer.value(Cell.after(state))))
                && cell.states().stream().allMatch(state -> comesBack(layer.gradient(Cell.after(state))))
                && trace.parameterGradients().values().stream()
                                .filter(ByHand::hasAny)
                                .count()
                        >= trace.parameterGradients().size()
                                - (steps == 1 ? cell.states().size() : 0)
                && cell.statements().stream()
                        .map(Assignment::name)
                        .filter(QuantityName::isPreActivation)
                        .allMatch(name -> isOffCorner(layer.value(name)))
                && (!cuts() || steps * units < 4 || cell.statements().stream().anyMatch(line -> isCut(layer, line)));
    }

    /** Whether relu, or its like, is in it. */
    private boolean cuts() {
        return cell.statements().stream().anyMatch(ByHand::cuts);
    }

    private static boolean cuts(Assignment line) {
        return line.expression() instanceof Apply(var function, Expression argument) && function.at(-2) == 0;
    }

    /** Once it has something to do. */
    private boolean isCut(Trace layer, Assignment line) {
        return cuts(line) && values(layer.value(line.name())).contains(0.0);
    }

    private static boolean isHalf(double value) {
        return value * 2 == Math.rint(value * 2);
    }

    private static boolean hasAny(Matrix table) {
        return table.sumOfSquares() > 0;
    }

    /** Each unit is once not zero, more than half of all numbers are not, and no step is as the one before. */
    private boolean isAlive(Series series) {
        int alive = 0;
        for (int unit = 0; unit < series.width(); unit++) {
            int of = 0;
            for (int t = 0; t < steps; t++) {
                of += series.at(t, 0, unit) == 0 ? 0 : 1;
            }
            if (of == 0) {
                return false;
            }
            alive += of;
        }
        for (int t = 1; t < steps; t++) {
            if (Arrays.equals(series.row(t, 0), series.row(t - 1, 0))) {
                return false;
            }
        }
        return 2 * alive > steps * series.width();
    }

    private boolean comesBack(Series gradient) {
        for (int t = 0; t < steps; t++) {
            boolean hasAny = false;
            for (double value : gradient.row(t, 0)) {
                hasAny |= value != 0;
            }
            if (!hasAny) {
                return false;
            }
        }
        return true;
    }

    /** At the corner of relu a slope is a matter of definition. */
    private boolean isOffCorner(Series preActivation) {
        for (double value : values(preActivation)) {
            if (value == 0) {
                return false;
            }
        }
        return true;
    }

    /** All numbers that are computed. */
    private static List<Double> all(Network network, NetworkTrace trace) {
        List<Double> all = new ArrayList<>();
        for (Part part : network.parts()) {
            Trace own = trace.part(part.key());
            for (Assignment line : part.layer().cell().statements()) {
                all.addAll(values(own.value(line.name())));
                all.addAll(values(own.gradient(line.name())));
            }
        }
        ReadOutTrace out = trace.readOut().orElseThrow();
        List.of(out.logits(), out.outputs(), out.losses(), out.gradient(), out.stateGradient())
                .forEach(series -> all.addAll(values(series)));
        trace.parameterGradients().values().forEach(table -> {
            for (double[] row : table.toArray()) {
                for (double value : row) {
                    all.add(value);
                }
            }
        });
        return all;
    }

    private static List<Double> values(Series series) {
        List<Double> values = new ArrayList<>();
        for (int t = 0; t < series.steps(); t++) {
            for (int n = 0; n < series.batch(); n++) {
                for (double value : series.row(t, n)) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
