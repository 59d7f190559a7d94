package org.gatescope.picture;

/** Nothing to be seen, as large. */
public record Blank(double width, double height) implements Picture {
    @Override
    public void draw(Pen pen) {
        // nothing
    }
}
