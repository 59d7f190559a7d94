package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.reference.Problem;
import org.gatescope.reference.RandomCells;
import org.gatescope.reference.Reference;
import org.gatescope.reference.Reference.Nudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gradient against central differences of the forward pass. */
@Execution(ExecutionMode.CONCURRENT)
class GradientTest {
    private static final double STEP = 1e-6;
    private static final double TOLERANCE = 1e-5;
    /** Numbers of each kind (parameters, states, inputs, quantities) that are tried in one cell. */
    private static final int TRIES = 12;

    private static final List<int[]> SIZES = List.of(
            new int[] {2, 3, 3, 2}, // N, T, D, H
            new int[] {1, 3, 2, 3},
            new int[] {3, 1, 1, 2},
            new int[] {1, 1, 1, 1},
            new int[] {2, 2, 2, 1},
            new int[] {2, 4, 1, 3},
            new int[] {3, 2, 2, 2});

    static List<String> builtIn() {
        return BuiltInCells.names();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void ofTheBuiltInCells(String name) {
        Cell cell = BuiltInCells.cell(name);
        IntStream.range(0, SIZES.size()).forEach(i -> assertThat(check(cell, i)).isPositive());
    }

    static Stream<Path> unusual() throws IOException {
        return Files.list(Path.of("src/test/resources/oracle/cells"));
    }

    @ParameterizedTest
    @MethodSource("unusual")
    void ofUnusualCells(Path file) throws IOException {
        Cell cell = Cell.parse(Files.readString(file));
        IntStream.range(0, SIZES.size()).forEach(i -> assertThat(check(cell, i)).isPositive());
    }

    @Test
    void ofRandomCells() {
        int compared = 0;
        for (int seed = 0; seed < 600; seed++) {
            compared += check(parsed(RandomCells.text(seed)), seed);
        }
        assertThat(compared).as("numbers compared").isGreaterThan(10_000);
    }

    private static Cell parsed(String text) {
        try {
            return Cell.parse(text);
        } catch (CellException e) {
            throw new AssertionError(text + e.getMessage(), e);
        }
    }

    /** How many numbers were compared. */
    private static int check(Cell cell, int seed) {
        int[] size = SIZES.get(seed % SIZES.size());
        Problem problem = Problem.random(cell, size[0], size[1], size[2], size[3], seed);
        return new Check(problem, new Random(seed)).run();
    }

    private static final class Check {
        private final Problem problem;
        private final Random random;
        private final Reference.Result result;
        private final double loss;
        private int compared;

        Check(Problem problem, Random random) {
            this.problem = problem;
            this.random = random;
            result = Reference.run(problem);
            loss = Reference.loss(problem, Nudge.NONE);
        }

        int run() {
            for (int i = 0; i < TRIES; i++) {
                if (!problem.parameters().isEmpty()) {
                    place(problem.parameters(), result.parameterGradients());
                }
                place(problem.initial(), result.initialGradients());
                place(Map.of("x", oneOf(problem.input())), Map.of());
                quantity();
            }
            return compared;
        }

        private void place(Map<String, double[][]> values, Map<String, double[][]> gradients) {
            String name = oneOf(values.keySet().toArray(String[]::new));
            double[][] value = values.getOrDefault(name, new double[0][]);
            int i = random.nextInt(value.length);
            int j = random.nextInt(value[i].length);
            double[][] gradient = gradients.getOrDefault(name, inputGradient(value));
            double before = value[i][j];
            compare("%s [%d, %d]".formatted(name, i, j), gradient[i][j], amount -> {
                value[i][j] = before + amount;
                double moved = Reference.loss(problem, Nudge.NONE);
                value[i][j] = before;
                return moved;
            });
        }

        private double[][] inputGradient(double[][] sequence) {
            int n = List.of(problem.input()).indexOf(sequence);
            return n < 0 ? new double[0][] : result.inputGradient()[n];
        }

        private void quantity() {
            String name = oneOf(result.values().keySet().toArray(String[]::new));
            double[][][] gradient = result.gradients().getOrDefault(name, new double[0][][]);
            int n = random.nextInt(problem.batch());
            int t = random.nextInt(problem.steps());
            int j = random.nextInt(gradient[n][t].length);
            compare(
                    "%s [%d, %d, %d]".formatted(name, n, t, j),
                    gradient[n][t][j],
                    amount -> Reference.loss(problem, new Nudge(name, n, t, j, amount)));
        }

        /** Near a kink the two one-sided differences disagree; by as much the central one may be off. */
        private void compare(String what, double gradient, DoubleUnaryOperator moved) {
            double up = moved.applyAsDouble(STEP);
            double down = moved.applyAsDouble(-STEP);
            double difference = (up - down) / (2 * STEP);
            double kink = Math.abs(up - 2 * loss + down) / STEP;
            if (kink > 1e-3 * (1 + Math.abs(difference)) || !(Math.abs(loss) < 1e6)) {
                return;
            }
            compared++;
            assertThat(Math.abs(gradient - difference))
                    .as("%s is %s by the adjoint lines, %s by differences in%n%s", what, gradient, difference, source())
                    .isLessThan(TOLERANCE * (1 + Math.abs(difference)) + kink);
        }

        private String source() {
            return problem.cell().source() + "\n" + problem.cell().adjoints();
        }

        private <E> E oneOf(E[] choices) {
            return choices[random.nextInt(choices.length)];
        }
    }
}
