package org.gatescope.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.TableId;
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
    void cellsOfATableAreOnlyPassed() {
        TableId table = new TableId.Input(0);
        Trail trail = Trail.EMPTY
                .open(number(0), 7)
                .open(new Given(table, 0, 0), 7)
                .open(new Given(table, 0, 1), 7)
                .open(new Given(table, 1, 1), 7);
        assertThat(trail.numbers()).containsExactly(number(0), new Given(table, 1, 1));
        Trail gradients = trail.open(new GradientOfGiven(table, 1, 1), 7).open(new GradientOfGiven(table, 0, 0), 7);
        assertThat(gradients.numbers())
                .containsExactly(number(0), new Given(table, 1, 1), new GradientOfGiven(table, 0, 0));
        assertThat(gradients
                        .open(new GradientOfGiven(new TableId.Input(1), 0, 0), 7)
                        .numbers())
                .hasSize(4);
    }

    @Test
    void anArrowReplacesTheNumberThatItComesFrom() {
        Trail trail = Trail.EMPTY.open(number(0), 7).open(number(1), 7);
        assertThat(trail.pass(number(2), 7).pass(number(3), 7).numbers()).containsExactly(number(0), number(3));
        assertThat(trail.back().pass(number(4), 7).numbers()).containsExactly(number(4));
        assertThat(Trail.EMPTY.pass(number(5), 7).numbers()).containsExactly(number(5));
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
