package org.gatescope.picture.sheet;

import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;

/** Lines to write on. */
public record WritingLines(double width, int count) implements Picture {
    /** From line to line, in points: 8 mm. */
    public static final double SPACING = 22.7;

    @Override
    public double height() {
        return count * SPACING;
    }

    @Override
    public void draw(Pen pen) {
        for (int i = 1; i <= count; i++) {
            double y = i * SPACING - 1;
            pen.path(Tones.PRINT.border(), 0.6, 0, y, width, y);
        }
    }
}
