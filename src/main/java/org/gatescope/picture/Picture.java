package org.gatescope.picture;

/** Something to be seen, as data: it knows its size and is drawn with any pen. */
public interface Picture {
    /** In pixels. */
    double width();

    /** In pixels. */
    double height();

    /** Draws all of it, its upper left corner at 0, 0. */
    void draw(Pen pen);
}
