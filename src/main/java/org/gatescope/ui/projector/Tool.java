package org.gatescope.ui.projector;

import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** What the mouse does over the picture; the keys with Ctrl are those of slide programs. */
public enum Tool {
    /** Clicks and drags are the panes' own. */
    ARROW("arrow", Feather.MOUSE_POINTER, KeyCode.A),
    /** A spot that is seen from the last row. */
    POINTER("pointer", Feather.CROSSHAIR, KeyCode.L),
    PEN("pen", Feather.EDIT_2, KeyCode.P),
    HIGHLIGHTER("highlighter", Feather.PEN_TOOL, KeyCode.I);

    private final String id;
    private final Feather icon;
    private final KeyCode key;

    Tool(String id, Feather icon, KeyCode key) {
        this.id = id;
        this.icon = icon;
        this.key = key;
    }

    Feather icon() {
        return icon;
    }

    /** Together with Ctrl, or ⌘. */
    public KeyCode key() {
        return key;
    }

    /** In texts, and the style class of what it leaves. */
    String id() {
        return id;
    }
}
