package org.gatescope.ui.diagnostics;

import java.util.function.Predicate;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.paint.Drawn;

/** A drawing that fills its place, takes the focus, and says what it shows. */
final class Plot extends Drawn {
    /** In pixels. */
    private static final double LEAST = 160;

    /** @param maker of what fills its place */
    Plot(String id, Maker maker) {
        super(maker);
        setId(id);
        getStyleClass().add("plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setOnMousePressed(event -> {
            requestFocus();
            event.consume(); // kept from the scroll pane, which would take the focus for itself
        });
    }

    /** As high as wide, up to a limit; but where its pane has another height, so that all of that is seen. */
    void square(double most) {
        VBox.setVgrow(this, Priority.ALWAYS);
        widthProperty().subscribe(width -> {
            double height = Math.clamp(width.doubleValue(), 60, most);
            if (getPrefHeight() != height) {
                setMinHeight(Math.min(height, LEAST));
                setPrefHeight(height);
            }
        });
    }

    void height(double height) {
        setMinHeight(height);
        setPrefHeight(height);
    }

    /** @param action true if it took the key */
    void onKey(Predicate<KeyEvent> action) {
        Shortcuts.keepArrows(this);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (action.test(event)) {
                event.consume();
            }
        });
    }
}
