package org.gatescope.ui.debug;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gatescope.cell.Condition;
import org.gatescope.session.Session;
import org.gatescope.session.Shown;
import org.gatescope.session.debug.Breakpoint;
import org.gatescope.session.debug.Breakpoint.OnCondition;
import org.gatescope.session.debug.Debugging;
import org.gatescope.session.debug.Stops;
import org.gatescope.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A breakpoint in its list: whether it is on, what it waits for, and a way to be rid of it. */
final class BreakpointRow extends HBox {
    private static final Texts TEXTS = Texts.of(BreakpointRow.class);
    private static final PseudoClass STRUCK = PseudoClass.getPseudoClass("struck");

    private final Breakpoint breakpoint;
    private final boolean struck;
    private final Label here = new Label(TEXTS.get("true-here"));

    BreakpointRow(Debugging debugging, Breakpoint breakpoint, Session session, boolean struck) {
        this.breakpoint = breakpoint;
        this.struck = struck;
        String words = StopWords.of(breakpoint, session);
        CheckBox on = new CheckBox(words);
        on.setSelected(breakpoint.enabled());
        on.setMinWidth(0);
        on.setTooltip(new Tooltip(words));
        on.setAccessibleText(TEXTS.get(struck ? "breakpoint.struck" : "breakpoint", words));
        on.selectedProperty().subscribe((before, now) -> replace(debugging, breakpoint, now));
        on.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                debugging.breakpoints().remove(breakpoint);
                event.consume();
            }
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getStyleClass().add("debug-row");
        pseudoClassStateChanged(STRUCK, struck);
        setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        on,
                        space,
                        here,
                        remove(words, () -> debugging.breakpoints().remove(breakpoint)));
        here.getStyleClass().addAll("muted", "true-here");
        here.setMinWidth(USE_PREF_SIZE);
        here.setTooltip(new Tooltip(TEXTS.get("true-here.tip")));
        here.managedProperty().bind(here.visibleProperty());
        here.setVisible(false);
    }

    /** What is true already where playing starts does not stop it there. */
    void show(Shown shown, int sequence) {
        here.setVisible(!struck
                && breakpoint instanceof OnCondition(String text, Condition condition, boolean enabled)
                && enabled
                && Stops.isTrueAt(shown.run(), shown.playhead(), condition, sequence));
    }

    private static void replace(Debugging debugging, Breakpoint breakpoint, boolean on) {
        int place = debugging.breakpoints().indexOf(breakpoint);
        if (place >= 0) {
            debugging.breakpoints().set(place, breakpoint.enabled(on));
        }
    }

    /** To what is on or off. */
    @Override
    public void requestFocus() {
        getChildren().getFirst().requestFocus();
    }

    /**
     * A small cross.
     *
     * @param words what it takes away
     */
    static Button remove(String words, Runnable action) {
        Button remove = new Button();
        remove.getStyleClass().addAll("tool", "remove");
        remove.setGraphic(new FontIcon(Feather.X));
        remove.setAccessibleText(TEXTS.get("remove", words));
        remove.setTooltip(new Tooltip(TEXTS.get("remove", words)));
        remove.setOnAction(event -> action.run());
        return remove;
    }
}
