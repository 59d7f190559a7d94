package org.gatescope.ui.equations;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.gatescope.cell.Notation;
import org.gatescope.session.debug.Debugging;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.KeyText;
import org.jspecify.annotations.Nullable;

/** Marks of breakpoints before the lines of a part; a click there sets and removes them. */
record LineStops(Debugging debugging) {
    private static final Texts TEXTS = Texts.of(LineStops.class);
    private static final PseudoClass SET = PseudoClass.getPseudoClass("set");
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final double RADIUS = 3.5;

    /** @param line that it stands before at the moment */
    Node mark(Supplier<@Nullable EquationLine> line) {
        Circle circle = new Circle(RADIUS);
        StackPane mark = new StackPane(circle);
        mark.getStyleClass().add("line-stop");
        mark.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            EquationLine clicked = line.get();
            if (clicked != null && event.getButton() == MouseButton.PRIMARY) {
                debugging.toggle(clicked.breakpoint());
                event.consume(); // the playhead stays where it is
            }
        });
        Tooltip tip = new Tooltip();
        tip.setOnShowing(event -> {
            EquationLine pointed = line.get();
            tip.setText(pointed == null ? "" : KeyText.with(words(pointed), new KeyCodeCombination(KeyCode.F9)));
        });
        Tooltip.install(mark, tip);
        return mark;
    }

    void show(Node mark, EquationLine line) {
        Optional<Boolean> state = debugging.state(line.breakpoint());
        mark.pseudoClassStateChanged(SET, state.isPresent());
        mark.pseudoClassStateChanged(OFF, state.filter(on -> !on).isPresent());
    }

    private String words(EquationLine line) {
        boolean isSet = debugging.state(line.breakpoint()).isPresent();
        return TEXTS.get(
                isSet ? "stop.remove" : "stop.set",
                Notation.of(line.names().of(line.played().quantity())));
    }

    /** What is added to the words of a line; nothing where none is set. */
    String spoken(EquationLine line) {
        return debugging.state(line.breakpoint()).isPresent() ? TEXTS.get("stop.spoken") : "";
    }
}
