package org.gatescope.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;

/**
 * The fonts that come with the app, so that pictures are alike everywhere. Stylesheets name them by the families below;
 * what draws on a canvas asks here.
 */
public final class Fonts {
    /** Inter whose figures all have one width, regular and bold. */
    public static final String TEXT = "Gatescope Sans";

    /** The semi-bold cut, a family of its own because JavaFX tells only regular from bold. */
    public static final String HEADING = "Gatescope Sans SemiBold";

    /** STIX for mathematics: regular, bold, italic. */
    public static final String MATH = "STIXGeneral";

    /** JetBrains Mono for code and equations as they are typed. */
    public static final String CODE = "JetBrains Mono";

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

    public static Font text(double size) {
        return of(TEXT, size);
    }

    public static Font bold(double size) {
        return Font.font(TEXT, FontWeight.BOLD, size);
    }

    public static Font heading(double size) {
        return of(HEADING, size);
    }

    public static Font math(double size) {
        return of(MATH, size);
    }

    /** Variables of a formula. */
    public static Font mathItalic(double size) {
        return Font.font(MATH, FontPosture.ITALIC, size);
    }

    public static Font code(double size) {
        return of(CODE, size);
    }

    private static Font of(String family, double size) {
        return Font.font(family, size);
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
