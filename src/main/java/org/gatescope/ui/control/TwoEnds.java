package org.gatescope.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * A line with something at each of its ends; where there is no room for both, the far end stands below at the right.
 * The near end gets what width is left.
 */
public final class TwoEnds extends Region {
    private static final double GAP = 6;
    private static final double LINE_GAP = 4;

    private final Region near;
    private final Region far;

    /** @param far takes no room while it is not managed */
    public TwoEnds(Region near, Region far) {
        this.near = near;
        this.far = far;
        getChildren().addAll(near, far);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(near.minWidth(-1), far.isManaged() ? far.prefWidth(-1) : 0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return near.prefWidth(-1) + farWidth();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /** A button asks what it shows without saying how wide that is; a width that was set is meant then. */
    @Override
    protected double computePrefHeight(double width) {
        return heightFor(width < 0 ? getPrefWidth() : width);
    }

    private double heightFor(double width) {
        if (!far.isManaged()) {
            return near.prefHeight(width);
        }
        return isOneLine(width)
                ? Math.max(nearTop() + near.prefHeight(-1), farTop() + far.prefHeight(-1))
                : near.prefHeight(width) + LINE_GAP + far.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        boolean together = isOneLine(width);
        double nearWidth = together ? width - farWidth() : width;
        double nearHeight = near.prefHeight(nearWidth);
        double farWidth = Math.min(width, far.prefWidth(-1));
        near.resizeRelocate(0, together ? nearTop() : 0, nearWidth, nearHeight);
        far.resizeRelocate(width - farWidth, together ? farTop() : nearHeight + LINE_GAP, farWidth, far.prefHeight(-1));
    }

    private boolean isOneLine(double width) {
        return width < 0 || !far.isManaged() || computePrefWidth(-1) <= width + 0.5;
    }

    private double farWidth() {
        return far.isManaged() ? GAP + far.prefWidth(-1) : 0;
    }

    private double nearTop() {
        return far.isManaged() ? drop(far, near) : 0;
    }

    private double farTop() {
        return drop(near, far);
    }

    /** How far one end stands below the top: they share a baseline, or their middle where one has none. */
    private static double drop(Region other, Region end) {
        double drop = hasBaseline(other) && hasBaseline(end)
                ? other.getBaselineOffset() - end.getBaselineOffset()
                : (other.prefHeight(-1) - end.prefHeight(-1)) / 2;
        return Math.max(0, Math.rint(drop));
    }

    private static boolean hasBaseline(Region end) {
        return end.getBaselineOffset() != BASELINE_OFFSET_SAME_AS_HEIGHT;
    }
}
