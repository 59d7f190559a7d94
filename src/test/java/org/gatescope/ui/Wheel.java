package org.gatescope.ui;

import javafx.scene.input.ScrollEvent;

/** What a mouse wheel sends. */
public final class Wheel {
    private static final double NOTCH = 40;

    private Wheel() {}

    /** One notch towards what is below. */
    public static ScrollEvent down() {
        return at(0, 0, -NOTCH);
    }

    /** @param by above zero towards what is above, in pixels */
    public static ScrollEvent at(double x, double y, double by) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                y,
                x,
                y,
                false,
                true,
                false,
                false,
                false,
                false,
                0,
                by,
                0,
                by,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }
}
