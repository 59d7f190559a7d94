package org.gatescope.picture;

/** The cuts of the fonts that come with the app, so that pictures are alike everywhere. */
public enum Typeface {
    TEXT("Gatescope Sans", false, false),
    BOLD("Gatescope Sans", true, false),
    /** Semi-bold, a family of its own because JavaFX tells only regular from bold. */
    HEADING("Gatescope Sans SemiBold", false, false),
    MATH("STIXGeneral", false, false),
    /** Variables of a formula. */
    ITALIC("STIXGeneral", false, true),
    /** Equations as they are typed. */
    CODE("JetBrains Mono", false, false);

    private final String family;
    private final boolean bold;
    private final boolean italic;

    Typeface(String family, boolean bold, boolean italic) {
        this.family = family;
        this.bold = bold;
        this.italic = italic;
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
}
