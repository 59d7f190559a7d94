package org.gatescope.ui.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseScaleTest {
    private static final List<PlaybackPhase> PHASES = List.of(
            new PlaybackPhase("forward", 100, "forward"),
            new PlaybackPhase("loss", 3, "loss"),
            new PlaybackPhase("backward", 111, "backward"));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 100, 101, 103, 104, 213, 214})
    void theThumbStandsWhereItsPositionIsFound(int position) {
        PhaseScale scale = new PhaseScale(PHASES, 600);
        assertThat(scale.position(scale.x(position))).isEqualTo(position);
    }

    @Test
    void phasesFillTheBarAndNoneVanishes() {
        PhaseScale scale = new PhaseScale(PHASES, 600);
        assertThat(scale.left(2) + scale.width(2)).isEqualTo(600, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(scale.width(1)).isGreaterThanOrEqualTo(10);
        assertThat(scale.width(2)).isGreaterThan(scale.width(0));
    }

    @Test
    void whatIsDoneIsCountedPhaseByPhase() {
        PhaseScale scale = new PhaseScale(PHASES, 600);
        assertThat(scale.done(0, 50)).isEqualTo(0.5);
        assertThat(scale.done(1, 50)).isZero();
        assertThat(scale.done(0, 131)).isEqualTo(1);
        assertThat(scale.phaseAt(100)).isZero();
        assertThat(scale.phaseAt(104)).isEqualTo(2);
    }

    @Test
    void aBarOfNothingIsNoTrouble() {
        PhaseScale scale = new PhaseScale(List.of(), 600);
        assertThat(scale.x(5)).isZero();
        assertThat(scale.position(300)).isZero();
        assertThat(scale.phaseAt(0)).isZero();
        assertThat(new PhaseScale(List.of(new PlaybackPhase("f", 0, "forward")), 0).position(0))
                .isZero();
    }
}
