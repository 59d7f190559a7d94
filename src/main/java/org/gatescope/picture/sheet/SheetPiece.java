package org.gatescope.picture.sheet;

import org.gatescope.picture.Picture;

/**
 * A piece of a sheet, which no page's end divides.
 *
 * @param before     room above it, but at the head of a page; in points
 * @param keepsNext  true if the next piece has to stand on the same page, as it has for a heading
 */
public record SheetPiece(Picture picture, double before, boolean keepsNext) {
    /** One that may be the last of a page. */
    public static SheetPiece of(Picture picture, double before) {
        return new SheetPiece(picture, before, false);
    }

    /** One that stays with what follows. */
    public static SheetPiece heading(Picture picture, double before) {
        return new SheetPiece(picture, before, true);
    }
}
