package org.gatescope.ui.grid;

import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.gatescope.picture.table.GridCell;
import org.jspecify.annotations.Nullable;

/** The cell under the mouse, and a tooltip with what stands there exactly. */
final class GridHover {
    private final Grid grid;
    private final Node sheet;
    private final Tooltip tooltip = new Tooltip();
    private final ReadOnlyObjectWrapper<@Nullable GridCell> hovered = new ReadOnlyObjectWrapper<>();
    private @Nullable GridCell described;

    GridHover(Grid grid, Node sheet) {
        this.grid = grid;
        this.sheet = sheet;
        tooltip.setShowDelay(Duration.millis(400));
        sheet.addEventHandler(MouseEvent.MOUSE_MOVED, event -> at(event.getX(), event.getY()));
        sheet.addEventHandler(MouseEvent.MOUSE_EXITED, event -> at(-1, -1));
    }

    ReadOnlyObjectProperty<@Nullable GridCell> hovered() {
        return hovered.getReadOnlyProperty();
    }

    private void at(double x, double y) {
        GridCell cell = grid.geometry().cellAt(x, y);
        hovered.set(cell != null && cell.inBody() ? cell : null);
        if (!Objects.equals(cell, described)) {
            described = cell;
            refresh();
        }
    }

    /** Says the value anew, after a move or new content. */
    void refresh() {
        GridContent content = grid.getContent();
        GridCell cell = described;
        boolean speaks = cell != null && cell.row() < content.rows() && cell.column() < content.columns();
        String text = speaks ? text(content, Objects.requireNonNull(cell)) : "";
        if (!text.equals(tooltip.getText())) {
            tooltip.hide();
            tooltip.setText(text);
            Tooltip.uninstall(sheet, tooltip);
            if (!text.isEmpty()) {
                Tooltip.install(sheet, tooltip);
            }
        }
    }

    private static String text(GridContent content, GridCell cell) {
        if (cell.inBody()) {
            return content.describe(cell.row(), cell.column());
        }
        if (cell.row() < 0 && cell.column() < 0) {
            return content.name();
        }
        return cell.row() < 0 ? content.columnName(cell.column()) : content.rowName(cell.row());
    }
}
