package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.anyOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gatescope.Wording.saying;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.training.Optimizer.Updated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two updates by hand, from θ = 1 with gradients 2 and −1 at a rate of 0.1; the oracle's trainings hold the rest. */
class OptimizerTest {
    private static double[] twice(Optimizer optimizer) {
        Updated first = optimizer.update(Matrix.row(1), Matrix.row(2), List.of(), 0.1, 1);
        Updated second = optimizer.update(first.parameter(), Matrix.row(-1), first.slots(), 0.1, 2);
        return new double[] {first.parameter().get(0, 0), second.parameter().get(0, 0)};
    }

    private static void assertUpdates(Optimizer optimizer, double first, double second) {
        assertThat(twice(optimizer)[0]).isCloseTo(first, within(1e-14));
        assertThat(twice(optimizer)[1]).isCloseTo(second, within(1e-14));
    }

    @Test
    void plainDescent() {
        assertUpdates(new Optimizer.Sgd(0, false), 0.8, 0.9);
    }

    @Test
    void momentumCarriesOn() {
        assertUpdates(new Optimizer.Sgd(0.5, false), 0.8, 0.8); // v = 2, then 0.5 · 2 − 1 = 0
        assertUpdates(new Optimizer.Sgd(0.5, true), 0.7, 0.8); // 2 + 0.5 · 2 = 3, then −1 + 0.5 · 0 = −1
    }

    @Test
    void notebookCsFormDividesByTheBatch() {
        assertUpdates(new Optimizer.SgdOverBatch(4), 0.95, 0.975);
    }

    @Test
    void stepsOfAdaptiveOnesHaveTheSizeOfTheRate() {
        assertUpdates(new Optimizer.Adagrad(0), 0.9, 0.9 + 0.1 / Math.sqrt(5));
        assertUpdates(
                new Optimizer.RmsProp(0.5, 0), 1 - 0.2 / Math.sqrt(2), 1 - 0.2 / Math.sqrt(2) + 0.1 / Math.sqrt(1.5));
        double mean = (0.9 * 0.2 - 0.1) / (1 - 0.81);
        double squares = (0.99 * 0.04 + 0.01) / (1 - 0.99 * 0.99);
        assertUpdates(new Optimizer.Adam(0.9, 0.99, 0), 0.9, 0.9 - 0.1 * mean / Math.sqrt(squares));
    }

    @Test
    void clippingBoundsNumbersOrTheNorm() {
        var gradients = java.util.Map.of("a", Matrix.row(3, -4));
        assertThat(new Clipping.ByValue(3.5).apply(gradients, 5).get("a")).isEqualTo(Matrix.row(3, -3.5));
        assertThat(new Clipping.ByNorm(10).apply(gradients, 5).get("a")).isEqualTo(Matrix.row(3, -4));
        assertThat(new Clipping.ByNorm(2.5).apply(gradients, 5).get("a")).isEqualTo(Matrix.row(1.5, -2));
    }

    @Test
    void ratesOverTheEpochs() {
        LearningRate steps = new LearningRate.Steps(1, 3, 0.5);
        assertThat(steps.at(2, 9)).isEqualTo(1);
        assertThat(steps.at(3, 9)).isEqualTo(0.5);
        assertThat(steps.at(8, 9)).isEqualTo(0.25);
        LearningRate cosine = new LearningRate.Cosine(1, 0.2);
        assertThat(cosine.at(0, 4)).isEqualTo(1);
        assertThat(cosine.at(2, 4)).isCloseTo(0.6, within(1e-15));
        assertThat(cosine.at(4, 4)).as("of the epoch after the last").isCloseTo(0.2, within(1e-15));
    }

