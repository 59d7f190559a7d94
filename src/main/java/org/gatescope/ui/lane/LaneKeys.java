package org.gatescope.ui.lane;

import javafx.scene.input.KeyEvent;
import org.gatescope.format.text.CopyForm;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.lane.Square;
import org.gatescope.ui.control.CopyAs;
import org.jspecify.annotations.Nullable;

/**
 * The keyboard in a lane: up and down move the selected square among the units, Ctrl with left and right through time;
 * Alt with up and down moves the lane itself. Left and right alone are left to the playhead, with Alt to the way back.
 */
final class LaneKeys {
    private final LaneView view;
    private final LaneListener listener;

    LaneKeys(LaneView view, LaneListener listener) {
        this.view = view;
        this.listener = listener;
        view.setOnKeyPressed(this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (CopyAs.KEYS.match(event)) {
            view.openForms();
            event.consume();
            return;
        }
        if (event.isShiftDown() || event.isShortcutDown() && event.isAltDown()) {
            return;
        }
        boolean used = event.isShortcutDown() ? throughTime(event) : event.isAltDown() ? moved(event) : acted(event);
        if (used) {
            event.consume();
        }
    }

    /** With Ctrl. */
    private boolean throughTime(KeyEvent event) {
        LaneContent content = view.lane().content();
        if (content.steps() == 0 || content.units() == 0) {
            return false;
        }
        switch (event.getCode()) {
            case C -> CopyAs.copy(CopyForm.SPREADSHEET, view.numbers());
            case LEFT -> select(view.selected(), -1, 0);
            case RIGHT -> select(view.selected(), 1, 0);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean moved(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> view.move(-1);
            case DOWN -> view.move(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean acted(KeyEvent event) {
        LaneContent content = view.lane().content();
        if (content.steps() == 0 || content.units() == 0) {
            return false;
        }
        Square square = view.selected();
        switch (event.getCode()) {
            case UP -> select(square, 0, -1);
            case DOWN -> select(square, 0, 1);
            case ENTER -> listener.seek(square == null ? first() : square);
            case F2 -> listener.edit(square == null ? first() : square);
            case CONTEXT_MENU -> view.openMenu();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The first arrow shows where the selection begins; later ones move it, as far as there are numbers. */
    private void select(@Nullable Square square, int steps, int units) {
        LaneContent content = view.lane().content();
        if (square == null) {
            listener.open(first());
            return;
        }
        int t = Math.clamp(square.t() + (long) steps, 0, content.steps() - 1);
        int unit = Math.clamp(square.unit() + (long) units, 0, content.units() - 1);
        listener.passTo(new Square(square.lane(), t, unit));
    }

    private Square first() {
        int t = Math.clamp(view.current(), 0, view.lane().content().steps() - 1);
        return new Square(view.lane().id(), t, 0);
    }
}
