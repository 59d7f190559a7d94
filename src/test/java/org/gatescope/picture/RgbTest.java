package org.gatescope.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RgbTest {
    private static final Rgb BLUE = Rgb.of(0x0969da);

    @Test
    void takesAColourApart() {
        assertThat(BLUE.red()).isEqualTo(0x09);
        assertThat(BLUE.green()).isEqualTo(0x69);
        assertThat(BLUE.blue()).isEqualTo(0xda);
        assertThat(BLUE.opacity()).isEqualTo(1);
    }

    @Test
    void aMixtureLiesBetween() {
        assertThat(Rgb.BLACK.mixed(Rgb.WHITE, 0.5)).isEqualTo(Rgb.of(0x7f7f7f));
        assertThat(BLUE.mixed(BLUE, 0.3)).isEqualTo(BLUE);
        assertThat(Rgb.BLACK.mixed(Rgb.WHITE, 0)).isEqualTo(Rgb.BLACK);
        assertThat(Rgb.BLACK.mixed(Rgb.WHITE, 1)).isEqualTo(Rgb.WHITE);
    }

    @Test
    void opacityLeavesTheColourAsItIs() {
        Rgb half = BLUE.withOpacity(0.6);
        assertThat(half.opacity()).isEqualTo(0.6);
        assertThat(half.withOpacity(1)).isEqualTo(BLUE);
        assertThat(half.withOpacity(0).opacity()).isZero();
    }

    @Test
    void isWrittenAsInAStylesheet() {
        assertThat(BLUE).hasToString("#0969da");
        assertThat(BLUE.withOpacity(0.6)).hasToString("#0969da99");
    }
}
