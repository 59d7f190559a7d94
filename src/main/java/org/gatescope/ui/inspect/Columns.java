package org.gatescope.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Nodes below one another, in as many columns as there is room for; read down each column, then the next. */
class Columns extends Pane {
    private static final double GAP = 3;
    private static final double APART = 28;
    private static final double LEAST = 270;
    /** Wider, and what stands at a node's right is too far from what stands at its left. */
    private static final double MOST = 420;

    private int columns(double width) {
        int room = (int) ((width + APART) / (LEAST + APART));
        return Math.clamp(room, 1, Math.max(1, getManagedChildren().size()));
    }

    private static double wide(double width, int columns) {
        return Math.floor((width - (columns - 1) * APART) / columns);
    }

    /** As wide as it makes use of. */
    double most() {
        int columns = Math.max(1, getManagedChildren().size());
        return columns * MOST + (columns - 1) * APART;
    }

    /** As even as can be: each column has as many nodes as the first, or as are left. */
    private List<List<Node>> split(int columns) {
        List<Node> nodes = getManagedChildren();
        int each = Math.max(1, Math.ceilDiv(nodes.size(), columns));
        List<List<Node>> split = new ArrayList<>();
        for (int from = 0; from < nodes.size(); from += each) {
            split.add(nodes.subList(from, Math.min(nodes.size(), from + each)));
        }
        return split;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return LEAST;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? getWidth() : width;
        int columns = columns(room);
        return split(columns).stream()
                .mapToDouble(column -> height(column, wide(room, columns)))
                .max()
                .orElse(0);
    }

    private static double height(List<Node> column, double width) {
        return column.stream().mapToDouble(node -> node.prefHeight(width)).sum() + (column.size() - 1) * GAP;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double wide = wide(getWidth(), columns);
        double x = 0;
        for (List<Node> column : split(columns)) {
            double y = 0;
            for (Node node : column) {
                double high = node.prefHeight(wide);
                node.resizeRelocate(x, y, wide, high);
                y += high + GAP;
            }
            x += wide + APART;
        }
    }
}
