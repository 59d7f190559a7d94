package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates over a training: their ends, their steps and what they refuse. */
class LearningRateTest {
    private static final int EPOCHS = 101;

    static Stream<LearningRate> falling() {
        return Stream.of(
                new LearningRate.Constant(0.1),
                new LearningRate.Steps(0.1, 7, 0.5),
                new LearningRate.Steps(0.1, 1, 0.9),
                new LearningRate.Steps(0.1, 1000, 0),
                new LearningRate.Cosine(0.1, 0),
                new LearningRate.Cosine(0.1, 0.1),
                new LearningRate.Cosine(0, 0));
    }

    @ParameterizedTest
    @MethodSource("falling")
    void aRateNeverGrowsNorFallsBelowZero(LearningRate rate) {
        double before = rate.at(0, EPOCHS);
        for (int epoch = 1; epoch < EPOCHS; epoch++) {
            double now = rate.at(epoch, EPOCHS);
            assertThat(now).isLessThanOrEqualTo(before).isGreaterThanOrEqualTo(0);
            before = now;
        }
    }

    /** Multiplied out, one step after the other. */
    @ParameterizedTest
    @CsvSource({"0.1, 3, 0.5", "2, 1, 0.9", "0.3, 10, 1", "0.3, 10, 1.5", "1, 4, 0"})
    void stepsAreTakenAfterEverySoManyEpochs(double rate, int every, double factor) {
        LearningRate steps = new LearningRate.Steps(rate, every, factor);
        double expected = rate;
        for (int epoch = 0; epoch < 50; epoch++) {
            if (epoch > 0 && epoch % every == 0) {
                expected *= factor;
            }
            assertThat(steps.at(epoch, 50)).isCloseTo(expected, within(1e-12 * rate + 1e-12 * expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.001, 11", "1, 0, 101", "0.2, 0.4, 3", "0.5, 0.5, 7"})
    void aCosineBeginsAtTheRateEndsBehindTheLastEpochAndIsHalfwayInTheMiddle(double rate, double last, int epochs) {
        LearningRate cosine = new LearningRate.Cosine(rate, last);
        assertThat(cosine.at(0, epochs)).isEqualTo(rate);
        assertThat(cosine.at(epochs, epochs)).as("of the epoch after the last").isCloseTo(last, within(1e-15));
        assertThat(new LearningRate.Cosine(rate, last, 2 * epochs, LearningRate.Cosine.Beyond.STAYS).at(epochs, 7))
                .isCloseTo((rate + last) / 2, within(1e-15));
        for (int epoch = 0; epoch <= epochs; epoch++) {
            double turned = cosine.at(epochs - epoch, epochs);
            assertThat(cosine.at(epoch, epochs) + turned).as("symmetric").isCloseTo(rate + last, within(1e-14));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aCosineOfOneEpochIsTheRate(int epochs) {
        assertThat(new LearningRate.Cosine(0.1, 0.001).at(0, epochs)).isEqualTo(0.1);
    }

    @Test
    void aConstantIsTheSameHoweverLong() {
        assertThat(new LearningRate.Constant(0.25).at(Integer.MAX_VALUE, 1)).isEqualTo(0.25);
        assertThat(new LearningRate.Steps(0.25, 1, 0.5).at(Integer.MAX_VALUE, 1))
                .isZero();
    }

    static Stream<Arguments> refused() {
        return Stream.of(-1e-9, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void ratesAndFactorsAreFiniteNumbersFromZeroOn(double odd) {
        assertThatThrownBy(() -> new LearningRate.Constant(odd)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LearningRate.Steps(odd, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LearningRate.Steps(1, 1, odd)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LearningRate.Cosine(odd, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LearningRate.Cosine(0, odd)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void stepsAreAtLeastAnEpochApart(int every) {
        assertThatThrownBy(() -> new LearningRate.Steps(1, every, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
