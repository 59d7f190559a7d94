package org.gatescope.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import org.gatescope.picture.Typeface;

/**
 * The fonts that come with the app, so that pictures are alike everywhere. Stylesheets name them by the families below;
 * what draws on a canvas asks here.
 */
public final class Fonts {
    private static final List<String> FILES = List.of(
            "GatescopeSans-Regular.otf",
            "GatescopeSans-Bold.otf",
            "GatescopeSans-SemiBold.otf",
            "STIXGeneral-Regular.otf",
            "STIXGeneral-Italic.otf",
            "STIXGeneral-Bold.otf",
            "JetBrainsMono-Regular.ttf");

    static {
        FILES.forEach(Fonts::load);
    }

    private Fonts() {}

    /** Makes the families known to JavaFX; any use of this class does so, once. */
    public static void load() {
        // Done by the static block.
    }

    /** A cut as pictures name it. */
    public static Font of(Typeface face, double size) {
        return Font.font(
                face.family(),
                face.bold() ? FontWeight.BOLD : FontWeight.NORMAL,
                face.italic() ? FontPosture.ITALIC : FontPosture.REGULAR,
                size);
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("/org/gatescope/ui/fonts/" + file)) {
            if (in == null || Font.loadFont(in, 0) == null) {
                throw new IllegalStateException("The font " + file + " is missing or cannot be read");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
