package org.gatescope.format.figure;

/** What becomes of the texts of a figure. */
public enum FigureTexts {
    /** They stay texts, which can be searched and copied; their fonts are part of the file. */
    FONTS,
    /** They become drawings of their letters, which look alike in every program. */
    OUTLINES
}
