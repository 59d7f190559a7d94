package org.gatescope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Of 300 pixels 100 can be seen. */
class RevealTest {
    private static double scrolled(double value, double from, double to, double beside) {
        return 200 * Reveal.value(value, from, to, 300, 100, beside);
    }

    @Test
    void whatIsSeenStaysWhereItIs() {
        assertThat(scrolled(0.5, 120, 180, 10)).isEqualTo(100);
    }

    @Test
    void whatLiesBeforeComesToTheBeginningWhatLiesAfterToTheEnd() {
        assertThat(scrolled(0.5, 60, 80, 0)).isEqualTo(60);
        assertThat(scrolled(0.5, 60, 80, 10)).isEqualTo(50);
        assertThat(scrolled(0.5, 220, 240, 0)).isEqualTo(140);
        assertThat(scrolled(0.5, 220, 240, 10)).isEqualTo(150);
    }

    @Test
    void itNeverScrollsBeyondTheEnds() {
        assertThat(scrolled(0.5, 0, 10, 40)).isZero();
        assertThat(scrolled(0.5, 290, 300, 40)).isEqualTo(200);
    }

    @Test
    void ofWhatIsLongerThanTheRoomTheEndIsSeen() {
        assertThat(scrolled(0, 50, 250, 0)).isEqualTo(150);
    }

    @Test
    void whereAllIsSeenNothingScrolls() {
        assertThat(Reveal.value(0.3, 0, 10, 100, 100, 5)).isEqualTo(0.3);
    }
}
