package org.gatescope.picture.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.picture.Family;
import org.gatescope.picture.Mosaic;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LaneMosaicTest {
    private static final Scale SCALE = Scale.diverging(1);
    private static final Palette PALETTE = Palette.of(Family.VALUES, false);

    @ParameterizedTest
    @MethodSource("randomLanes")
    void everyPixelHasTheColourOfTheStrongestNumberThere(Numbers numbers, CellGrid grid) {
        Mosaic mosaic = mosaic(numbers, grid);
        for (int column = 0; column < mosaic.colours().width(); column++) {
            for (int row = 0; row < mosaic.colours().height(); row++) {
                int x = mosaic.left(column);
                int y = mosaic.top(row);
                PointedCell cell = PointedCell.at(numbers, grid, x, y);
                int expected = PALETTE.argb(SCALE.index(numbers.value(cell.t(), cell.unit())));
                assertThat(mosaic.colours().argb(column, row))
                        .as("pixel %d, %d of %s", x, y, grid)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aSpikeAmongThousandsIsSeen() {
        Numbers numbers = Numbers.of(10_000, 500, (t, unit) -> t == 7321 && unit == 77 ? -1 : 1e-3);
        Raster colours = mosaic(numbers, new CellGrid(TimeAxis.of(10_000, 300).fitAll(), 500, 60))
                .colours();
        assertThat(IntStream.range(0, colours.width() * colours.height())
                        .map(i -> colours.argb(i % colours.width(), i / colours.width())))
                .contains(PALETTE.argb(0));
    }

    @Test
    void notANumberWinsOverEverything() {
        Numbers numbers = Numbers.of(4, 2, (t, unit) -> t == 1 && unit == 1 ? Double.NaN : Double.POSITIVE_INFINITY);
        assertThat(LaneMosaic.strongest(numbers, 0, 4, 0, 2)).isNaN();
        assertThat(LaneMosaic.strongest(numbers, 2, 4, 0, 2)).isInfinite();
    }

    @Test
    void stepsKeepApartWhenThereIsRoom() {
        Numbers numbers = Numbers.of(5, 3, (t, unit) -> 0.5);
        CellGrid grid = new CellGrid(TimeAxis.of(5, 500), 3, 39);
        Mosaic mosaic = mosaic(numbers, grid);
        for (int t = 1; t < 5; t++) {
            assertThat(mosaic.right(t - 1)).isEqualTo((int) grid.axis().left(t) - 2);
            assertThat(mosaic.left(t)).isEqualTo((int) grid.axis().left(t) + 2);
        }
    }

    @Test
    void stepsWithoutNumbersHaveNoColour() {
        Numbers numbers = Numbers.of(3, 1, (t, unit) -> 1).without(1);
        Raster colours =
                mosaic(numbers, new CellGrid(TimeAxis.of(3, 90), 1, 13)).colours();
        assertThat(colours.argb(0, 0)).isEqualTo(PALETTE.argb(Palette.SIZE - 1));
        assertThat(colours.argb(1, 0)).isZero();
    }

    @Test
    void nothingToShowIsNoTrouble() {
        Mosaic noSteps = mosaic(Numbers.of(0, 3, (t, u) -> 1), new CellGrid(TimeAxis.of(0, 100), 3, 30));
        assertThat(noSteps.colours().width()).isZero();
        Mosaic noUnits = mosaic(Numbers.of(3, 0, (t, u) -> 1), new CellGrid(TimeAxis.of(3, 100), 0, 30));
        assertThat(noUnits.colours().height()).isZero();
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

    private static Mosaic mosaic(Numbers numbers, CellGrid grid) {
        return new LaneMosaic(numbers, grid, SCALE, PALETTE).mosaic();
    }
}
