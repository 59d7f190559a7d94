package org.gatescope.ui.window;

import static javafx.scene.layout.Region.USE_PREF_SIZE;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Bubble;
import org.gatescope.ui.control.Shortcuts;

/** What the keys and the mouse do, on one page. */
final class KeyHelp {
    private static final Texts TEXTS = Texts.of(KeyHelp.class);

    private KeyHelp() {}

    /** @param rooms names of the rooms at the right */
    static Node content(Shortcuts shortcuts, String rooms) {
        GridPane page = new GridPane();
        page.getStyleClass().add("key-help");
        int row = 0;
        for (String line : shortcuts.lines()) {
            String keys = shortcuts.keysIn(line);
            Label left = new Label(hasText(line) ? TEXTS.get("keys." + line, keys, modifier()) : keys);
            left.getStyleClass().add("strong");
            left.setMinWidth(USE_PREF_SIZE);
            Label right = new Label(TEXTS.get("keys." + line + ".does", rooms));
            right.setWrapText(true); // a scroll bar may take some of its room
            page.addRow(row++, left, right);
        }
        ScrollPane scrolled = Bubble.scrolling(page);
        scrolled.setFocusTraversable(true); // then keys scroll it
        return scrolled;
    }

    /** Where the keys alone do not say it all. */
    private static boolean hasText(String line) {
        return TEXTS.bundle().containsKey("keys." + line);
    }

    /** As it stands before a key, {@code Ctrl+} or {@code ⌘}. */
    private static String modifier() {
        String withKey = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN).getDisplayText();
        return withKey.substring(0, withKey.length() - 1);
    }
}
