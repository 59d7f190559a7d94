package org.gatescope.picture;

import java.util.Locale;

/** The colour maps to choose from, all of them safe for colour-blind readers. */
public enum ColourMap {
    VIK(true),
    RDBU(true),
    PUOR(true),
    PRGN(true),
    BRBG(true),
    ROMA(true),
    TEAL(false),
    VIRIDIS(false),
    CIVIDIS(false);

    private final boolean diverging;

    ColourMap(boolean diverging) {
        this.diverging = diverging;
    }

    /** Whether it has a neutral colour in the middle. */
    public boolean diverging() {
        return diverging;
    }

    /** The name in resource files, for example {@code vik}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
