package org.gatescope.picture.sheet;

import org.gatescope.picture.Anchor;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;

/** A heading. @param note at the right: how many points there are */
public record SheetHeading(double width, String text, String note) implements Picture {
    @Override
    public double height() {
        return 16;
    }

    @Override
    public void draw(Pen pen) {
        pen.text(0, 12, text, new Lettering(Typeface.HEADING, 11.5, Tones.PRINT.text(), Anchor.LEFT));
        pen.text(width, 12, note, new Lettering(Typeface.TEXT, 9, Tones.PRINT.muted(), Anchor.RIGHT));
    }
}
