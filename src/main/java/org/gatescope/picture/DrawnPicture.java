package org.gatescope.picture;

import java.util.function.Consumer;

/**
 * A picture of something that is not data of its own, such as the window.
 *
 * @param width  in pixels
 * @param height in pixels
 */
public record DrawnPicture(double width, double height, Consumer<Pen> drawing) implements Picture {
    @Override
    public void draw(Pen pen) {
        drawing.accept(pen);
    }
}
