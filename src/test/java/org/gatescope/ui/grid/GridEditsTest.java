package org.gatescope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatescope.engine.Fill;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.picture.Raster;
import org.gatescope.picture.table.GridCell;
import org.gatescope.picture.table.GridOverview;
import org.gatescope.picture.table.GridSelection;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GridEditsTest {
    private static final Sample MATRIX = Sample.of(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});

    private static GridEdits selected(int row, int column, int lastRow, int lastColumn) {
        return new GridEdits(MATRIX, new GridSelection(new GridCell(row, column), new GridCell(lastRow, lastColumn)));
    }

    @Nested
    class ASelection {
        private final GridSelection backwards = new GridSelection(new GridCell(4, 3), new GridCell(1, 2));

        @Test
        void isTheSameRectangleWhicheverCornerItBeganAt() {
            assertThat(backwards.top()).isEqualTo(1);
            assertThat(backwards.left()).isEqualTo(2);
            assertThat(backwards.rows()).isEqualTo(4);
            assertThat(backwards.columns()).isEqualTo(2);
            assertThat(backwards.contains(1, 3)).isTrue();
            assertThat(backwards.contains(0, 3)).isFalse();
        }

        @Test
        void shrinksIntoASmallerMatrix() {
            assertThat(backwards.within(2, 3)).isEqualTo(new GridSelection(new GridCell(1, 2), new GridCell(1, 2)));
            assertThat(GridSelection.all(0, 0)).isEqualTo(GridSelection.of(new GridCell(0, 0)));
        }
    }

    @Test
    void typingGoesToTheActiveCellAlone() {
        GridEdit edit = selected(2, 2, 0, 0).typed(5);
        assertThat(edit.row()).isEqualTo(2);
        assertThat(edit.column()).isEqualTo(2);
        assertThat(edit.values()).isDeepEqualTo(new double[][] {{5}});
    }

    @Test
    void fillingDownTakesTheFirstRowOrTheOneAboveASingleRow() {
        assertThat(selected(1, 0, 2, 1).filledDown().values()).isDeepEqualTo(new double[][] {{4, 5}, {4, 5}});
        assertThat(selected(1, 0, 1, 1).filledDown().values()).isDeepEqualTo(new double[][] {{1, 2}});
        assertThat(selected(0, 0, 0, 1).filledDown().values()).isDeepEqualTo(new double[][] {{1, 2}});
        assertThat(selected(0, 2, 1, 2).filledRight().values()).isDeepEqualTo(new double[][] {{2}, {5}});
    }

    @Test
    void aBlockRepeatsWhereItDividesTheSelection() {
        double[][] block = {{1}, {2}};
        assertThat(selected(0, 0, 1, 2).pasted(block).values()).isDeepEqualTo(new double[][] {{1, 1, 1}, {2, 2, 2}});
        assertThat(selected(0, 0, 2, 2).pasted(block).values()).isDeepEqualTo(block);
    }

    @Test
    void aBlockFitsOnlyInsideTheMatrix() {
        double[][] block = {{1, 2}, {3, 4}};
        GridEdits inside = selected(1, 1, 1, 1);
        GridEdits outside = selected(2, 1, 2, 1);
        assertThat(inside.fits(inside.pasted(block))).isTrue();
        assertThat(outside.fits(outside.pasted(block))).isFalse();
    }

    @Test
    void aSeedGivesWhatFillingATableWithItGives() {
        GridEdits all = selected(0, 0, 2, 1);
        GridEdit drawn = all.randomised(3);
        assertThat(drawn.values())
                .isDeepEqualTo(
                        new Fill.Normal(3).matrix(drawn.rows(), drawn.columns()).toArray());
    }

    @Test
    void aSeedGivesTheSameWeightsAgain() {
        GridEdits all = selected(0, 0, 2, 2);
        assertThat(all.randomised(3).values()).isDeepEqualTo(all.randomised(3).values());
        assertThat(all.randomised(3).values()[0][0])
                .isNotEqualTo(all.randomised(4).values()[0][0]);
    }

    @Test
    void theOverviewKeepsTheStrongestCellOfEachPixel() {
        double[][] values = new double[300][500];
        values[299][499] = -2;
        values[17][3] = Double.NaN;
        Sample sample = Sample.of(values);
        Raster overview = GridOverview.of(sample, 160, Progress.NONE);
        assertThat(overview.width()).isEqualTo(160);
        assertThat(overview.height()).isEqualTo(160);
        assertThat(overview.argb(159, 159)).isEqualTo(sample.tint(299, 499));
        assertThat(overview.argb(1, 9)).isEqualTo(sample.tint(17, 3));
        assertThat(overview.argb(80, 80)).isEqualTo(sample.tint(0, 0));
        assertThat(GridOverview.of(new EmptyContent(), 160, Progress.NONE).width())
                .isZero();
    }
}
