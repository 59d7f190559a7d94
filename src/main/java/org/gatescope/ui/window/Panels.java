package org.gatescope.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The panels side by side: tables, the middle, the cell. Those at the sides can be put away, and come back as wide as they
 * were. In a narrow window one gives way to the other, and the middle to either where there is no room for both.
 */
final class Panels {
    /** What the dividers are remembered by. */
    static final String ID = "main";

    /** Those that stand beside the middle, by the keys of their switches. */
    static final Set<String> SIDES = Set.of(Arrangement.TABLES, Arrangement.CELL);

    private static final double TABLES_WIDTH = 336;
    private static final double TABLES_LEAST = 250;
    private static final double TABLES_MOST = 420;
    private static final double STAGE_LEAST = 340;
    private static final double CELL_WIDTH = 340;
    private static final double CELL_LEAST = 300;
    private static final double CELL_MOST = 600;

    private final SplitPane split;
    private final Region tables;
    private final Region stage;
    private final Region cell;
    private final BooleanProperty tablesShown = new SimpleBooleanProperty();
    private final BooleanProperty cellShown = new SimpleBooleanProperty();
    private final GivingWay sides = new GivingWay(List.of(cellShown, tablesShown));
    private double tablesShare;
    private double cellShare;
    /** Until then the shares are those that were asked for, whatever width the window has come to. */
    private boolean isDragged;

    Panels(SplitPane split, Region tables, Region stage, Region cell, Arrangement first) {
        this.split = split;
        this.tables = tables;
        this.stage = stage;
        this.cell = cell;
        tablesShare = first.tablesShare();
        cellShare = first.cellShare();
        tables.setMinWidth(TABLES_LEAST);
        stage.setMinWidth(STAGE_LEAST);
        cell.setMinWidth(CELL_LEAST);
        SplitPane.setResizableWithParent(tables, false);
        SplitPane.setResizableWithParent(cell, false);
        split.setId(ID);
        split.setMinWidth(STAGE_LEAST);
        tablesShown.set(first.shows(Arrangement.TABLES));
        cellShown.set(first.shows(Arrangement.CELL));
        tablesShown.subscribe(this::arrange);
        cellShown.subscribe(this::arrange);
        split.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> isDragged = isDragged || isOnDivider(event));
        split.widthProperty().subscribe(this::fit);
        arrange();
    }

    BooleanProperty tablesShown() {
        return tablesShown;
    }

    BooleanProperty cellShown() {
        return cellShown;
    }

    /** Of the width; 0 for as much as they like. */
    double tablesShare() {
        remember();
        return tablesShare;
    }

    /** Of the width; 0 for as much as it likes. */
    double cellShare() {
        remember();
        return cellShare;
    }

    private void arrange() {
        remember();
        List<Node> shown = new ArrayList<>();
        if (tablesShown.get()) {
            shown.add(tables);
        }
        if (shown.isEmpty() && !cellShown.get() || split.getWidth() <= 0 || leastWidth() <= split.getWidth()) {
            shown.add(stage);
        }
        if (cellShown.get()) {
            shown.add(cell);
        }
        if (!shown.equals(split.getItems())) {
            boolean isBeside = shown.contains(stage);
            tables.setMaxWidth(isBeside ? TABLES_MOST : Double.MAX_VALUE);
            cell.setMaxWidth(isBeside ? CELL_MOST : Double.MAX_VALUE);
            split.getItems().setAll(shown);
            place();
        }
    }

    /** Whether the middle has given way to a side. */
    boolean isMiddleBehind() {
        return !split.getItems().contains(stage);
    }

    /** Brings the middle back where it has given way. */
    void showMiddle() {
        tablesShown.set(false);
        cellShown.set(false);
    }

    /** Of the middle with what is shown beside it. */
    private double leastWidth() {
        return STAGE_LEAST + (tablesShown.get() ? TABLES_LEAST : 0) + (cellShown.get() ? CELL_LEAST : 0);
    }

    /** Whether a side would be shown in a wider window. */
    boolean hides(BooleanProperty side) {
        return sides.hides(side);
    }

    /** Reads what the user has dragged. */
    private void remember() {
        double[] positions = split.getDividerPositions();
        List<Node> items = split.getItems();
        if (!isDragged || split.getWidth() <= 0 || !items.contains(stage) || positions.length == 0) {
            return;
        }
        if (items.contains(tables)) {
            tablesShare = positions[0];
        }
        if (items.contains(cell)) {
            cellShare = 1 - positions[positions.length - 1];
        }
    }

    /** A window that opens on the whole screen, or is made larger, has another width at first. */
    private void fit() {
        double width = split.getWidth();
        if (width > 0) {
            double beside = width - STAGE_LEAST;
            sides.fit(beside < CELL_LEAST ? 0 : beside < CELL_LEAST + TABLES_LEAST ? 1 : 2);
            arrange();
        }
        if (!isDragged) {
            split.layout(); // a split pane that gets another width shares it out first
            place();
        }
    }

    private boolean isOnDivider(MouseEvent event) {
        Node node = event.getTarget() instanceof Node target ? target : null;
        while (node != null && node.getParent() != split) {
            node = node.getParent();
        }
        return node != null && node.getStyleClass().contains("split-pane-divider");
    }

    private void place() {
        double width = split.getWidth();
        if (width <= 0 || !split.getItems().contains(stage)) {
            return;
        }
        double left = Math.min(tablesShare > 0 ? tablesShare : TABLES_WIDTH / width, TABLES_MOST / width);
        double right = Math.min(cellShare > 0 ? cellShare : CELL_WIDTH / width, CELL_MOST / width);
        List<Double> positions = new ArrayList<>();
        if (tablesShown.get()) {
            positions.add(left);
        }
        if (cellShown.get()) {
            positions.add(1 - right);
        }
        split.setDividerPositions(
                positions.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
