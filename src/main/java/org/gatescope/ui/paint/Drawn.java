package org.gatescope.ui.paint;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.gatescope.picture.Picture;

/**
 * Shows a picture that is as large as this region. It is drawn when laid out: after it was asked for, and when the size
 * changed; with as many pixels as it covers where the window is scaled.
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
    private final Scale toPixels = new Scale(1, 1);
    private final Maker maker;
    private boolean current;
    private boolean resting;

    /** @param maker makes the picture for a size; its owner says when there is another, as in another theme */
    public Drawn(Maker maker) {
        this.maker = maker;
        canvas.getTransforms().add(toPixels);
        getChildren().add(canvas);
    }

    /** What it shows, to be drawn with another pen. */
    public final Picture picture() {
        return maker.picture(Math.max(1, getWidth()), Math.max(1, getHeight()));
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
        double scale = getLocalToSceneTransform().getMxx();
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        if (!resting && !(current && pen.shows(width, height, scale))) {
            current = true;
            toPixels.setX(1 / scale);
            toPixels.setY(1 / scale);
            draw(width, height, scale);
        }
    }

    /** A picture that fails stays empty: left to itself it would keep the whole window from being laid out. */
    @SuppressWarnings("CatchingUnchecked") // whatever it is that fails, it is told as what nobody handled
    private void draw(double width, double height, double scale) {
        try {
            pen.show(maker.picture(width, height), scale);
        } catch (RuntimeException e) {
            pen.clear(width, height, scale);
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
