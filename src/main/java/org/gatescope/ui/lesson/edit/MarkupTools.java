package org.gatescope.ui.lesson.edit;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.gatescope.lesson.Place;
import org.gatescope.text.Texts;

/** Puts formulas and links into a text. */
final class MarkupTools {
    private static final Texts TEXTS = Texts.of(MarkupTools.class);

    private MarkupTools() {}

    static Hyperlink tool(String id, String key, Runnable action) {
        Hyperlink link = new Hyperlink(TEXTS.get(key));
        link.setId("edit-" + id);
        link.getStyleClass().add("edit-tool");
        link.setTooltip(new Tooltip(TEXTS.get(key + ".tip")));
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(event -> {
            link.setVisited(false);
            action.run();
        });
        return link;
    }

    /** Those of a text. */
    static Node[] of(String id, EntryField entry, Editing editing) {
        return new Node[] {
            tool(id + "-formula", "formula", () -> around(entry.input(), "`", "`", "h_1")),
            tool(
                    id + "-link",
                    "link",
                    () -> around(entry.input(), "[", "](" + target(editing) + ")", TEXTS.get("here")))
        };
    }

    /** The number that is open, or else the playhead. */
    private static String target(Editing editing) {
        String open = editing.openNumber();
        return open.isEmpty() ? Place.POSITION + " " + editing.here().position().orElse(0) : Place.OPENED + " " + open;
    }

    /** Around what is selected, or around words that are selected then. */
    private static void around(TextInputControl input, String before, String after, String instead) {
        String words = input.getSelectedText().isEmpty() ? instead : input.getSelectedText();
        int start = input.getSelection().getStart();
        input.replaceSelection(before + words + after);
        input.requestFocus();
        input.selectRange(start + before.length(), start + before.length() + words.length());
    }
}
