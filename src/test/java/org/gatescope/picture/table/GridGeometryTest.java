package org.gatescope.picture.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GridGeometryTest {
    /** 100 × 50 cells of 40 × 20 behind headings of 60 and 20, in a view that shows 10 × 10 of them. */
    private static final GridGeometry GRID = new GridGeometry(100, 50, 40, 20, 60, 20, 460, 220, 0, 0);

    @Test
    void onlyCellsInSightAreCounted() {
        assertThat(GRID.firstRow()).isZero();
        assertThat(GRID.endRow()).isEqualTo(10);
        GridGeometry scrolled = GRID.scrolledTo(20, 5);
        assertThat(scrolled.firstColumn()).isZero();
        assertThat(scrolled.endColumn()).isEqualTo(11);
        assertThat(scrolled.endRow()).isEqualTo(11);
        assertThat(GRID.pageRows()).isEqualTo(10);
    }

    @Test
    void scrollingEndsWithTheLastCell() {
        GridGeometry end = GRID.scrolledTo(1e9, 1e9);
        assertThat(end.endRow()).isEqualTo(100);
        assertThat(end.firstRow()).isEqualTo(90);
        assertThat(end.scrollX()).isEqualTo(50 * 40 - 400);
        assertThat(GRID.scrolledTo(-5, -5)).isEqualTo(GRID);
    }

    @Test
    void headingsAreNotCells() {
        assertThat(GRID.cellAt(59, 30)).isEqualTo(new GridCell(0, -1));
        assertThat(GRID.cellAt(100, 19)).isEqualTo(new GridCell(-1, 1));
        assertThat(GRID.cellAt(5, 5)).isEqualTo(new GridCell(-1, -1));
        assertThat(GRID.cellAt(-1, 30)).isNull();
        assertThat(GRID.cellAt(470, 30)).isNull();
        GridGeometry small = new GridGeometry(2, 2, 40, 20, 60, 20, 460, 220, 0, 0);
        assertThat(small.cellAt(60 + 80, 30)).isNull();
        assertThat(small.cellAt(70, 20 + 40)).isNull();
    }

    @Test
    void theCellAtItsOwnPlaceIsFoundAgainWhateverIsScrolled() {
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            GridCell cell = new GridCell(random.nextInt(100), random.nextInt(50));
            GridGeometry at =
                    GRID.scrolledTo(random.nextInt(3000), random.nextInt(3000)).revealing(cell);
            double x = at.x(cell.column());
            double y = at.y(cell.row());
            assertThat(at.cellAt(x + 39.9, y + 19.9)).isEqualTo(cell);
            assertThat(at.cellAt(x, y)).isEqualTo(cell);
            assertThat(at.cellNear(x, y)).isEqualTo(cell);
        }
    }

    @Test
    void revealingScrollsNoFurtherThanItMust() {
        assertThat(GRID.revealing(new GridCell(9, 9))).isEqualTo(GRID);
        assertThat(GRID.revealing(new GridCell(10, 0)).scrollY()).isEqualTo(20);
        assertThat(GRID.scrolledTo(0, 500).revealing(new GridCell(3, 0)).scrollY())
                .isEqualTo(60);
    }

    @Test
    void aPointBeyondTheEdgeBelongsToTheNextCell() {
        assertThat(GRID.cellNear(-100, -100)).isEqualTo(new GridCell(0, 0));
        assertThat(GRID.cellNear(1e9, 1e9)).isEqualTo(new GridCell(99, 49));
    }

    @Test
    void nothingIsNowhere() {
        GridGeometry none = new GridGeometry(0, 0, 40, 20, 0, 20, 100, 100, 0, 0);
        assertThat(none.endRow()).isZero();
        assertThat(none.cellAt(50, 50)).isNull();
        assertThat(none.maxScrollY()).isZero();
    }
}
