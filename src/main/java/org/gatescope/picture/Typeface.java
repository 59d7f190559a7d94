package org.gatescope.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The cuts of the fonts that come with the app, so that pictures are alike everywhere. */
public enum Typeface {
    TEXT("Gatescope Sans", false, false, "GatescopeSans-Regular"),
    BOLD("Gatescope Sans", true, false, "GatescopeSans-Bold"),
    /** Semi-bold, a family of its own because JavaFX tells only regular from bold. */
    HEADING("Gatescope Sans SemiBold", false, false, "GatescopeSans-SemiBold"),
    MATH("Gatescope Math", false, false, "GatescopeMath-Regular"),
    /** Variables of a formula. */
    ITALIC("Gatescope Math", false, true, "GatescopeMath-Italic"),
    /** Equations as they are typed. */
    CODE("JetBrains Mono", false, false, "JetBrainsMono-Regular");

    private final String family;
    private final boolean bold;
    private final boolean italic;
    private final String file;

    Typeface(String family, boolean bold, boolean italic, String file) {
        this.family = family;
        this.bold = bold;
        this.italic = italic;
        this.file = file;
    }

    /** The name of the font's family, as stylesheets have it. */
    public String family() {
        return family;
    }

    /** True if its strokes are bold. */
    public boolean bold() {
        return bold;
    }

    /** True if it slants. */
    public boolean italic() {
        return italic;
    }

    /** The font itself, in TrueType's format; it comes with the app. */
    public byte[] font() {
        String name = "fonts/" + file + ".ttf";
        try (InputStream in = Typeface.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The font " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
