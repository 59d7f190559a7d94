package org.gatescope.picture.sheet;

import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;

/** A place for a number. */
public record SheetCell(String text, Kind kind) {
    static final double LETTERS = 10;
    private static final Rgb LINE = Tones.PRINT.muted();

    /** What stands there. */
    public enum Kind {
        /** A number, or a word. */
        GIVEN,
        /** Nothing yet: it is to be filled in. */
        BLANK,
        /** What is to be filled in. */
        ANSWER,
        /** Nothing ever. */
        NONE
    }

    /** One that is to be filled in, unless it is shown how that should be. */
    public static SheetCell asked(String answer, boolean isKey) {
        return isKey ? new SheetCell(answer, Kind.ANSWER) : new SheetCell("", Kind.BLANK);
    }

    public static SheetCell given(String text) {
        return new SheetCell(text, Kind.GIVEN);
    }

    public static SheetCell none() {
        return new SheetCell("", Kind.NONE);
    }

    boolean isAsked() {
        return kind == Kind.BLANK || kind == Kind.ANSWER;
    }

    Lettering lettering() {
        Typeface face = kind == Kind.ANSWER ? Typeface.BOLD : Typeface.TEXT;
        return new Lettering(face, LETTERS, Tones.PRINT.text(), Anchor.CENTRE);
    }

    /** What is asked for has a frame of its own. */
    void draw(Pen pen, Box box) {
        if (isAsked()) {
            pen.roundFrame(box.inset(2), 2, LINE, 0.8);
        }
        if (!text.isEmpty()) {
            pen.text(box.centreX(), box.centreY() + 0.36 * LETTERS, text, lettering());
        }
    }
}
