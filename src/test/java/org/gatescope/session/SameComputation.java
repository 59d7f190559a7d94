package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Series;

/** Holds what two sessions compute against one another, as far as they overlap. */
final class SameComputation {
    /** Longer sums are added in another order. */
    private static final Offset<Double> ROUNDING = within(1e-13);

    private SameComputation() {}

    /** Logits, loss, the input's gradient and those of the parameters, as far as the sessions overlap. */
    static void check(Session before, Session after) {
        NetworkTrace old = DeepNetwork.run(before);
        NetworkTrace now = DeepNetwork.run(after);
        assertClose(
                now.readOut().orElseThrow().logits(),
                old.readOut().orElseThrow().logits());
        assertThat(DeepNetwork.loss(after)).isCloseTo(DeepNetwork.loss(before), ROUNDING);
        assertClose(now.inputGradient(), old.inputGradient());
        assertThat(old.readOut().orElseThrow().loss()).isNotZero();
        Matrix bias = now.parameterGradient("0.forward.b.h");
        for (int unit = 0; unit < before.network().layers().getFirst().hidden(); unit++) {
            assertThat(bias.get(0, unit))
                    .isCloseTo(old.parameterGradient("0.forward.b.h").get(0, unit), ROUNDING);
        }
    }

    private static void assertClose(Series actual, Series expected) {
        for (int t = 0; t < expected.steps(); t++) {
            for (int n = 0; n < expected.batch(); n++) {
                for (int unit = 0; unit < expected.width(); unit++) {
                    assertThat(actual.at(t, n, unit)).isCloseTo(expected.at(t, n, unit), ROUNDING);
                }
            }
        }
    }

    static List<Double> numbers(Series series) {
        List<Double> numbers = new ArrayList<>();
        for (int t = 0; t < series.steps(); t++) {
            for (int n = 0; n < series.batch(); n++) {
                for (int unit = 0; unit < series.width(); unit++) {
                    numbers.add(series.at(t, n, unit));
                }
            }
        }
        return numbers;
    }
}
