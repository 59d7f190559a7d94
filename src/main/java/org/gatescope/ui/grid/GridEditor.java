package org.gatescope.ui.grid;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.picture.Typeface;
import org.gatescope.text.Numerals;
import org.gatescope.ui.theme.Fonts;

/** The one field that floats over the cell being edited. */
final class GridEditor {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Grid grid;
    private final TextField field = new TextField();
    private String before = "";
    private boolean open;
    private boolean fills;

    GridEditor(Grid grid) {
        this.grid = grid;
        field.getStyleClass().add("gs-grid-editor");
        field.setManaged(false);
        field.setVisible(false);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.focusedProperty().subscribe((was, is) -> focusChanged(is));
        field.textProperty().subscribe((was, is) -> typed());
    }

    TextField field() {
        return field;
    }

    boolean isOpen() {
        return open;
    }

    /** Opens over the active cell with its exact value. */
    void open() {
        String exact = Numerals.typed(grid.anchorValue());
        start(exact, false);
        field.selectAll();
    }

    /** Opens over the active cell with what was typed; the number goes to the whole selection if it is to fill. */
    void open(String typed, boolean fill) {
        start(typed, fill);
        field.end();
    }

    private void start(String text, boolean fill) {
        grid.reveal(grid.selection().anchor());
        before = fill ? "" : Numerals.typed(grid.anchorValue());
        fills = fill;
        open = true;
        field.setFont(Fonts.of(Typeface.TEXT, grid.figures().size()));
        field.setText(text);
        place();
        field.setVisible(true);
        field.requestFocus();
    }

    /** Over its cell, and as wide as its text needs. */
    void place() {
        if (open) {
            Bounds cell = grid.anchorBounds();
            double width = Math.max(cell.getWidth(), grid.figures().width(field.getText()) + 16);
            double left = Math.max(0, Math.min(cell.getMinX(), grid.getWidth() - width));
            field.resizeRelocate(left - 1, cell.getMinY() - 1, width + 1, cell.getHeight() + 1);
        }
    }

    /** Takes the number over and closes; stays open and says why where the text is no number. */
    boolean finish() {
        if (!open) {
            return true;
        }
        boolean untouched = field.getText().equals(before);
        if (untouched && (!fills || before.isEmpty())) {
            close();
            return true;
        }
        return switch (TypedNumber.read(field.getText())) {
            case TypedNumber.Number number -> {
                close();
                grid.actions().typed(number.value(), fills);
                yield true;
            }
            case TypedNumber.Refused refused -> {
                field.pseudoClassStateChanged(REFUSED, true);
                grid.refuse(refused.reason());
                yield false;
            }
        };
    }

    void close() {
        boolean focused = field.isFocused();
        open = false;
        field.setVisible(false);
        field.pseudoClassStateChanged(REFUSED, false);
        if (focused) {
            grid.requestFocus();
        }
    }

    private void typed() {
        field.pseudoClassStateChanged(REFUSED, false);
        grid.hideRefusal();
        place();
    }

    /** Whoever goes elsewhere means what was typed; what is no number is given up, and the reason stays. */
    private void focusChanged(boolean focused) {
        boolean isGone = grid.getScene() == null; // taken out of the window: nobody went elsewhere
        if (!focused && open && (isGone || !finish())) {
            close();
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> {
                grid.hideRefusal();
                close();
            }
            case ENTER -> {
                fills |= event.isShortcutDown();
                if (finish() && !event.isShortcutDown()) {
                    grid.keys().move(event.isShiftDown() ? KeyCode.UP : KeyCode.DOWN);
                }
            }
            case UP, DOWN -> {
                if (finish()) {
                    grid.keys().move(event.getCode());
                }
            }
            case TAB -> {
                if (finish()) {
                    grid.keys().tab(!event.isShiftDown());
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}
