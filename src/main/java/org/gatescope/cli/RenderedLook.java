package org.gatescope.cli;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.gatescope.format.session.SavedSession;
import org.gatescope.ui.render.NodeImage;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.window.HiddenWindow;

/** How a contact sheet shows the window. */
enum RenderedLook {
    LIGHT(Theme.LIGHT, 1280, 800),
    DARK(Theme.DARK, 1280, 800),
    /** As on a projector, by the key that a teacher presses. */
    PROJECTOR(Theme.LIGHT, 1024, 768);

    private final Theme theme;
    private final int width;
    private final int height;

    RenderedLook(Theme theme, int width, int height) {
        this.theme = theme;
        this.width = width;
        this.height = height;
    }

    /** {@code light}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Theme theme() {
        return theme;
    }

    /** What a session looks like. On JavaFX's thread. */
    BufferedImage of(SavedSession saved) {
        HiddenWindow hidden = HiddenWindow.of(saved, theme, width, height);
        if (this == PROJECTOR) {
            hidden.scene().getRoot().applyCss(); // split panes hold nothing before
            Event.fireEvent(
                    hidden.scene().getRoot(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F5, false, false, false, false));
        }
        NodeImage.of(hidden.scene()); // bubbles and scrolling settle with the first picture
        BufferedImage seen = NodeImage.pixels(List.of(hidden.scene().getRoot()));
        hidden.window().close();
        return seen;
    }
}
