package org.gatescope.ui.inspect;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** Two columns side by side where there is room for both, otherwise one below the other. */
class Beside extends Pane {
    private static final double GAP = 8;
    private static final double APART = 28;
    private static final double LEAST = 500;
    /** The right column's, of the width; what the left one cannot use goes to it as well. */
    private static final double SHARE = 0.54;

    private static final double LEFT_MOST = 400;

    final VBox left = new VBox(GAP);
    final VBox right = new VBox(GAP);

    Beside() {
        getChildren().addAll(left, right);
    }

    private boolean isWide(double width) {
        return width >= LEAST && !right.getChildren().isEmpty();
    }

    private static double rightWidth(double width) {
        return Math.max(Math.floor(width * SHARE) - APART, width - APART - LEFT_MOST);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (isWide(width)) {
            double beside = rightWidth(width);
            return Math.max(left.prefHeight(width - beside - APART), right.prefHeight(beside));
        }
        double below = right.getChildren().isEmpty() ? 0 : GAP + right.prefHeight(width);
        return left.prefHeight(width) + below;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(left.prefWidth(-1), right.prefWidth(-1));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (isWide(width)) {
            double beside = rightWidth(width);
            left.resizeRelocate(0, 0, width - beside - APART, getHeight());
            right.resizeRelocate(width - beside, 0, beside, getHeight());
        } else {
            double height = left.prefHeight(width);
            left.resizeRelocate(0, 0, width, height);
            right.resizeRelocate(0, height + GAP, width, Math.max(0, getHeight() - height - GAP));
        }
    }
}
