package org.gatescope.picture.chart;

import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Tones;
import org.jspecify.annotations.Nullable;

/**
 * A small heatmap.
 *
 * @param square how large its squares are, in pixels
 * @param raster of the numbers; null where they are not computed yet
 * @param chosen a square to be marked; null for none
 */
public record ShareMapPicture(
        int rows,
        int columns,
        double square,
        @Nullable Raster raster,
        @Nullable Place chosen,
        Tones tones) implements Picture {
    private static final double TALLEST = 84;
    private static final double LARGEST_SQUARE = 16;
    private static final double ROOM = 1;

    /** A square. */
    public record Place(int row, int column) {}

    /** How large the squares are drawn, for so many of them in so much width. */
    public static double square(int rows, int columns, double width) {
        return Math.min(SquareSize.of(columns, width, LARGEST_SQUARE), SquareSize.of(rows, TALLEST, LARGEST_SQUARE));
    }

    private Box place() {
        return new Box(ROOM, ROOM, Math.max(1, columns * square), Math.max(1, rows * square));
    }

    @Override
    public double width() {
        return Math.ceil(place().width()) + 2 * ROOM;
    }

    @Override
    public double height() {
        return Math.ceil(place().height()) + 2 * ROOM;
    }

    @Override
    public void draw(Pen pen) {
        if (rows == 0 || columns == 0) {
            return;
        }
        Box place = place();
        if (raster != null) {
            pen.raster(place, raster);
        } else {
            pen.hatch(place, tones.hatch());
        }
        pen.frame(place.inset(-ROOM), tones.border());
        if (chosen != null) {
            double wide = place.width() / columns;
            double high = place.height() / rows;
            Box box = new Box(
                    place.x() + chosen.column() * wide,
                    place.y() + chosen.row() * high,
                    Math.max(3, wide),
                    Math.max(3, high));
            pen.frame(box, tones.selection());
        }
    }

    /** The square at a point; null for none. */
    public @Nullable Place at(double x, double y) {
        Box place = place();
        int column = (int) Math.floor((x - place.x()) / place.width() * columns);
        int row = (int) Math.floor((y - place.y()) / place.height() * rows);
        return row >= 0 && row < rows && column >= 0 && column < columns ? new Place(row, column) : null;
    }
}
