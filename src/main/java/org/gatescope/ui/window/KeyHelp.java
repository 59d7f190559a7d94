package org.gatescope.ui.window;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.gatescope.text.Texts;

/** What the keys and the mouse do, on one page. */
final class KeyHelp {
    private static final Texts TEXTS = Texts.of(KeyHelp.class);
    private static final List<String> LINES = List.of(
            "play",
            "step",
            "time-step",
            "part",
            "ends",
            "anywhere",
            "square",
            "square-time",
            "zoom",
            "lane",
            "edit",
            "leave",
            "undo",
            "run-to",
            "breakpoint",
            "watch",
            "trail",
            "roll",
            "panels",
            "rooms",
            "train");

    private KeyHelp() {}

    static Node content() {
        GridPane page = new GridPane();
        page.getStyleClass().add("key-help");
        for (String line : LINES) {
            Label keys = new Label(TEXTS.get("keys." + line));
            keys.getStyleClass().add("strong");
            page.addRow(LINES.indexOf(line), keys, new Label(TEXTS.get("keys." + line + ".does")));
        }
        return page;
    }
}
