package org.gatescope.ui.paint;

import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;

/**
 * Shows a picture that is as large as this region. It is drawn when laid out: after it was asked for, and when the size or
 * the theme changed.
 */
public class Drawn extends Region {
    /** What to show. */
    @FunctionalInterface
    public interface Maker {
        /** @return a picture of this width and height in pixels, both at least 1 */
        Picture picture(double width, double height, Tones tones);
    }

    /** What to show, whatever the theme. */
    @FunctionalInterface
    public interface Sized {
        /** @return a picture of this width and height in pixels, both at least 1 */
        Picture picture(double width, double height);
    }

    private final Canvas canvas = new Canvas();
    private final CanvasPen pen = new CanvasPen(canvas);
    private final Sized maker;
    private final Subscription theme;
    private boolean current;
    private boolean resting;

    /**
     * @param tones the colours; another set makes the picture anew
     * @param maker makes the picture for a size
     */
    public Drawn(ObservableValue<Tones> tones, Maker maker) {
        this.maker = (width, height) -> maker.picture(width, height, tones.getValue());
        getChildren().add(canvas);
        theme = tones.subscribe(this::redraw);
    }

    /** For an owner that says itself when there is another picture, or another theme. */
    public Drawn(Sized maker) {
        this.maker = maker;
        getChildren().add(canvas);
        theme = Subscription.EMPTY;
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

    /** The theme is followed no longer. */
    public final void close() {
        theme.unsubscribe();
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
