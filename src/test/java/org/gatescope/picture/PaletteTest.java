package org.gatescope.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
    /** The published maps are level near their neutral, and steps of eight bits may turn a level stretch round. */
    private static final double HAIR = 0.006;

    @ParameterizedTest
    @EnumSource(Family.class)
    void zeroIsExactlyTheNeutralColour(Family family) {
        int[] anchors = PaletteTable.anchors(family.map(), Ground.LIGHT);
        if (family.signed()) {
            int neutral = anchors[anchors.length / 2];
            assertThat(Palette.of(family, false).argb(Scale.diverging(1).index(0)))
                    .isEqualTo(0xff000000 | neutral);
        }
    }

    @ParameterizedTest
    @EnumSource(ColourMap.class)
    void flippingTwiceChangesNothingAndKeepsTheMiddle(ColourMap map) {
        Palette palette = Palette.of(map, false);
        Palette flipped = palette.flipped();
        assertThat(flipped.argb(0)).isEqualTo(palette.argb(Palette.SIZE - 1));
        assertThat(flipped.argb(Palette.ZERO)).isEqualTo(palette.argb(Palette.ZERO));
        assertThat(flipped.argb(Palette.NAN)).isEqualTo(palette.argb(Palette.NAN));
        assertThat(colours(flipped.flipped())).containsExactly(colours(palette));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void luminanceGoesOneWayFromTheNeutralOutward(ColourMap map, boolean dark) {
        Palette palette = Palette.of(map, dark);
        if (map.diverging()) {
            int outward = dark ? 1 : -1;
            assertMonotone(palette, Palette.ZERO, Palette.SIZE - 1, outward);
            assertMonotone(palette, Palette.ZERO, 0, outward);
        } else {
            boolean darkens = map == ColourMap.TEAL && !dark;
            assertMonotone(palette, 0, Palette.SIZE - 1, darkens ? -1 : 1);
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theEndsCanBeToldApartWithoutRedOrWithoutGreen(ColourMap map, boolean dark) {
        Palette palette = Palette.of(map, dark);
        int low = palette.argb(Palette.SIZE / 4);
        int high = palette.argb(Palette.SIZE * 3 / 4);
        double blue = Math.abs((low & 0xff) - (high & 0xff));
        double bright = 255 * Math.abs(Contrast.luminance(low) - Contrast.luminance(high));
        assertThat(Math.max(blue, bright)).isGreaterThan(30);
    }

    @Test
    void whatIsNotANumberHasColoursOfItsOwn() {
        for (ColourMap map : ColourMap.values()) {
            Palette palette = Palette.of(map, false);
            int[] odd = {
                palette.argb(Palette.NAN),
                palette.argb(Palette.POSITIVE_INFINITY),
                palette.argb(Palette.NEGATIVE_INFINITY)
            };
            assertThat(Arrays.stream(odd).distinct()).hasSize(3);
            assertThat(colours(palette)).doesNotContain(odd);
        }
    }

    @Test
    void darkDivergingMapsHaveADarkNeutral() {
        assertThat(Contrast.luminance(Palette.of(Family.VALUES, true).argb(Palette.ZERO)))
                .isLessThan(0.05);
        assertThat(Contrast.luminance(Palette.of(Family.VALUES, false).argb(Palette.ZERO)))
                .isGreaterThan(0.7);
    }

    static Stream<Arguments> variants() {
        return Stream.of(ColourMap.values())
                .flatMap(map -> Stream.of(Arguments.of(map, false), Arguments.of(map, true)));
    }

    private static int[] colours(Palette palette) {
        return IntStream.range(0, Palette.SIZE).map(palette::argb).toArray();
    }

    private static void assertMonotone(Palette palette, int from, int to, int direction) {
        int step = to > from ? 1 : -1;
        for (int i = from; i != to; i += step) {
            double change = Contrast.luminance(palette.argb(i + step)) - Contrast.luminance(palette.argb(i));
            assertThat(change * direction).as("at " + i).isGreaterThan(-HAIR);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onPaperLightnessAloneTellsTheNumber(ColourMap map) {
        Palette palette = Palette.of(map, Ground.PRINT);
        for (int index = 0; index < Palette.SIZE; index++) {
            Rgb colour = new Rgb(palette.argb(index));
            assertThat(colour.red()).isEqualTo(colour.green()).isEqualTo(colour.blue());
            if (index > 0) {
                assertThat(colour.red()).isLessThanOrEqualTo(new Rgb(palette.argb(index - 1)).red());
            }
        }
        assertThat(new Rgb(palette.argb(0)).red()).as("is told from paper").isLessThan(0xf4);
        assertThat(new Rgb(palette.argb(Palette.SIZE - 1)).red()).isLessThan(0x20);
        assertThat(new Rgb(palette.argb(Palette.ZERO)).red())
                .as("zero, or a half")
                .isBetween(0x70, 0x88);
    }
}
