package org.gatescope.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the numbers of an axis stand. */
class TicksTest {
    /** Ranges of all sizes, on either side of zero and across it, drawn by a seed. */
    static Stream<Arguments> ranges() {
        Random random = new Random(11);
        return IntStream.range(0, 200).mapToObj(i -> {
            double scale = Math.pow(10, random.nextInt(-12, 13));
            double low = (random.nextDouble() - 0.5) * 4 * scale;
            double span = (0.01 + random.nextDouble()) * scale;
            return Arguments.of(low, low + span, 1 + random.nextInt(9));
        });
    }

    @Nested
    class Linear {
        @ParameterizedTest
        @CsvSource({
            "0, 10, 5, 0 2 4 6 8 10",
            "0, 1, 4, 0 0.5 1",
            "-1, 1, 4, -1 -0.5 0 0.5 1",
            "3, 18, 3, 5 10 15",
            "0.07, 0.93, 9, 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9",
            "-300, -100, 2, -300 -200 -100"
        })
        void roundNumbersWithinTheRange(double low, double high, int most, String expected) {
            List<Double> ticks = Ticks.linear(low, high, most);
            String[] words = expected.split(" ");
            assertThat(ticks).hasSize(words.length);
            for (int i = 0; i < words.length; i++) {
                assertThat(ticks.get(i)).isCloseTo(Double.parseDouble(words[i]), within(1e-12 * (high - low)));
            }
        }

        @ParameterizedTest
        @MethodSource("org.gatescope.picture.TicksTest#ranges")
        void areEvenlySpacedByOneTwoOrFiveTimesAPowerOfTenAndWithin(double low, double high, int most) {
            List<Double> ticks = Ticks.linear(low, high, most);
            assertThat(ticks)
                    .hasSizeLessThanOrEqualTo(most + 1)
                    .allSatisfy(tick -> assertThat(tick).isBetween(low, high));
            for (int i = 2; i < ticks.size(); i++) {
                double step = ticks.get(1) - ticks.get(0);
                assertThat(ticks.get(i) - ticks.get(i - 1)).isCloseTo(step, within(1e-6 * step));
                double lead = step / Math.pow(10, Math.floor(Math.log10(step * (1 + 1e-9))));
                assertThat(lead)
                        .satisfiesAnyOf(
                                it -> assertThat(it).isCloseTo(1, within(1e-6)),
                                it -> assertThat(it).isCloseTo(2, within(1e-6)),
                                it -> assertThat(it).isCloseTo(5, within(1e-6)));
            }
        }

        @ParameterizedTest
        @MethodSource("org.gatescope.picture.TicksTest#ranges")
        void aFinerStepWouldNotFit(double low, double high, int most) {
            List<Double> ticks = Ticks.linear(low, high, most);
            if (ticks.size() >= 2) {
                double step = ticks.get(1) - ticks.get(0);
                double lead = step / Math.pow(10, Math.floor(Math.log10(step * (1 + 1e-9))));
                double finer = Math.abs(lead - 5) < 1e-6 ? step * 0.4 : step / 2;
                assertThat((high - low) / finer).isGreaterThan(most * (1 - 1e-9));
            }
        }

        @ParameterizedTest
        @CsvSource({
            "1, 1, 5",
            "2, 1, 5",
            "0, 1, 0",
            "0, 1, -3",
            "NaN, 1, 5",
            "0, NaN, 5",
            "0, Infinity, 5",
            "-Infinity, 0, 5",
            "-1.7e308, 1.7e308, 5"
        })
        void noneWhereThereIsNoRange(double low, double high, int most) {
            assertThat(Ticks.linear(low, high, most)).isEmpty();
        }
    }

    @Nested
    class Decades {
        @ParameterizedTest
        @CsvSource({
            "1, 1000, 10, 1 10 100 1000",
            "0.5, 20, 10, 1 10",
            "1e-6, 1, 4, 1e-6 1e-4 1e-2 1",
            "1e-6, 1, 3, 1e-6 1e-3 1",
            "1, 1, 1, 1"
        })
        void powersOfTenInEvenStrides(double low, double high, int most, String expected) {
            List<Double> ticks = Ticks.decades(low, high, most);
            String[] words = expected.split(" ");
            assertThat(ticks).hasSize(words.length);
            for (int i = 0; i < words.length; i++) {
                double power = Double.parseDouble(words[i]);
                assertThat(ticks.get(i)).isCloseTo(power, within(1e-12 * power));
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 7, 50})
        void atMostSoManyOverTheWholeOfWhatADoubleHolds(int most) {
            assertThat(Ticks.decades(Double.MIN_NORMAL, Double.MAX_VALUE, most))
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(most)
                    .isSorted()
                    .allSatisfy(tick -> assertThat(tick).isFinite().isPositive());
        }

        @Test
        void noneBetweenTwoPowers() {
            assertThat(Ticks.decades(2, 9, 5)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"0, 1, 5", "-1, 1, 5", "NaN, 1, 5", "1, NaN, 5", "1, Infinity, 5", "10, 1, 5", "1, 10, 0"})
        void noneWhereThereIsNoRange(double low, double high, int most) {
            assertThat(Ticks.decades(low, high, most)).isEmpty();
        }
    }
}
