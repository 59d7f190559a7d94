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
        Trail trail = Trail.EMPTY.open(number(0), 7).open(number(1), 7).open(number(2), 7);
        assertThat(trail.back().back().current()).contains(number(0));
        assertThat(trail.back().back().back()).isEqualTo(trail.back().back());
        assertThat(trail.back().forward()).isEqualTo(trail);
        assertThat(trail.forward()).isEqualTo(trail);
    }

    @Test
    void openingForgetsWhatLayAhead() {
        Trail trail = Trail.EMPTY.open(number(0), 7).open(number(1), 7).back().open(number(5), 7);
        assertThat(trail.numbers()).containsExactly(number(0), number(5));
        assertThat(trail.hasForward()).isFalse();
    }

    @Test
    void theNumberThatIsShownIsNoStep() {
        Trail trail = Trail.EMPTY.open(number(0), 7).open(number(1), 7).back();
        assertThat(trail.open(number(0), 7)).isEqualTo(trail);
    }

    @Test
    void keepsTheLastTwoHundred() {
        Trail trail = Trail.EMPTY;
        for (int step = 0; step < 500; step++) {
            trail = trail.open(number(step), 7);
        }
        assertThat(trail.numbers()).hasSize(200);
        assertThat(trail.current()).contains(number(499));
    }

    @Test
    void eachNumberKnowsWhereThePlayheadStood() {
        Trail trail = Trail.EMPTY.open(number(0), 3).moved(9).open(number(1), 9).moved(20);
        assertThat(trail.stop()).contains(new Trail.Stop(number(1), 20));
        assertThat(trail.back().stop()).contains(new Trail.Stop(number(0), 9));
        assertThat(Trail.EMPTY.moved(5)).isEqualTo(Trail.EMPTY);
    }
}
