package org.gatescope.ui.window;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import org.gatescope.ui.grid.Grid;

/**
 * Keys of the whole window. Those of the first kind work wherever the focus is; those of the second wherever the focused
 * control has no use for them, so that arrows still move through tables.
 */
final class Shortcuts {
    private final Map<KeyCombination, Runnable> everywhere = new LinkedHashMap<>();
    private final Map<KeyCombination, Runnable> elsewhere = new LinkedHashMap<>();

    Shortcuts everywhere(Runnable action, KeyCode key, Modifier... modifiers) {
        everywhere.put(new KeyCodeCombination(key, modifiers), action);
        return this;
    }

    Shortcuts elsewhere(Runnable action, KeyCode key, Modifier... modifiers) {
        elsewhere.put(new KeyCodeCombination(key, modifiers), action);
        return this;
    }

    void listenOn(Node root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!isTyped(event)) {
                run(everywhere, event);
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> run(elsewhere, event));
    }

    /** While a text or a table's cell is typed, undo is the text's own. */
    private static boolean isTyped(KeyEvent event) {
        return event.isShortcutDown()
                && event.getTarget() instanceof TextInputControl text
                && (text instanceof TextArea || text.getParent() instanceof Grid);
    }

    private static void run(Map<KeyCombination, Runnable> actions, KeyEvent event) {
        for (Map.Entry<KeyCombination, Runnable> entry : actions.entrySet()) {
            if (entry.getKey().match(event)) {
                entry.getValue().run();
                event.consume();
                return;
            }
        }
    }
}
