package org.gatescope.picture.sheet;

import java.util.function.Consumer;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;

/**
 * A page that is asked for on one thread and drawn on another.
 *
 * @param thread runs what it is given, and returns once that is done
 */
public record HandedOver(Picture page, Consumer<Runnable> thread) implements Picture {
    @Override
    public double width() {
        return page.width();
    }

    @Override
    public double height() {
        return page.height();
    }

    @Override
    public void draw(Pen pen) {
        thread.accept(() -> page.draw(pen));
    }
}
