package org.gatescope.picture.sheet;

import java.util.List;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;

/**
 * A page.
 *
 * @param foot  at the left of its last line
 * @param count at the right of it
 */
public record SheetPage(Paper paper, List<Placed> pieces, String foot, String count) implements Picture {
    private static final double SMALL = 8;

    /** @param y its upper edge, from that of the page */
    public record Placed(Picture picture, double y) {}

    public SheetPage {
        pieces = List.copyOf(pieces);
    }

    @Override
    public double width() {
        return paper.width();
    }

    @Override
    public double height() {
        return paper.height();
    }

    @Override
    public void draw(Pen pen) {
        for (Placed piece : pieces) {
            Picture picture = piece.picture();
            // Lines on an edge are drawn whole.
            Box place = new Box(Paper.MARGIN - 1, piece.y() - 1, picture.width() + 2, picture.height() + 2);
            pen.part(
                    place,
                    1,
                    inside -> inside.part(new Box(1, 1, picture.width() + 1, picture.height() + 1), 1, picture::draw));
        }
        double baseline = height() - Paper.MARGIN + 4;
        pen.text(Paper.MARGIN, baseline, foot, lettering(Anchor.LEFT));
        pen.text(width() - Paper.MARGIN, baseline, count, lettering(Anchor.RIGHT));
    }

    private static Lettering lettering(Anchor anchor) {
        return new Lettering(Typeface.TEXT, SMALL, Tones.PRINT.muted(), anchor);
    }
}
