package org.gatescope.ui.window;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.util.Subscription;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Shortcuts;
import org.jspecify.annotations.Nullable;

/**
 * Says where the arrow keys go while they are not playback's, as in a table, and how they come back to it; the buttons that
 * they would press are dimmed meanwhile.
 */
final class KeysNote extends Label {
    private static final Texts TEXTS = Texts.of(KeysNote.class);
    private static final PseudoClass ELSEWHERE = PseudoClass.getPseudoClass("keys-elsewhere");

    private final Node transport;
    private final Subscription scene;
    private Subscription focus = Subscription.EMPTY;

    /**
     * @param window    the contents of the window, whose focus is followed
     * @param transport the bar of playback
     */
    KeysNote(Node window, Node transport) {
        this.transport = transport;
        setId("status-keys");
        getStyleClass().add("muted");
        setMinWidth(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        show(null);
        scene = window.sceneProperty().subscribe(this::follow);
    }

    void close() {
        scene.unsubscribe();
        focus.unsubscribe();
    }

    private void follow(@Nullable Scene shown) {
        focus.unsubscribe();
        focus = shown == null ? Subscription.EMPTY : shown.focusOwnerProperty().subscribe(this::show);
    }

    private void show(@Nullable Node owner) {
        boolean isElsewhere = Shortcuts.keepsArrows(owner);
        setVisible(isElsewhere);
        if (isElsewhere) {
            setText(text(owner));
        }
        transport.pseudoClassStateChanged(ELSEWHERE, isElsewhere);
    }

    private static String text(@Nullable Node owner) {
        return switch (owner) {
            case TextInputControl typed -> TEXTS.get("keys-note.text");
            case Slider slider -> TEXTS.get("keys-note.slider");
            case null, default -> TEXTS.get("keys-note.table");
        };
    }
}
