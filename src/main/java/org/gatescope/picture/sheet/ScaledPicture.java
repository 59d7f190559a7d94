package org.gatescope.picture.sheet;

import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;

/** A picture made smaller. @param scale points for each of its pixels */
public record ScaledPicture(Picture picture, double scale) implements Picture {
    /** As large as there is room, but no larger than said. */
    public static ScaledPicture within(Picture picture, double width, double height, double most) {
        double scale = Math.min(width / picture.width(), height / picture.height());
        return new ScaledPicture(picture, Math.min(most, scale));
    }

    @Override
    public double width() {
        return picture.width() * scale;
    }

    @Override
    public double height() {
        return picture.height() * scale;
    }

    @Override
    public void draw(Pen pen) {
        pen.part(new Box(0, 0, width(), height()), scale, picture::draw);
    }
}
