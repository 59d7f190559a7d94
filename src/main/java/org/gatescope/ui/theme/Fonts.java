package org.gatescope.ui.theme;

import java.io.ByteArrayInputStream;
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
    static {
        List.of(Typeface.values()).forEach(face -> load(face.font()));
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

    private static void load(byte[] font) {
        if (Font.loadFont(new ByteArrayInputStream(font), 0) == null) {
            throw new IllegalStateException("A font that comes with the app cannot be read");
        }
    }
}
