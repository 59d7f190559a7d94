package org.gatescope.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Luminance as WCAG 2.1 defines it, and text that can be read on any colour of any map. */
class ContrastTest {
    static Stream<Integer> colours() {
        Random random = new Random(5);
        return IntStream.range(0, 100).mapToObj(i -> random.nextInt(1 << 24));
    }

    /** (L₁ + 0.05) / (L₂ + 0.05), the lighter one above. */
    private static double ratio(double a, double b) {
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    @ParameterizedTest
    @CsvSource({"000000, 0", "ffffff, 1", "ff0000, 0.2126", "00ff00, 0.7152", "0000ff, 0.0722", "808080, 0.21586"})
    void luminanceOfKnownColours(String hex, double expected) {
        assertThat(Contrast.luminance(Integer.parseInt(hex, 16))).isCloseTo(expected, within(1e-5));
    }

    @Test
    void theTwoPiecesOfTheTransferMeet() {
        assertThat(Contrast.linear(Math.nextUp(0.04045))).isCloseTo(Contrast.linear(0.04045), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("colours")
    void theOtherOfBlackAndWhiteNeverStandsOutMore(int rgb) {
        double here = Contrast.luminance(rgb);
        double chosen = ratio(here, Contrast.luminance(Contrast.on(rgb).argb()));
        double other = ratio(here, Contrast.on(rgb).equals(Rgb.BLACK) ? 1 : 0);
        assertThat(chosen).isGreaterThanOrEqualTo(other - 0.02).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @MethodSource("colours")
    void overAnOpaqueColourTheMixtureCounts(int rgb) {
        Rgb over = Rgb.of(rgb);
        assertThat(over.readable(Rgb.WHITE)).isEqualTo(Contrast.on(rgb));
        assertThat(over.withOpacity(0).readable(Rgb.WHITE)).isEqualTo(Rgb.BLACK);
        assertThat(over.withOpacity(0).readable(Rgb.BLACK)).isEqualTo(Rgb.WHITE);
    }

    @ParameterizedTest
    @EnumSource
    void numbersCanBeReadOnEveryColourOfEveryMap(ColourMap map) {
        for (boolean dark : new boolean[] {false, true}) {
            Palette palette = Palette.of(map, dark);
            for (int i = 0; i < Palette.SIZE + 3; i++) {
                int argb = palette.argb(i);
                double text = Contrast.luminance(Contrast.on(argb).argb());
                assertThat(ratio(Contrast.luminance(argb), text)).isGreaterThanOrEqualTo(4.5);
            }
        }
    }
}
