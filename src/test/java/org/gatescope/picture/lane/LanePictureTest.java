package org.gatescope.picture.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatescope.picture.Family;
import org.gatescope.picture.Palette;
import org.gatescope.picture.RecordingPen;
import org.gatescope.picture.RecordingPen.Cornered;
import org.gatescope.picture.RecordingPen.Hatched;
import org.gatescope.picture.RecordingPen.Laid;
import org.gatescope.picture.RecordingPen.Written;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Tones;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LanePictureTest {
    private static final Numbers NUMBERS = Numbers.of(7, 6, (t, unit) -> (t + 1) * (unit - 3) / 20.0);

    @Nested
    class WhenAllIsComputed {
        @Test
        void everySquareHasItsNumberInTheMiddle() {
            CellGrid grid = new CellGrid(TimeAxis.of(7, 700), 6, 78);
            RecordingPen pen = draw(NUMBERS, grid);
            assertThat(pen.all(Written.class)).hasSize(42);
            assertThat(pen.all(Hatched.class)).isEmpty();
            Written first = pen.all(Written.class).getFirst();
            assertThat(first.text()).isEqualTo("−0.15");
            assertThat(first.x()).isEqualTo(grid.cell(0, 0).centreX());
            assertThat(first.baseline())
                    .isBetween(grid.cell(0, 0).y(), grid.cell(0, 0).bottom());
        }

        @Test
        void numbersAreBlackOrWhiteAsTheColourWants() {
            RecordingPen pen = draw(NUMBERS, new CellGrid(TimeAxis.of(7, 700), 6, 78));
            assertThat(pen.all(Written.class).stream()
                            .map(mark -> mark.lettering().colour()))
                    .contains(Rgb.BLACK, Rgb.WHITE);
        }

        @Test
        void narrowColumnsAndLowRowsHaveNoNumbers() {
            assertThat(draw(NUMBERS, new CellGrid(TimeAxis.of(7, 7 * 33), 6, 78))
                            .texts())
                    .isEmpty();
            assertThat(draw(NUMBERS, new CellGrid(TimeAxis.of(7, 700), 6, 60)).texts())
                    .isEmpty();
        }
    }

    @Nested
    class WhenAPartIsComputed {
        @Test
        void theRestIsHatchedAndHasNeitherColoursNorNumbers() {
            CellGrid grid = new CellGrid(TimeAxis.of(7, 700), 6, 78);
            RecordingPen pen = draw(NUMBERS.computed(3, 7), grid);
            assertThat(pen.all(Hatched.class)).hasSize(3);
            assertThat(pen.all(Written.class))
                    .hasSize(24)
                    .allMatch(mark -> mark.x() > grid.axis().left(3));
            assertThat(pen.all(Laid.class)).singleElement().satisfies(squares -> {
                assertThat(squares.from()).isEqualTo(3);
                assertThat(squares.to()).isEqualTo(7);
            });
        }

        @Test
        void manyMissingStepsAreOneHatchedBox() {
            Numbers many = Numbers.of(2000, 3, (t, unit) -> 1).computed(0, 100);
            RecordingPen pen = draw(many, new CellGrid(TimeAxis.of(2000, 700).fitAll(), 3, 60));
            assertThat(pen.all(Hatched.class)).hasSize(1);
        }

        @Test
        void beforeAnythingIsComputedNoImageIsDrawn() {
            RecordingPen pen = draw(NUMBERS.computed(7, 7), new CellGrid(TimeAxis.of(7, 700), 6, 78));
            assertThat(pen.all(Laid.class)).isEmpty();
            assertThat(pen.all(Hatched.class)).hasSize(7);
        }
    }

    /** 0.05, 0.1, 0.9 and 0.95: the limits themselves are not beyond them. */
    @Test
    void gatesThatAreNearlyClosedOrOpenAreMarked() {
        double[] values = {0.05, 0.1, 0.9, 0.95};
        Numbers gates = Numbers.of(4, 1, (t, unit) -> values[t]);
        CellGrid grid = new CellGrid(TimeAxis.of(4, 400), 1, 14);
        List<Cornered> marks = draw(gates, grid, Scale.unit(), Family.GATES).all(Cornered.class);
        assertThat(marks).hasSize(2);
        assertThat(marks.getFirst().corners()).contains(grid.cell(0, 0).right());
        assertThat(marks.getLast().corners()).contains(grid.cell(3, 0).right());
        assertThat(draw(gates, grid).all(Cornered.class)).isEmpty();
    }

    private static RecordingPen draw(Numbers numbers, CellGrid grid) {
        return draw(numbers, grid, Scale.diverging(1), Family.VALUES);
    }

    private static RecordingPen draw(Numbers numbers, CellGrid grid, Scale scale, Family family) {
        RecordingPen pen = new RecordingPen();
        Palette palette = Palette.of(family, false);
        LanePicture.of(numbers, grid, scale, palette, Tones.LIGHT).draw(pen);
        return pen;
    }
}
