package org.gatescope.picture.table;

import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Tones;
import org.jspecify.annotations.Nullable;

/**
 * A whole matrix at a glance, with the part that shows outlined.
 *
 * @param overview null before it has been looked through
 */
public record GridMapPicture(@Nullable Raster overview, GridGeometry at, Tones tones, double width, double height)
        implements Picture {
    /** A smaller outline would not be found. In pixels. */
    private static final double LEAST = 8;

    @Override
    public void draw(Pen pen) {
        if (overview != null) {
            pen.raster(new Box(0, 0, width, height), overview);
        }
        Box view = view();
        pen.frame(view.inset(1), tones.window());
        pen.frame(view, tones.selection());
    }

    private Box view() {
        double across = width / Math.max(1, at.columns() * at.cellWidth());
        double down = height / Math.max(1, at.rows() * at.cellHeight());
        double x = Math.clamp(Math.floor(at.scrollX() * across), 0, Math.max(0, width - LEAST));
        double y = Math.clamp(Math.floor(at.scrollY() * down), 0, Math.max(0, height - LEAST));
        double right = Math.clamp(Math.ceil(at.bodyWidth() * across), LEAST, Math.max(LEAST, width - x));
        double bottom = Math.clamp(Math.ceil(at.bodyHeight() * down), LEAST, Math.max(LEAST, height - y));
        return new Box(x, y, right, bottom);
    }
}
