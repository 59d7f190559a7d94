package org.gatescope.picture.chart;

import java.util.List;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;

/**
 * A stored tensor as a heatmap on which the parts that became parameters are framed and named.
 *
 * @param raster  at most a pixel for each number
 * @param rows    of the tensor as a table, at least 1
 * @param columns of that table, at least 1
 * @param lit     which of the parts is picked out; −1 for none
 */
public record TensorPicture(
        Raster raster, int rows, int columns, List<Part> parts, int lit, Tones tones, double width, double height)
        implements Picture {
    /** In pixels. */
    private static final double LARGEST_SQUARE = 28;

    private static final double LETTERS = 12;
    private static final double PADDING = 4;
    /** Room for names at the right. */
    private static final double BESIDE = 110;

    /** A rectangle of the table. */
    public record Part(String name, int row, int rows, int column, int columns) {}

    @Override
    public void draw(Pen pen) {
        double across = Math.min(LARGEST_SQUARE, width / columns);
        double down = Math.min(LARGEST_SQUARE, height / rows);
        double right = Math.max(1, columns * across);
        pen.raster(new Box(0, 0, right, Math.max(1, rows * down)), raster);
        for (Part part : parts) {
            pen.frame(box(part, across, down), tones.text());
        }
        for (int i = 0; i < parts.size(); i++) {
            Box box = box(parts.get(i), across, down);
            if (i == lit) {
                pen.roundFrame(box.inset(1), 0, tones.selection(), 3);
            }
            if (width - right >= BESIDE && parts.get(i).columns() == columns) {
                beside(pen, parts.get(i).name(), box);
            } else {
                name(pen, parts.get(i).name(), box);
            }
        }
    }

    private void beside(Pen pen, String name, Box box) {
        Lettering lettering = new Lettering(Typeface.HEADING, LETTERS, tones.text(), Anchor.LEFT);
        double rise = pen.measure().digitHeight(lettering.face(), LETTERS);
        if (box.height() >= LETTERS) {
            double x = box.x() + box.width() + 2 * PADDING;
            pen.text(x, Math.round(box.y() + (box.height() + rise) / 2), name, lettering);
        }
    }

    private static Box box(Part part, double across, double down) {
        double left = Math.floor(part.column() * across);
        double top = Math.floor(part.row() * down);
        double right = Math.ceil((part.column() + part.columns()) * across);
        double bottom = Math.ceil((part.row() + part.rows()) * down);
        return new Box(left, top, right - left, bottom - top);
    }

    /** On a plate of its own in the middle of its part, if there is room for one. */
    private void name(Pen pen, String name, Box box) {
        Lettering lettering = new Lettering(Typeface.HEADING, LETTERS, tones.text(), Anchor.LEFT);
        String shown = pen.measure().shortened(name, lettering, box.width() - 2 * PADDING);
        if (shown.isEmpty() || box.height() < LETTERS + 2) {
            return;
        }
        double room = pen.measure().width(shown, lettering);
        double rise = pen.measure().digitHeight(lettering.face(), LETTERS);
        double x = Math.round(box.x() + (box.width() - room) / 2);
        double baseline = Math.round(box.y() + (box.height() + rise) / 2);
        pen.round(
                new Box(x - PADDING, baseline - rise - PADDING, room + 2 * PADDING, rise + 2 * PADDING),
                3,
                tones.window());
        pen.text(x, baseline, shown, lettering);
    }
}
