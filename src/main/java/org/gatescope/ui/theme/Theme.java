package org.gatescope.ui.theme;

import java.util.Objects;
import javafx.application.Application;
import org.gatescope.picture.Tones;

/**
 * Light, dark, or black on white for paper. A theme is the user agent stylesheet of the whole app, so windows, popups, dialogs and scenes without a
 * window all wear it, and changing it changes them at once. The colours are the {@code -gs-…} tokens of light.css,
 * dark.css and print.css; {@link Tones} has the same ones for what is drawn on a canvas.
 */
public enum Theme {
    LIGHT("light.css", Tones.LIGHT),
    DARK("dark.css", Tones.DARK),
    /** Of pictures only. */
    PRINT("print.css", Tones.PRINT);

    private final String stylesheet;
    private final Tones tones;

    Theme(String stylesheet, Tones tones) {
        this.stylesheet = stylesheet;
        this.tones = tones;
    }

    /** Dresses everything that is and will be shown. On the JavaFX thread. */
    public void apply() {
        Fonts.load();
        Application.setUserAgentStylesheet(address());
    }

    /** The other one, for the toolbar's button. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** Its colours for pictures. */
    public Tones tones() {
        return tones;
    }

    String address() {
        return Objects.requireNonNull(Theme.class.getResource(stylesheet), stylesheet)
                .toExternalForm();
    }
}
