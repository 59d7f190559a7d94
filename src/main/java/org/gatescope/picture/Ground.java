package org.gatescope.picture;

import java.util.Locale;

/** What pictures are drawn for: it decides between the variants of colour maps. */
public enum Ground {
    LIGHT,
    DARK,
    /** Black on white paper, without hues: lightness tells a number's magnitude and sign. */
    PRINT;

    /** The dark one, or the light one. */
    static Ground of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /** The name in resource files. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
