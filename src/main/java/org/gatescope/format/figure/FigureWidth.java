package org.gatescope.format.figure;

import org.gatescope.picture.Picture;

/** How wide a figure is on paper or screen; its height follows. */
public sealed interface FigureWidth {
    /** Pixels of the picture are those of the screen, 96 to the inch. */
    record Pixels() implements FigureWidth {}

    /** On paper. */
    record Millimetres(double width) implements FigureWidth {
        public Millimetres {
            if (!(width >= LEAST && width <= MOST)) {
                throw new IllegalArgumentException("a width of " + width + " mm");
            }
        }
    }

    /** In millimetres: a column of most journals. */
    Millimetres COLUMN = new Millimetres(85);
    /** In millimetres: a slide of 13⅓ inches by 7½, with its margins. */
    Millimetres SLIDE = new Millimetres(300);
    /** In millimetres. */
    double LEAST = 1;
    /** In millimetres; a page of PDF ends at 5080. */
    double MOST = 5000;

    /** A length of the picture, with its unit. */
    default String svg(double length, Picture picture) {
        return switch (this) {
            case Pixels() -> SvgElement.number(length);
            case Millimetres(double width) -> SvgElement.number(length * width / picture.width()) + "mm";
        };
    }

    /** Points, 72 to the inch, for each pixel of the picture. */
    default double points(Picture picture) {
        return switch (this) {
            case Pixels() -> 0.75;
            case Millimetres(double width) -> width / 25.4 * 72 / picture.width();
        };
    }
}
