package org.gatescope.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How far colours are apart for readers of any colour vision: ΔE in CIE L*a*b* (1976), where 2.3 can just be seen. */
class ColourVisionTest {
    /** Under this much of the limit both maps are near their neutral, and say little. */
    private static final int FROM = Palette.ZERO / 4;

    private static final double AT_A_GLANCE = 7;

    /** Linear RGB as it is seen; Machado, Oliveira and Fernandes 2009, severity 1. */
    private enum Vision {
        USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        WITHOUT_RED(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        WITHOUT_GREEN(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        WITHOUT_BLUE(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        private final double[] matrix;

        Vision(double... matrix) {
            this.matrix = matrix;
        }

        double[] of(int argb) {
            double[] linear = {linear(argb >> 16), linear(argb >> 8), linear(argb)};
            return product(matrix, linear);
        }
    }

    static Stream<Arguments> visions() {
        return Arrays.stream(Vision.values())
                .flatMap(vision -> Stream.of(Arguments.of(vision, false), Arguments.of(vision, true)));
    }

    @ParameterizedTest
    @MethodSource("visions")
    void aGradientIsNotTakenForAValueOfItsSignAndSize(Vision vision, boolean dark) {
        Palette values = Palette.of(Family.VALUES, dark);
        Palette gradients = Palette.of(Family.GRADIENTS, dark);
        for (int i = FROM; i <= Palette.ZERO; i++) {
            for (int index : new int[] {Palette.ZERO - i, Palette.ZERO + i}) {
                assertThat(distance(vision, values.argb(index), gradients.argb(index)))
                        .as("at " + index)
                        .isGreaterThan(AT_A_GLANCE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("visions")
    void theSignOfAGradientIsSeen(Vision vision, boolean dark) {
        Palette gradients = Palette.of(Family.GRADIENTS, dark);
        for (int i = FROM; i <= Palette.ZERO; i++) {
            assertThat(distance(vision, gradients.argb(Palette.ZERO - i), gradients.argb(Palette.ZERO + i)))
                    .as("at " + i)
                    .isGreaterThan(2 * AT_A_GLANCE);
        }
    }

    /** What is not computed is hatched, on the playhead's column too. */
    @ParameterizedTest
    @MethodSource("visions")
    void hatchingIsSeenThroughTheMarkOfThePlayhead(Vision vision, boolean dark) {
        Tones tones = Tones.of(dark);
        for (Rgb behind : new Rgb[] {tones.window(), tones.highlight()}) {
            assertThat(distance(vision, tones.hatchOnMark().argb(), behind.argb()))
                    .isGreaterThan(2 * AT_A_GLANCE);
        }
    }

    private static double distance(Vision vision, int one, int other) {
        double[] a = lab(vision.of(one));
        double[] b = lab(vision.of(other));
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double linear(int channel) {
        double share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** L*, a*, b* of linear sRGB under D65. */
    private static double[] lab(double[] linear) {
        double[] shown =
                Arrays.stream(linear).map(value -> Math.clamp(value, 0, 1)).toArray();
        double[] toXyz = {
            0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920, 0.9503041
        };
        double[] xyz = product(toXyz, shown);
        double x = root(xyz[0] / 0.95047);
        double y = root(xyz[1]);
        double z = root(xyz[2] / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double share) {
        return share > 216.0 / 24389 ? Math.cbrt(share) : (24389.0 / 27 * share + 16) / 116;
    }

    private static double[] product(double[] matrix, double[] vector) {
        double[] result = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                result[row] += matrix[3 * row + column] * vector[column];
            }
        }
        return result;
    }
}