    @Test
    void ratesOfRunsThatAreOverSoon() {
        LearningRate cosine = new LearningRate.Cosine(1, 0.2);
        assertThat(cosine.at(0, 1)).as("the only update is the first").isEqualTo(1);
        assertThat(cosine.at(0, 0)).isEqualTo(1);
        assertThat(cosine.at(1, 2)).as("the second of two is half way").isCloseTo(0.6, within(1e-15));
        assertThat(new LearningRate.Steps(1, 3, 0.5).at(0, 1)).isEqualTo(1);
        assertThat(new LearningRate.Steps(1, Integer.MAX_VALUE, 0.5).at(1000, 1001))
                .isEqualTo(1);
        assertThat(new LearningRate.Steps(1, 1, 0).at(1, 2)).isZero();
    }

    static Stream<Supplier<Object>> impossible() {
        return Stream.of(
                () -> new LearningRate.Constant(-1),
                () -> new LearningRate.Constant(Double.NaN),
                () -> new LearningRate.Steps(1, 0, 0.5),
                () -> new LearningRate.Steps(1, 3, Double.POSITIVE_INFINITY),
                () -> new LearningRate.Cosine(1, -0.1),
                () -> new Optimizer.Sgd(-0.1, false),
                () -> new Optimizer.SgdOverBatch(0),
                () -> new Optimizer.RmsProp(1, 1e-8),
                () -> new Optimizer.Adagrad(-1),
                () -> new LearningRate.Exponential(1, -1, 3),
                () -> new LearningRate.Exponential(1, 1, 0),
                () -> new LearningRate.Cosine(1, 0, -1, LearningRate.Cosine.Beyond.STAYS),
                () -> new LearningRate.Plateau(1, 1, 1, 0, 0, 0, Framework.KERAS),
                () -> new LearningRate.Plateau(1, 0.5, -1, 0, 0, 0, Framework.KERAS),
                () -> new LearningRate.Plateau(1, 0.5, 1, Double.NaN, 0, 0, Framework.KERAS),
                () -> new LearningRate.Plateau(1, 0.5, 1, 0, -1, 0, Framework.KERAS),
                () -> new LearningRate.Plateau(1, 0.5, 1, 0, 0, -1, Framework.KERAS),
                () -> new LearningRate.WarmUp(new LearningRate.Constant(1), 0, 0),
                () -> new LearningRate.WarmUp(new LearningRate.Constant(1), 3, 1),
                () -> new Optimizer.Sgd(Double.NaN, true, Framework.KERAS),
                () -> new Optimizer.RmsProp(0.9, -1, true, 0, Framework.KERAS),
                () -> new Optimizer.RmsProp(0.9, 1e-7, true, -0.5, Framework.KERAS),
                () -> new Optimizer.Adagrad(1e-7, -0.1, Framework.KERAS),
                () -> new Optimizer.Adam(1, 0.9, 1e-8),
                () -> new Optimizer.Adam(0.9, Double.NaN, 1e-8),
                () -> new Optimizer.Rprop(1, 1.2, 0, 50),
                () -> new Optimizer.Rprop(0.5, 0, 0, 50),
                () -> new Optimizer.Rprop(0.5, 1.2, -1, 50),
                () -> new Optimizer.Rprop(0.5, 1.2, 0, Double.POSITIVE_INFINITY),
                () -> new WeightDecay(0, -1, true),
                () -> new WeightDecay(Double.NaN, 0, true),
                () -> new Clipping.ByTensor(0, true),
                () -> new Clipping.ByNorm(0),
                () -> new Clipping.ByValue(-2),
                () -> new Training(
                        new Optimizer.Sgd(0, false), new LearningRate.Constant(1), new Clipping.None(), -1, 3),
                () -> new Training(
                        new Optimizer.Sgd(0, false), new LearningRate.Constant(1), new Clipping.None(), 0, -3));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void settingsThatCannotBeAreRefusedInASentence(Supplier<Object> setting) {
        assertThatThrownBy(setting::get)
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .is(anyOf(
                        saying("engine.training:setting.positive"),
                        saying("engine.training:setting.not-negative"),
                        saying("engine.training:setting.share")));
    }
}
