package org.gatescope.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.OfStep;
import org.junit.jupiter.api.Test;

class TrailTest {
    private static NumberId number(int step) {
        return new OfStep("0.forward", "h'", step, 0, 0);
    }

    @Test
    void goesBackAndForth() {
        Trail trail = Trail.EMPTY.open(number(0)).open(number(1)).open(number(2));
        assertThat(trail.back().back().current()).contains(number(0));
        assertThat(trail.back().back().back()).isEqualTo(trail.back().back());
        assertThat(trail.back().forward()).isEqualTo(trail);
        assertThat(trail.forward()).isEqualTo(trail);
    }

    @Test
    void openingForgetsWhatLayAhead() {
        Trail trail = Trail.EMPTY.open(number(0)).open(number(1)).back().open(number(5));
        assertThat(trail.numbers()).containsExactly(number(0), number(5));
        assertThat(trail.hasForward()).isFalse();
    }

    @Test
    void theNumberThatIsShownIsNoStep() {
        Trail trail = Trail.EMPTY.open(number(0)).open(number(1)).back();
        assertThat(trail.open(number(0))).isEqualTo(trail);
    }

    @Test
    void keepsTheLastTwoHundred() {
        Trail trail = Trail.EMPTY;
        for (int step = 0; step < 500; step++) {
            trail = trail.open(number(step));
        }
        assertThat(trail.numbers()).hasSize(200);
        assertThat(trail.current()).contains(number(499));
    }
}
