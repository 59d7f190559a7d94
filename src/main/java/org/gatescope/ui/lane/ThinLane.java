package org.gatescope.ui.lane;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Scale;
import org.gatescope.ui.axis.Inks;
import org.gatescope.ui.axis.TimeAxis;
import org.gatescope.ui.paint.CanvasPen;
import org.gatescope.ui.paint.Pixels;

/** A lane without heading and numbers: thin columns on the time axis. Draws when laid out, only if something changed. */
public final class ThinLane extends Region {
    private final Inks inks = new Inks();
    private final Canvas canvas = new Canvas();
    private final Pixels pixels = new Pixels();
    private final LaneContent content;
    private final Scale scale;
    private final Palette palette;
    private TimeAxis axis;
    private int drawnFrom;
    private int drawnTo;
    private boolean coloured;
    private boolean drawn;

    public ThinLane(LaneContent content, Scale scale, Palette palette, TimeAxis axis) {
        this.content = content;
        this.scale = scale;
        this.palette = palette;
        this.axis = axis;
        getStyleClass().add("thin-lane");
        getChildren().addAll(inks, canvas);
        inks.onChange(this::redraw);
        setMouseTransparent(true);
    }

    public void setAxis(TimeAxis newAxis) {
        axis = newAxis;
        coloured = false;
        redraw();
    }

    /** The playhead moved: draws anew if another part is computed now. */
    public void playheadMoved() {
        if (content.computedFrom() != drawnFrom || content.computedTo() != drawnTo) {
            redraw();
        }
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getHeight() != getHeight()) {
            drawn = false;
            coloured = false;
        }
        if (!drawn && getHeight() >= 1) {
            paint();
        }
    }

    private void paint() {
        CellGrid grid = new CellGrid(axis, content.units(), getHeight());
        canvas.setWidth(axis.width());
        canvas.setHeight(getHeight());
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (!coloured) {
            new CellPixels(content, grid, scale, palette).fill(pixels);
        }
        new LaneDrawing(content, grid, scale, palette, inks, "").draw(new CanvasPen(context), pixels);
        drawnFrom = content.computedFrom();
        drawnTo = content.computedTo();
        coloured = true;
        drawn = true;
    }

    private void redraw() {
        drawn = false;
        requestLayout();
    }
}
