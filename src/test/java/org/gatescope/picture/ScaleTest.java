package org.gatescope.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    private static final int END = Palette.SIZE - 1;

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-300, 1e-9, 0.7, 1, 1e300, Double.MAX_VALUE})
    void limitsAreTheEndsAndZeroTheMiddleAtAnySize(double limit) {
        for (boolean logarithmic : new boolean[] {false, true}) {
            Scale scale = new Scale(limit, true, logarithmic);
            assertThat(scale.index(limit)).isEqualTo(END);
            assertThat(scale.index(-limit)).isZero();
            assertThat(scale.index(0)).isEqualTo(Palette.ZERO);
            assertThat(scale.index(-0.0)).isEqualTo(Palette.ZERO);
            assertThat(scale.index(Double.MAX_VALUE)).isEqualTo(END);
        }
    }

    @Test
    void allZeroDataIsNeutralAndAnythingElseBeyondTheLimit() {
        Scale scale = Scale.of(0, 0, -0.0);
        assertThat(scale.limit()).isZero();
        assertThat(scale.index(0)).isEqualTo(Palette.ZERO);
        assertThat(scale.index(1e-300)).isEqualTo(END);
    }

    @Test
    void whatIsNotFiniteDoesNotSetTheLimit() {
        Scale scale = Scale.of(Double.NaN, 0.5, Double.NEGATIVE_INFINITY, -0.7);
        assertThat(scale.limit()).isEqualTo(0.7);
        assertThat(scale.index(Double.NaN)).isEqualTo(Palette.NAN);
        assertThat(scale.index(Double.POSITIVE_INFINITY)).isEqualTo(Palette.POSITIVE_INFINITY);
        assertThat(scale.index(Double.NEGATIVE_INFINITY)).isEqualTo(Palette.NEGATIVE_INFINITY);
        assertThat(Scale.of().limit()).isZero();
    }

    @Test
    void logarithmicScalesShowSixPowersOfTen() {
        Scale scale = new Scale(1, true, true);
        int last = Palette.ZERO;
        for (double value = 1e-6; value <= 1; value *= 10) {
            assertThat(scale.index(value)).isGreaterThan(last);
            assertThat(scale.index(-value)).isEqualTo(END - scale.index(value));
            last = scale.index(value);
        }
    }

    @Test
    void gatesGoFromZeroToOne() {
        assertThat(Scale.unit().index(0)).isZero();
        assertThat(Scale.unit().index(0.5)).isEqualTo(Palette.ZERO);
        assertThat(Scale.unit().index(1)).isEqualTo(END);
        assertThat(Scale.unit().index(-3)).isZero();
    }

    @Test
    void limitsAreRoundedUpToTwoDigits() {
        assertThat(Scale.roundedUp(1.2345)).isEqualTo(1.3);
        assertThat(Scale.roundedUp(0.97)).isEqualTo(0.97);
        assertThat(Scale.roundedUp(0)).isZero();
        assertThat(Scale.roundedUp(1.7976e308)).isEqualTo(Double.MAX_VALUE);
        assertThat(Scale.roundedUp(Double.MIN_VALUE)).isGreaterThan(0);
    }

    @Test
    void aLimitIsAFiniteNumber() {
        assertThatThrownBy(() -> Scale.diverging(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scale.diverging(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
