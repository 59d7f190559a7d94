package org.gatescope.picture.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.picture.Box;
import org.gatescope.picture.ColourMap;
import org.gatescope.picture.Family;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Tones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where squares of lanes lie, how high lanes are, and what lies at a point. */
@Execution(ExecutionMode.CONCURRENT)
class CellGridTest {
    static Stream<CellGrid> grids() {
        Random random = new Random(8);
        return IntStream.range(0, 120).mapToObj(i -> {
            TimeAxis axis = TimeAxis.of(1 + random.nextInt(i % 3 == 0 ? 2000 : 40), 20 + random.nextInt(600));
            if (random.nextBoolean()) {
                axis = axis.zoomed(1 + 5 * random.nextDouble(), 0).panned(200 * random.nextDouble());
            }
            return new CellGrid(axis, 1 + random.nextInt(i % 2 == 0 ? 12 : 700), 8 + random.nextInt(300));
        });
    }

    @ParameterizedTest
    @MethodSource("grids")
    void rowsFillTheHeightWithoutOverlapping(CellGrid grid) {
        assertThat(grid.topOfRow(0)).isZero();
        assertThat(grid.topOfRow(grid.rows())).isEqualTo((int) Math.rint(grid.height()));
        assertThat(grid.firstUnit(0)).isZero();
        assertThat(grid.firstUnit(grid.rows())).isEqualTo(grid.units());
        for (int row = 0; row < grid.rows(); row++) {
            assertThat(grid.topOfRow(row + 1)).isGreaterThan(grid.topOfRow(row));
            assertThat(grid.firstUnit(row + 1)).isGreaterThan(grid.firstUnit(row));
        }
    }

    /** Against looking at one row after the other. */
    @ParameterizedTest
    @MethodSource("grids")
    void everyPixelBelongsToTheRowThatIsDrawnThere(CellGrid grid) {
        int height = (int) Math.rint(grid.height());
        for (int y = 0; y < height; y++) {
            int row = 0;
            while (grid.topOfRow(row + 1) <= y) {
                row++;
            }
            assertThat(grid.rowAt(y)).isEqualTo(row);
            assertThat(grid.rowAt(y + 0.99)).isEqualTo(row);
        }
        assertThat(grid.rowAt(-1e9)).isZero();
        assertThat(grid.rowAt(1e9)).isEqualTo(grid.rows() - 1);
    }

