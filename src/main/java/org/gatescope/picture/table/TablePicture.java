package org.gatescope.picture.table;

import java.util.Set;
import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.text.NumberForm;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a table that show, and nothing else, so that a frame costs the same for a matrix of any size; its headings
 * are frozen.
 *
 * @param lit            cells that another number is made from
 * @param before         what an edit has just changed: cells that differ from it are framed
 * @param focused        whether keys go to this table
 * @param marksSelection whether anybody has been here
 */
public record TablePicture(
        TableContent content,
        GridGeometry at,
        GridSelection selection,
        Set<GridCell> lit,
        @Nullable TableContent before,
        GridFigures figures,
        Tones tones,
        boolean focused,
        boolean marksSelection,
        double width,
        double height)
        implements Picture {
    private static final double GAP = 1;
    /** Between row headings and cells, in pixels. */
    public static final double HEADING_GAP = 8;

    @Override
    public void draw(Pen pen) {
        Box body = new Box(at.headingWidth(), at.headingHeight(), at.bodyWidth(), at.bodyHeight());
        pen.part(body, 1, this::body);
        pen.part(new Box(0, body.y(), body.x(), body.height()), 1, this::rowHeadings);
        pen.part(new Box(body.x(), 0, body.width(), body.y()), 1, this::columnHeadings);
    }

    private void body(Pen pen) {
        for (int row = at.firstRow(); row < at.endRow(); row++) {
            for (int column = at.firstColumn(); column < at.endColumn(); column++) {
                cell(pen, row, column);
            }
        }
        if (before != null && before.rows() == content.rows() && before.columns() == content.columns()) {
            changed(pen, before);
        }
        if (!lit.isEmpty()) {
            lit(pen);
        }
        if (marksSelection) {
            selection(pen);
        }
        if (marksSelection && focused && !at.shows(selection.anchor())) {
            focus(pen);
        }
    }

    private void cell(Pen pen, int row, int column) {
        int argb = content.tint(row, column);
        Box place = new Box(x(column), y(row), at.cellWidth() - GAP, at.cellHeight() - GAP);
        if (argb >>> 24 != 0) {
            pen.fill(place, new Rgb(argb));
        }
        String text = content.text(row, column);
        figures.draw(pen, text, right(text, place.centreX()), baseline(place.y()), place.width() - 2, textOn(argb));
    }

    /** Points stand below each other where a centred widest number has its own; what is no number is centred. */
    private double right(String text, double middle) {
        double room = at.cellWidth() - GAP - 2;
        NumberForm form = content.form();
        boolean isPlain = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1)) && !form.powers();
        double right = isPlain ? figures.numberWidth(form.widest()) / 2 - missing(text, form) : 0;
        double centred = Math.min(figures.numberWidth(text), room) / 2;
        return Math.rint(middle + (isPlain && right <= room / 2 ? right : centred));
    }

    /** Width of the decimals that a whole number does not show. */
    private double missing(String text, NumberForm form) {
        boolean isWhole = form.decimals() > 0 && !text.contains(".");
        return isWhole ? figures.numberWidth("." + "0".repeat(form.decimals())) : 0;
    }

    private double baseline(double y) {
        return Math.rint(y + (at.cellHeight() - GAP + figures.rise()) / 2);
    }

    /** What reads best on a cell's tint, which may let the window shine through. */
    private Rgb textOn(int argb) {
        Rgb tint = new Rgb(argb);
        return tint.opacity() == 0 ? tones.text() : tint.readable(tones.window());
    }

    /** Those in sight only: a whole matrix may be marked. */
    private void lit(Pen pen) {
        for (int row = at.firstRow(); row < at.endRow(); row++) {
            for (int column = at.firstColumn(); column < at.endColumn(); column++) {
                GridCell cell = new GridCell(row, column);
                if (lit.contains(cell)) {
                    pen.dashedFrame(about(GridSelection.of(cell)).inset(0.75), tones.selection(), 1.5, 3, 2);
                }
            }
        }
    }

    private void changed(Pen pen, TableContent from) {
        for (int row = at.firstRow(); row < at.endRow(); row++) {
            for (int column = at.firstColumn(); column < at.endColumn(); column++) {
                if (Double.compare(from.value(row, column), content.value(row, column)) != 0) {
                    pen.frame(about(GridSelection.of(new GridCell(row, column))), tones.text());
                }
            }
        }
    }

    /** Nothing over the tints: they are read as numbers. */
    private void selection(Pen pen) {
        GridSelection shown = selection.within(content.rows(), content.columns());
        Rgb accent = focused ? tones.selection() : tones.muted().withOpacity(0.6);
        double line = focused ? 2 : 1;
        outline(pen, shown, accent, line);
        if (!shown.isOneCell()) {
            outline(pen, GridSelection.of(shown.anchor()), accent, line);
        }
    }

    /** Where the keys go while the active cell is out of sight. */
    private void focus(Pen pen) {
        double right = Math.min(at.bodyWidth(), at.columns() * at.cellWidth() - GAP);
        double bottom = Math.min(at.bodyHeight(), at.rows() * at.cellHeight() - GAP);
        pen.frame(new Box(0, 0, right, bottom), tones.selection());
    }

    /** A line just inside the cells' edge. */
    private void outline(Pen pen, GridSelection cells, Rgb colour, double line) {
        pen.roundFrame(about(cells).inset(line / 2), line, colour, line);
    }

    private Box about(GridSelection cells) {
        return new Box(
                x(cells.left()),
                y(cells.top()),
                cells.columns() * at.cellWidth() - GAP,
                cells.rows() * at.cellHeight() - GAP);
    }

    private void rowHeadings(Pen pen) {
        double room = at.headingWidth() - HEADING_GAP;
        for (int row = at.firstRow(); row < at.endRow(); row++) {
            String text = figures.fitted(content.rowHeading(row), room);
            double x = Math.rint(room - figures.width(text));
            pen.text(x, baseline(y(row)), text, figures.lettering(headingColour(selection.hasRow(row))));
        }
    }

    private void columnHeadings(Pen pen) {
        for (int column = at.firstColumn(); column < at.endColumn(); column++) {
            String text = figures.fitted(content.columnHeading(column), at.cellWidth() - 4);
            double x = Math.rint(x(column) + (at.cellWidth() - GAP - figures.width(text)) / 2);
            pen.text(x, baseline(0), text, figures.lettering(headingColour(selection.hasColumn(column))));
        }
    }

    private Rgb headingColour(boolean selected) {
        return selected && focused ? tones.text() : tones.muted();
    }

    /** Counted from the headings' end. */
    private double x(int column) {
        return at.x(column) - at.headingWidth();
    }

    private double y(int row) {
        return at.y(row) - at.headingHeight();
    }
}
