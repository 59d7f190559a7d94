package org.gatescope.ui.paint;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.gatescope.picture.Picture;

/**
 * Shows a picture that is as large as this region. It is drawn when laid out: after it was asked for, and when the size
 * changed.
 */
public class Drawn extends Region {
    /** What to show. */
    @FunctionalInterface
    public interface Maker {
        /** @return a picture of this width and height in pixels, both at least 1 */
        Picture picture(double width, double height);
    }

    private final Canvas canvas = new Canvas();
    private final CanvasPen pen = new CanvasPen(canvas);
    private final Maker maker;
    private boolean current;
    private boolean resting;

    /** @param maker makes the picture for a size; its owner says when there is another, as in another theme */
    public Drawn(Maker maker) {
        this.maker = maker;
        getChildren().add(canvas);
    }

    /** Another picture is to be shown, at the next layout. */
    public final void redraw() {
        current = false;
        requestLayout();
    }

    /** While it rests, as out of view, it is not drawn; what it misses is drawn afterwards. */
    public final void setResting(boolean on) {
        resting = on;
        if (!on && !current) {
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        boolean isCurrent = current && canvas.getWidth() == width && canvas.getHeight() == height;
        if (!isCurrent && !resting) {
            current = true;
            pen.show(maker.picture(width, height));
        }
    }
}