    @ParameterizedTest
    @MethodSource("grids")
    void squaresOfAStepLieWithinItsColumn(CellGrid grid) {
        TimeAxis axis = grid.axis();
        for (int t = axis.firstVisible(); t < axis.endVisible(); t++) {
            Box column = grid.column(t);
            assertThat(column.width()).isGreaterThanOrEqualTo(1);
            assertThat(column.x()).isGreaterThanOrEqualTo(axis.left(t));
            if (axis.column() >= 2) {
                assertThat(column.right()).isLessThanOrEqualTo(axis.right(t));
            }
            for (int unit = 0; unit < Math.min(5, grid.units()); unit++) {
                Box cell = grid.cell(t, unit);
                assertThat(cell.x()).isEqualTo(column.x());
                assertThat(cell.width()).isEqualTo(column.width());
                assertThat(cell.y()).isEqualTo(grid.rowTop(unit));
                assertThat(cell.bottom()).isEqualTo(grid.rowTop(unit + 1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("grids")
    void stepsThatShareAPixelEndTogether(CellGrid grid) {
        TimeAxis axis = grid.axis();
        for (int t = 0; t < axis.steps(); t = grid.endOfPixel(t)) {
            int end = grid.endOfPixel(t);
            assertThat(end).isGreaterThan(t);
            for (int other = t + 1; other < end; other++) {
                assertThat(axis.left(other)).isEqualTo(axis.left(t));
            }
            if (axis.column() < 1 && end < axis.steps()) {
                assertThat(axis.left(end)).isGreaterThan(axis.left(t));
            }
        }
    }

    /** What is pointed at is the number whose colour is seen: of all that share the pixel none is larger. */
    @ParameterizedTest
    @MethodSource("grids")
    void thePointedNumberIsTheStrongestOfItsPixel(CellGrid grid) {
        Random random = new Random(3);
        double[][] values = new double[grid.axis().steps()][grid.units()];
        for (double[] row : values) {
            for (int unit = 0; unit < row.length; unit++) {
                row[unit] = random.nextGaussian();
            }
        }
        Numbers numbers = Numbers.of(values.length, grid.units(), (t, unit) -> values[t][unit]);
        for (int i = 0; i < 20; i++) {
            double x = random.nextDouble() * grid.axis().width();
            double y = random.nextDouble() * grid.height();
            PointedCell cell = PointedCell.at(numbers, grid, x, y);
            int first = grid.axis().stepAt(x);
            int end = Math.min(values.length, grid.endOfPixel(first));
            int row = grid.rowAt(y);
            int count = 0;
            for (int t = first; t < end; t++) {
                for (int unit = grid.firstUnit(row); unit < grid.firstUnit(row + 1); unit++) {
                    assertThat(Math.abs(values[t][unit])).isLessThanOrEqualTo(Math.abs(values[cell.t()][cell.unit()]));
                    count++;
                }
            }
            assertThat(cell.among()).isEqualTo(count);
            assertThat(cell.t()).isBetween(first, end - 1);
        }
    }

    @Test
    void whereNothingIsThereThePlaceIsStillNamed() {
        CellGrid grid = new CellGrid(TimeAxis.of(3, 120), 2, 20);
        Numbers none = Numbers.of(3, 2, (t, unit) -> 1).without(0, 1, 2);
        assertThat(PointedCell.at(none, grid, 50, 15)).isEqualTo(new PointedCell(1, 1, 1));
    }

    @Test
    void whatIsNoNumberIsPointedAtFirst() {
        TimeAxis axis = new TimeAxis(1000, 100, 0.1, 0);
        CellGrid grid = new CellGrid(axis, 1, 20);
        Numbers numbers = Numbers.of(1000, 1, (t, unit) -> t == 503 ? Double.NaN : 1e300);
        assertThat(PointedCell.at(numbers, grid, 50, 5).t()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 8, 9, 50, 55, 64, 65, 110, 111, 5000})
    void aLaneIsAtLeastAsHighAsItsHeadingAndNoHigherThanTheLargest(int units) {
        LaneLook look = LaneLook.of(Family.VALUES);
        double squares = LaneHeights.squares(look, units, 0);
        assertThat(squares).isBetween(LaneHeights.LEAST, LaneHeights.MOST);
        assertThat(LaneHeights.whole(look, units, 0)).isGreaterThanOrEqualTo(Math.max(squares, LaneHeights.HEADING));
        if (units > 0 && units <= 110) {
            assertThat(squares % units).as("whole pixels for each unit").isZero();
        }
        assertThat(LaneHeights.squares(look.withFolded(true), units, 24)).isEqualTo(LaneHeights.LEAST);
        assertThat(LaneHeights.whole(look.withFolded(true), units, 24)).isLessThan(LaneHeights.HEADING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9, 64, 5000})
    void rowsGrowAsFarAsAllLanesHaveRoom(int units) {
        LaneLook look = LaneLook.of(Family.VALUES);
        int lanes = 3;
        double least = lanes * LaneHeights.whole(look, units, 0);
        for (double room = least; room < least + 2000; room += 7) {
            int row = LaneHeights.row(room, 24, height -> lanes * LaneHeights.whole(look, units, height));
            assertThat(lanes * LaneHeights.whole(look, units, row)).isLessThanOrEqualTo(room);
            assertThat(row == LaneHeights.ROOMY_ROW || lanes * LaneHeights.whole(look, units, row + 1) > room)
                    .isTrue();
        }
        assertThat(LaneHeights.row(least - 1, 24, height -> lanes * LaneHeights.whole(look, units, height)))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "8, 8", "100, 100", "600, 600", "1e9, 600", "0.001, 8"})
    void aHeightOfTheReadersOwnIsKeptWithinReason(double height, double expected) {
        assertThat(LaneHeights.squares(LaneLook.of(Family.GATES).withHeight(height), 4, 24))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "44, 30, 1",
        "30, 30, 1",
        "29, 30, 2",
        "10, 30, 5",
        "6, 30, 5",
        "5.9, 30, 10",
        "1, 30, 50",
        "0.01, 30, 5000",
        "0, 30, 2147483647",
        "1e-300, 30, 2147483647",
        "5, 0, 1"
    })
    void marksOfTheRulerStandApart(double column, double room, int interval) {
        assertThat(RulerMarks.interval(column, room)).isEqualTo(interval);
    }

    @ParameterizedTest
    @EnumSource
    void aLookChangesOneThingAtATime(ColourMap map) {
        LaneLook look = LaneLook.of(Family.VALUES);
        LaneLook changed = look.withMap(map)
                .withFlipped(true)
                .withLogarithmic(true)
                .withFixed(3)
                .withHeight(40);
        assertThat(changed).isEqualTo(new LaneLook(map, true, ScaleChoice.FIXED, 3, true, false, 40));
        assertThat(changed.withMap(look.map())
                        .withFlipped(false)
                        .withLogarithmic(false)
                        .withFixed(look.fixed())
                        .withChoice(look.choice())
                        .withHeight(0))
                .isEqualTo(look);
        for (boolean dark : new boolean[] {true, false}) {
            Palette plain = look.withMap(map).palette(Tones.of(dark).ground());
            Palette turned =
                    look.withMap(map).withFlipped(true).palette(Tones.of(dark).ground());
            for (int i = 0; i < Palette.SIZE; i++) {
                assertThat(turned.argb(i)).isEqualTo(plain.argb(Palette.SIZE - 1 - i));
            }
            assertThat(turned.argb(Palette.NAN)).isEqualTo(plain.argb(Palette.NAN));
        }
    }
}
