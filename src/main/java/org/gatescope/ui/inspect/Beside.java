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

    private static double leftWidth(double width) {
        return Math.min(width - Math.floor(width * SHARE), LEFT_MOST);
    }

    /** What is left, as far as its columns make use of it. */
    private double rightWidth(double width) {
        double most = right.getChildren().stream()
                .mapToDouble(node -> node instanceof Columns columns ? columns.most() : 0)
                .max()
                .orElse(0);
        double rest = width - APART - leftWidth(width);
        return most > 0 ? Math.min(rest, most) : rest;
    }

    /** Alone it is no wider than beside another. */
    private double onlyWidth(double width) {
        return right.getChildren().isEmpty() ? Math.min(width, LEFT_MOST) : width;
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
            return Math.max(left.prefHeight(leftWidth(width)), right.prefHeight(rightWidth(width)));
        }
        double below = right.getChildren().isEmpty() ? 0 : GAP + right.prefHeight(width);
        return left.prefHeight(onlyWidth(width)) + below;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(left.prefWidth(-1), right.prefWidth(-1));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (isWide(width)) {
            double near = leftWidth(width);
            left.resizeRelocate(0, 0, near, getHeight());
            right.resizeRelocate(near + APART, 0, rightWidth(width), getHeight());
        } else {
            double height = left.prefHeight(onlyWidth(width));
            left.resizeRelocate(0, 0, onlyWidth(width), height);
            right.resizeRelocate(0, height + GAP, width, Math.max(0, getHeight() - height - GAP));
        }
    }
}
