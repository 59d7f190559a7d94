package org.gatescope.engine.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions by vector instructions against the JDK's. */
class VectorFunctionsTest {
    private static final int COUNT = 200_000;

    static Stream<Arguments> functions() {
        DoubleUnaryOperator exp = StrictMath::exp;
        DoubleUnaryOperator sigmoid = x -> 1 / (1 + StrictMath.exp(-x));
        DoubleUnaryOperator tanh = StrictMath::tanh;
        return Stream.of(
                Arguments.of("exp", (Kernels.Row) VectorFunctions::exp, exp),
                Arguments.of("sigmoid", (Kernels.Row) VectorFunctions::sigmoid, sigmoid),
                Arguments.of("tanh", (Kernels.Row) VectorFunctions::tanh, tanh));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void agreeToTheLastPlaces(String name, Kernels.Row row, DoubleUnaryOperator expected) {
        double[] numbers = numbers();
        double[] actual = run(row, numbers, 0, numbers.length);
        for (int i = 0; i < COUNT; i++) {
            double value = expected.applyAsDouble(numbers[i]);
            double difference = Math.abs(actual[i] - value);
            assertThat(difference).as("%s(%s)", name, numbers[i]).isLessThanOrEqualTo(3 * Math.ulp(value));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void specialValuesAreTheJdks(String name, Kernels.Row row, DoubleUnaryOperator expected) {
        double[] numbers = {
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0, 1e300, -1e300, 709.9, -800
        };
        assertThat(run(row, numbers, 0, numbers.length))
                .containsExactly(Arrays.stream(numbers).map(expected).toArray());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void aNumberGivesTheSameWhereverItStands(String name, Kernels.Row row, DoubleUnaryOperator expected) {
        double[] numbers = Arrays.copyOf(numbers(), 100);
        double[] whole = run(row, numbers, 0, 100);
        for (int from = 0; from < 20; from++) {
            for (int count : new int[] {1, 7, 8, 19}) {
                assertThat(run(row, numbers, from, count))
                        .containsExactly(Arrays.copyOfRange(whole, from, from + count));
            }
        }
    }

    private static double[] run(Kernels.Row row, double[] numbers, int from, int count) {
        double[] out = new double[count];
        row.run(numbers, from, numbers, from, out, 0, count);
        return out;
    }

    /** Of all sizes, most of them where the functions bend. */
    private static double[] numbers() {
        SplittableRandom random = new SplittableRandom(11);
        double[] numbers = new double[COUNT];
        Arrays.setAll(numbers, i -> switch (i % 4) {
            case 0 -> random.nextDouble(-1, 1);
            case 1 -> random.nextDouble(-10, 10);
            case 2 -> random.nextDouble(-745, 709.7);
            default -> Math.copySign(Math.exp(random.nextDouble(-300, 6)), random.nextDouble(-1, 1));
        });
        return numbers;
    }
}
