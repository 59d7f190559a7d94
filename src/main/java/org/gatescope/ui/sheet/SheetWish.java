package org.gatescope.ui.sheet;

import org.gatescope.explain.Covered;
import org.gatescope.picture.sheet.Paper;

/**
 * Worksheets as they were asked for.
 *
 * @param title   above each copy
 * @param covered what is blank; with nothing in it, what is usual for the numbers
 * @param most    how many numbers of each copy are blank, drawn by the seed; 0 for all that are covered
 * @param copies  from 1 to {@link #MOST_COPIES}
 * @param seed    the same one makes the same sheets
 * @param digits  of numbers that are not whole
 */
public record SheetWish(
        String title, SheetNumbers numbers, Covered covered, int most, int copies, long seed, int digits, Paper paper) {
    public static final int MOST_COPIES = 200;

    public static final int USUAL_DIGITS = 3;

    /** Blanks of a copy with a session's numbers: with a calculator, an hour. */
    public static final int USUAL_BLANKS = 12;
}
