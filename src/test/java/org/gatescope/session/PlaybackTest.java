package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Sizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybackTest {
    private final Playhead start = Playhead.atStart(schedule("lstm", 20));
    private final Playhead middle = start.at(100);

    @Test
    void atTheSlowestAnOperationTakesFourSeconds() {
        Playback slow = new Playback(middle, Playback.SLOWEST, false);
        assertThat(slow.after(nanos(3999)).position()).isEqualTo(100);
        assertThat(slow.after(nanos(4000)).position()).isEqualTo(101);
        assertThat(slow.after(nanos(8000)).position()).isEqualTo(102);
    }

    @Test
    void atSixtyASecondHoldsSixty() {
        Playback fast = new Playback(middle, 60, false);
        assertThat(fast.after(nanos(1000)).position()).isEqualTo(160);
        assertThat(fast.after(nanos(500)).position()).isEqualTo(130);
    }

    @Test
    void theWholeRunTakesTenSecondsHoweverLongItIs() {
        Playhead longer = Playhead.atStart(schedule("lstm", 20_000));
        Playback whole = Playback.ofWholeRun(longer, false);
        assertThat(whole.after(nanos(9_900)).isAtEnd()).isFalse();
        assertThat(whole.after(nanos(10_001)).isAtEnd()).isTrue();
    }

    @Test
    void backwardItRunsAgainstTheOrder() {
        Playback back = new Playback(middle, 10, true);
        assertThat(back.after(nanos(1000)).position()).isEqualTo(90);
        assertThat(back.after(0)).isEqualTo(middle);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itStopsAtTheEnd(boolean back) {
        Playback playback = new Playback(middle, 60, back);
        Playhead end = playback.after(Duration.ofDays(3).toNanos());
        assertThat(end).isEqualTo(back ? middle.toStart() : middle.toEnd());
        assertThat(playback.isOver(end)).isTrue();
        assertThat(playback.isOver(middle)).isFalse();
        assertThat(playback.after(Long.MAX_VALUE)).isEqualTo(end);
    }

    @Test
    void nothingToPlayIsOverAtOnce() {
        assertThat(new Playback(start, 1, true).isOver(start)).isTrue();
        Playhead none = Playhead.atEnd(schedule("gru", 0));
        assertThat(new Playback(none, 1, false).isOver(none)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void otherSpeedsAreRefused(double speed) {
        assertThatThrownBy(() -> new Playback(start, speed, false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Schedule schedule(String cell, int steps) {
        return Schedule.of(OneLayer.zeros("", BuiltInCells.cell(cell), new Sizes(1, steps, 1, 1)));
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
