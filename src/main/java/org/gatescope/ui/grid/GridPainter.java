package org.gatescope.ui.grid;

import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws the cells that show, and nothing else, so that a frame costs the same for a matrix of any size. */
record GridPainter(
        GraphicsContext g,
        GridContent content,
        GridGeometry at,
        GridSelection selection,
        Set<GridCell> lit,
        GridLook look,
        boolean marksSelection) {
    private static final double GAP = 1;
    static final double HEADING_GAP = 8;

    void paint() {
        g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
        g.setFont(look.figures().font());
        for (int row = at.firstRow(); row < at.endRow(); row++) {
            for (int column = at.firstColumn(); column < at.endColumn(); column++) {
                paintCell(row, column);
            }
        }
        if (!lit.isEmpty()) {
            paintLit();
        }
        if (marksSelection) {
            paintSelection();
        }
        paintHeadings();
        if (marksSelection && look.focused() && !at.shows(selection.anchor())) {
            paintFocus();
        }
    }

    private void paintCell(int row, int column) {
        int argb = content.tint(row, column);
        double x = at.x(column);
        double y = at.y(row);
        double width = at.cellWidth() - GAP;
        if (argb >>> 24 != 0) {
            g.setFill(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0));
            g.fillRect(x, y, width, at.cellHeight() - GAP);
        }
        g.setFill(look.textOn(argb));
        String text = content.text(row, column);
        look.figures().draw(g, text, right(text, x + width / 2), baseline(y), width - 2);
    }

    /** Usual numbers end where a centred "+0.00" ends, so that their points are aligned; all else is centred. */
    private double right(String text, double middle) {
        double width = Math.min(look.figures().numberWidth(text), at.cellWidth() - GAP - 2);
        double usual = look.figures().numberWidth("+0.00");
        boolean aligned = width < usual && text.contains(".");
        return Math.rint(middle + (aligned ? usual : width) / 2);
    }

    private double baseline(double y) {
        return Math.rint(y + (at.cellHeight() - GAP + look.figures().rise()) / 2);
    }

    /** Those in sight only: a whole matrix may be marked. */
    private void paintLit() {
        g.setLineDashes(3, 2);
        for (int row = at.firstRow(); row < at.endRow(); row++) {
            for (int column = at.firstColumn(); column < at.endColumn(); column++) {
                GridCell cell = new GridCell(row, column);
                if (lit.contains(cell)) {
                    outline(GridSelection.of(cell), look.accent(), 1.5);
                }
            }
        }
        g.setLineDashes();
    }

    private void paintSelection() {
        GridSelection shown = selection.within(content.rows(), content.columns());
        Color accent = look.focused() ? look.accent() : look.heading().deriveColor(0, 1, 1, 0.6);
        double line = look.focused() ? 2 : 1;
        outline(shown, accent, line); // nothing over the tints: they are read as numbers
        if (!shown.isOneCell()) {
            outline(GridSelection.of(shown.anchor()), accent, line);
        }
    }

    /** Where the keys go while the active cell is out of sight. */
    private void paintFocus() {
        double width = Math.min(at.bodyWidth(), at.columns() * at.cellWidth() - GAP);
        double height = Math.min(at.bodyHeight(), at.rows() * at.cellHeight() - GAP);
        g.setStroke(look.accent());
        g.setLineWidth(1);
        g.strokeRect(at.headingWidth() + 0.5, at.headingHeight() + 0.5, width - 1, height - 1);
    }

    /** A line just inside the cells' edge. */
    private void outline(GridSelection cells, Color colour, double line) {
        g.setStroke(colour);
        g.setLineWidth(line);
        g.strokeRoundRect(
                at.x(cells.left()) + line / 2,
                at.y(cells.top()) + line / 2,
                width(cells) - line,
                height(cells) - line,
                2 * line,
                2 * line);
    }

    private double width(GridSelection cells) {
        return cells.columns() * at.cellWidth() - GAP;
    }

    private double height(GridSelection cells) {
        return cells.rows() * at.cellHeight() - GAP;
    }

    private void paintHeadings() {
        g.clearRect(0, 0, at.viewWidth(), at.headingHeight());
        g.clearRect(0, 0, at.headingWidth(), at.viewHeight());
        paintRowHeadings();
        g.clearRect(0, 0, at.headingWidth(), at.headingHeight());
        paintColumnHeadings();
        g.clearRect(0, 0, at.headingWidth(), at.headingHeight());
    }

    private void paintRowHeadings() {
        double room = at.headingWidth() - HEADING_GAP;
        for (int row = at.firstRow(); row < at.endRow(); row++) {
            String text = look.figures().fitted(content.rowHeading(row), room);
            g.setFill(headingColour(selection.hasRow(row)));
            g.fillText(text, Math.rint(room - look.figures().width(text)), baseline(at.y(row)));
        }
    }

    private void paintColumnHeadings() {
        for (int column = at.firstColumn(); column < at.endColumn(); column++) {
            String text = look.figures().fitted(content.columnHeading(column), at.cellWidth() - 4);
            double x = at.x(column) + (at.cellWidth() - GAP - look.figures().width(text)) / 2;
            g.setFill(headingColour(selection.hasColumn(column)));
            g.fillText(text, Math.rint(x), baseline(0));
        }
    }

    private Color headingColour(boolean selected) {
        return selected && look.focused() ? look.text() : look.heading();
    }
}
