package org.gatescope.ui.grid;

import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.gatescope.picture.table.GridCell;
import org.gatescope.picture.table.GridSelection;
import org.gatescope.ui.control.CopyAs;
import org.jspecify.annotations.Nullable;

/** The keyboard of a spreadsheet, on the grid itself and only while it has the focus. */
final class GridKeys {
    private final Grid grid;

    GridKeys(Grid grid) {
        this.grid = grid;
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        grid.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        if (grid.editor().isOpen() || grid.isEmpty()) {
            return;
        }
        grid.hideRefusal();
        if (ranCommand(event) || moved(event) || opened(event)) {
            event.consume();
        }
    }

    private boolean ranCommand(KeyEvent event) {
        if (event.getCode() == KeyCode.BACK_SPACE && !event.isShortcutDown()) {
            return grid.actions().run(GridCommand.CLEAR);
        }
        if (event.getCode() == KeyCode.SPACE && !event.isShiftDown() && !event.isShortcutDown()) {
            return grid.toggle();
        }
        if (CopyAs.KEYS.match(event)) {
            grid.menu().showForms();
            return true;
        }
        for (GridCommand command : GridCommand.values()) {
            if (command.keys.match(event)) {
                return grid.actions().run(command);
            }
        }
        return false;
    }

    private boolean opened(KeyEvent event) {
        boolean asked = event.getCode() == KeyCode.F2 || event.getCode() == KeyCode.ENTER;
        if (asked && grid.getContent().editable()) {
            grid.editor().open();
            return true;
        }
        return false;
    }

    private void typed(KeyEvent event) {
        boolean command = event.isMetaDown() || event.isControlDown() != event.isAltDown();
        String typed = event.getCharacter();
        boolean printable = !typed.isBlank() && !Character.isISOControl(typed.codePointAt(0));
        if (printable && !command && !grid.editor().isOpen() && grid.isEditable()) {
            grid.editor().open(typed, false);
            event.consume();
        }
    }

    private boolean moved(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB) {
            return event.isShortcutDown() ? leave(!event.isShiftDown()) : tab(!event.isShiftDown());
        }
        GridSelection selection = grid.selection();
        GridCell from = event.isShiftDown() ? selection.lead() : selection.anchor();
        GridCell to = target(event.getCode(), from, event.isShortcutDown());
        if (to == null) {
            return false;
        }
        GridCell cell = to.within(grid.getContent().rows(), grid.getContent().columns());
        grid.select(event.isShiftDown() ? selection.extendedTo(cell) : GridSelection.of(cell));
        grid.point();
        return true;
    }

    /** One cell up, down, left or right of the active cell. */
    void move(KeyCode arrow) {
        GridCell to = target(arrow, grid.selection().anchor(), false);
        if (to != null) {
            grid.select(GridSelection.of(
                    to.within(grid.getContent().rows(), grid.getContent().columns())));
        }
    }

    /** Where a key leads, possibly beyond the edge. */
    private @Nullable GridCell target(KeyCode key, GridCell from, boolean far) {
        int row = from.row();
        int column = from.column();
        int step = far ? Integer.MAX_VALUE / 2 : 1;
        int page = grid.geometry().pageRows();
        return switch (key) {
            case UP, KP_UP -> new GridCell(row - step, column);
            case DOWN, KP_DOWN -> new GridCell(row + step, column);
            case LEFT, KP_LEFT -> new GridCell(row, column - step);
            case RIGHT, KP_RIGHT -> new GridCell(row, column + step);
            case HOME -> new GridCell(far ? 0 : row, 0);
            case END -> new GridCell(far ? Integer.MAX_VALUE : row, Integer.MAX_VALUE);
            case PAGE_UP -> new GridCell(row - page, column);
            case PAGE_DOWN -> new GridCell(row + page, column);
            default -> null;
        };
    }

    /** To the next cell, row by row; past the last one to the next control, so that the focus is never trapped. */
    boolean tab(boolean forward) {
        int columns = grid.getContent().columns();
        GridCell anchor = grid.selection().anchor();
        long next = (long) anchor.row() * columns + anchor.column() + (forward ? 1 : -1);
        if (next < 0 || next >= (long) grid.getContent().rows() * columns) {
            return leave(forward);
        }
        grid.select(GridSelection.of(new GridCell((int) (next / columns), (int) (next % columns))));
        return true;
    }

    private boolean leave(boolean forward) {
        return grid.requestFocusTraversal(forward ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
    }
}
