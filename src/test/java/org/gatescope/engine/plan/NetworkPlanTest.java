package org.gatescope.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.reference.NetworkAgreement;
import org.gatescope.reference.NetworkProblem;
import org.gatescope.reference.RandomNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Networks of any make against a scalar reference and against slopes. */
@Execution(ExecutionMode.CONCURRENT)
class NetworkPlanTest {
    private static final int NETWORKS = 300;
    private static final double STEP = 1e-5;

    @Test
    void networksAgreeWithTheScalarReference() {
        long figures =
                draw(RandomNetworks::any).mapToLong(NetworkAgreement::check).sum();
        assertThat(figures).isGreaterThan(100L * NETWORKS);
    }

    @Test
    void aBatchOfNothingGivesNothing() {
        draw(RandomNetworks::empty).limit(30).forEach(NetworkAgreement::check);
    }

    /** Of each table one number, drawn. */
    @Test
    void gradientsAreSlopes() {
        Random random = new Random(3);
        draw(RandomNetworks::smooth)
                .limit(NETWORKS / 2)
                .map(problem -> problem.withChunk(0).summedWithinLengths())
                .forEach(problem -> {
                    NetworkPlan plan = NetworkPlan.of(problem.network(), problem.batch(), problem.steps());
                    NetworkInputs inputs = problem.inputs();
                    NetworkTrace trace = plan.run(inputs);
                    inputs.parameters().forEach((name, table) -> {
                        int row = random.nextInt(table.rows());
                        int column = random.nextInt(table.columns());
                        double gradient = trace.parameterGradient(name).get(row, column);
                        assertSlope(
                                problem,
                                "d." + name,
                                gradient,
                                step -> loss(
                                        plan,
                                        problem,
                                        inputs.withParameters(nudged(inputs.parameters(), name, row, column, step))));
                    });
                    for (Network.Part part : problem.network().parts()) {
                        String state = part.layer().cell().output();
                        String name = part.key() + "." + state;
                        int n = random.nextInt(problem.batch());
                        double gradient = trace.part(part.key())
                                .initialStateGradient(state)
                                .get(n, 0);
                        assertSlope(
                                problem,
                                "d. first " + name,
                                gradient,
                                step -> loss(
                                        plan,
                                        problem,
                                        inputs.withInitialState(nudged(inputs.initialState(), name, n, 0, step))));
                    }
                });
    }

    private static Stream<NetworkProblem> draw(LongFunction<NetworkProblem> make) {
        return LongStream.range(0, NETWORKS).mapToObj(make);
    }

    /** Everything that gradients are taken of. */
    private static double loss(NetworkPlan plan, NetworkProblem problem, NetworkInputs inputs) {
        NetworkTrace trace = plan.run(inputs);
        double loss = trace.readOut().map(NetworkTrace.ReadOutTrace::loss).orElse(0.0);
        for (int n = 0; n < problem.batch(); n++) {
            for (int t : problem.inputs().mask().computed(n).toArray()) {
                for (int j = 0; j < problem.network().width(); j++) {
                    double upstream = problem.inputs().upstream().get(t * problem.batch() + n, j);
                    loss += upstream * trace.output().at(t, n, j);
                }
            }
        }
        for (Map.Entry<String, Matrix> state : trace.finalStates().entrySet()) {
            Matrix products = table(problem.inputs().finalState(), state.getKey())
                    .combine(state.getValue(), (gradient, value) -> gradient * value);
            for (double[] row : products.toArray()) {
                for (double product : row) {
                    loss += product;
                }
            }
        }
        return loss;
    }

    /** @param loss of a step to either side */
    private static void assertSlope(NetworkProblem problem, String name, double gradient, DoubleUnaryOperator loss) {
        double up = loss.applyAsDouble(STEP);
        double slope = (up - loss.applyAsDouble(-STEP)) / (2 * STEP);
        assertThat(Math.abs(gradient - slope))
                .as(() -> name + " is " + gradient + ", its slope " + slope + " in\n"
                        + NetworkAgreement.described(problem))
                .isLessThan(1e-6 * (1 + Math.abs(slope) + Math.abs(up)));
    }

    private static Map<String, Matrix> nudged(
            Map<String, Matrix> tables, String name, int row, int column, double step) {
        Map<String, Matrix> changed = new LinkedHashMap<>(tables);
        Matrix table = table(tables, name);
        changed.put(name, table.with(row, column, table.get(row, column) + step));
        return changed;
    }

    private static Matrix table(Map<String, Matrix> tables, String name) {
        return tables.getOrDefault(name, Matrix.zeros(0, 0));
    }
}
