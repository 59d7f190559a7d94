package org.gatescope.picture.table;

import java.util.Locale;
import java.util.Set;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.picture.Golden;
import org.gatescope.picture.Tones;
import org.gatescope.text.Numerals;
import org.gatescope.ui.paint.ScreenMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** Where a table draws what, against files; its fonts come with the app, so it is alike everywhere. */
@ExtendWith(ApplicationExtension.class)
class TableLayoutTest {
    /** 0.5 and steps of it, not a number in the lower right corner; the second row is tinted. */
    private record Halves(int rows, int columns) implements TableContent {
        @Override
        public double value(int row, int column) {
            return row == 1 && column == 1 ? Double.NaN : (row - column) * 0.5;
        }

        @Override
        public int tint(int row, int column) {
            return row == 1 ? 0x80ff8800 : 0;
        }

        @Override
        public String text(int row, int column) {
            double value = value(row, column);
            String digits = String.format(Locale.ROOT, "%.2f", Math.abs(value));
            return Double.isNaN(value) ? "NaN" : value > 0 ? "+" + digits : Numerals.signed(value < 0, digits);
        }

        @Override
        public String rowHeading(int row) {
            return "r" + row;
        }

        @Override
        public String columnHeading(int column) {
            return "c" + column;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cellsHeadingsAndMarks(boolean dark) {
        Golden.check("table-" + (dark ? "dark" : "light"), table(new Halves(2, 2), dark, 2, 130, 60));
    }

    @Test
    void onlyWhatShowsIsDrawn() {
        Golden.check("table-scrolled", table(new Halves(1000, 1000), false, 1000, 75, 40));
    }

    @Test
    void nothingIsDrawnOfNothing() {
        Golden.check("table-none", table(new Halves(0, 0), false, 0, 130, 60));
    }

    @Test
    void theMapOutlinesWhatShows() {
        TableContent content = new Halves(4, 2);
        GridGeometry at = new GridGeometry(4, 2, 46, 20, 30, 20, 76, 60, 0, 0).scrolledTo(46, 20);
        Golden.check(
                "table-map", new GridMapPicture(GridOverview.of(content, 2, Progress.NONE), at, Tones.LIGHT, 40, 80));
        Golden.check("table-map-none", new GridMapPicture(null, at, Tones.DARK, 1, 1));
    }

    private static TablePicture table(TableContent content, boolean dark, int size, double width, double height) {
        GridGeometry at = new GridGeometry(size, size, 46, 20, 30, 20, width, height, 0, 0).scrolledTo(size, size);
        GridCell first = new GridCell(0, 0);
        return new TablePicture(
                content,
                at,
                GridSelection.of(first),
                Set.of(new GridCell(1, 0)),
                null,
                new GridFigures(11, new ScreenMeasure()),
                Tones.of(dark),
                true,
                true,
                width,
                height);
    }
}
