package org.gatescope.ui.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.gatescope.picture.Family;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Scale;
import org.gatescope.ui.axis.TimeAxis;
import org.gatescope.ui.paint.Pixels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CellPixelsTest {
    private static final Scale SCALE = Scale.diverging(1);
    private static final Palette PALETTE = Palette.of(Family.VALUES, false);

    @ParameterizedTest
    @MethodSource("randomLanes")
    void everyPixelHasTheColourOfTheStrongestNumberThere(Numbers numbers, CellGrid grid) {
        Pixels pixels = filled(numbers, grid);
        for (int x = 0; x < pixels.width(); x += 3) {
            for (int y = 0; y < pixels.height(); y += 3) {
                int argb = pixels.argb()[y * pixels.stride() + x];
                if (argb != 0) {
                    PointedCell cell = PointedCell.at(numbers, grid, x, y);
                    int expected = PALETTE.argb(SCALE.index(numbers.value(cell.t(), cell.unit())));
                    assertThat(argb).as("pixel %d, %d of %s", x, y, grid).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void aSpikeAmongThousandsIsSeen() {
        Numbers numbers = Numbers.of(10_000, 500, (t, unit) -> t == 7321 && unit == 77 ? -1 : 1e-3);
        Pixels pixels = filled(numbers, new CellGrid(TimeAxis.of(10_000, 300).fitAll(), 500, 60));
        assertThat(pixels.argb()).contains(PALETTE.argb(0));
    }

    @Test
    void notANumberWinsOverEverything() {
        Numbers numbers = Numbers.of(4, 2, (t, unit) -> t == 1 && unit == 1 ? Double.NaN : Double.POSITIVE_INFINITY);
        assertThat(CellPixels.strongest(numbers, 0, 4, 0, 2)).isNaN();
        assertThat(CellPixels.strongest(numbers, 2, 4, 0, 2)).isInfinite();
    }

    @Test
    void stepsKeepApartWhenThereIsRoom() {
        Numbers numbers = Numbers.of(5, 3, (t, unit) -> 0.5);
        CellGrid grid = new CellGrid(TimeAxis.of(5, 500), 3, 39);
        Pixels pixels = filled(numbers, grid);
        for (int t = 1; t < 5; t++) {
            int edge = (int) grid.axis().left(t);
            assertThat(pixels.argb()[edge - 1]).isZero();
            assertThat(pixels.argb()[edge]).isZero();
            assertThat(pixels.argb()[edge + 10]).isNotZero();
        }
    }

    @Test
    void theBufferIsUsedAgain() {
        Pixels pixels = new Pixels();
        Numbers numbers = Numbers.of(50, 8, (t, unit) -> t);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            new CellPixels(numbers, new CellGrid(TimeAxis.of(50, 400), 8, 104), SCALE, PALETTE).fill(pixels);
            int[] first = pixels.argb();
            new CellPixels(numbers, new CellGrid(TimeAxis.of(50, 300), 8, 60), SCALE, PALETTE).fill(pixels);
            assertThat(pixels.argb()).isSameAs(first);
        });
    }

    @Test
    void nothingToShowIsNoTrouble() {
        assertThat(filled(Numbers.of(0, 3, (t, u) -> 1), new CellGrid(TimeAxis.of(0, 100), 3, 30))
                        .argb())
                .containsOnly(0);
        assertThat(filled(Numbers.of(3, 0, (t, u) -> 1), new CellGrid(TimeAxis.of(3, 100), 0, 30))
                        .argb())
                .containsOnly(0);
    }

    static Stream<Arguments> randomLanes() {
        Random random = new Random(3);
        return Stream.generate(() -> {
                    int steps = 1 + (int) Math.pow(10, 3 * random.nextDouble());
                    int units = 1 + (int) Math.pow(10, 2.3 * random.nextDouble());
                    Numbers numbers = Numbers.of(steps, units, (t, unit) -> random.nextGaussian());
                    TimeAxis axis = TimeAxis.of(steps, 40 + random.nextInt(400))
                            .fitAll()
                            .zoomed(1 + 3 * random.nextDouble(), 30)
                            .panned(random.nextInt(50));
                    return Arguments.of(numbers, new CellGrid(axis, units, 8 + random.nextInt(100)));
                })
                .limit(30);
    }

    private static Pixels filled(Numbers numbers, CellGrid grid) {
        Pixels pixels = new Pixels();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> new CellPixels(numbers, grid, SCALE, PALETTE).fill(pixels));
        return pixels;
    }
}
