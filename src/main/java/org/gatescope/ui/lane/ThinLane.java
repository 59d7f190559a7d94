package org.gatescope.ui.lane;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.gatescope.picture.Mosaic;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Tones;
import org.gatescope.picture.lane.CellGrid;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.lane.LaneDrawing;
import org.gatescope.picture.lane.LaneMosaic;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.ui.paint.CanvasPen;
import org.jspecify.annotations.Nullable;

/** A lane without heading and numbers: thin columns on the time axis. Draws when laid out, only if something changed. */
public final class ThinLane extends Region {
    private final Canvas canvas = new Canvas();
    private final CanvasPen pen = new CanvasPen(canvas);
    private final Tones tones;
    private final LaneContent content;
    private final Scale scale;
    private final Palette palette;
    private TimeAxis axis;
    private int drawnFrom;
    private int drawnTo;
    private @Nullable Mosaic mosaic;
    private boolean drawn;

    public ThinLane(LaneContent content, Scale scale, Palette palette, Tones tones, TimeAxis axis) {
        this.content = content;
        this.scale = scale;
        this.palette = palette;
        this.tones = tones;
        this.axis = axis;
        getStyleClass().add("thin-lane");
        getChildren().add(canvas);
        setMouseTransparent(true);
    }

    public void setAxis(TimeAxis newAxis) {
        axis = newAxis;
        mosaic = null;
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
            mosaic = null;
        }
        if (!drawn && getHeight() >= 1) {
            paint();
        }
    }

    private void paint() {
        CellGrid grid = new CellGrid(axis, content.units(), getHeight());
        Mosaic squares = mosaic == null ? new LaneMosaic(content, grid, scale, palette).mosaic() : mosaic;
        pen.clear(axis.width(), getHeight());
        new LaneDrawing(content, grid, scale, palette, tones).draw(pen, squares);
        drawnFrom = content.computedFrom();
        drawnTo = content.computedTo();
        mosaic = squares;
        drawn = true;
    }

    private void redraw() {
        drawn = false;
        requestLayout();
    }
}
