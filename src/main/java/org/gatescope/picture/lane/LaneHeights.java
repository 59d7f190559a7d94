package org.gatescope.picture.lane;

import java.util.function.IntToDoubleFunction;

/** How high lanes are, in pixels. */
public final class LaneHeights {
    /** Room below a lane. */
    public static final double GAP = 8;

    public static final double LEAST = 8;
    public static final double MOST = 600;

    /** Of a heading of which all is shown. */
    public static final double HEADING = 58;

    private static final int USUAL_ROW = 13;
    private static final int HIGHEST_ROW = 26;
    /** So many have rows in which numbers can be read. */
    private static final int FEW = 10;

    private static final int AS_FITS = 110;
    private static final int TWO_PIXELS_EACH = 128;
    private static final double FOLDED_HEADING = 18;

    private LaneHeights() {}

    /** Of a row where there is room to spare. */
    public static final int ROOMY_ROW = 24;

    /** Of a row of a lane that has the window to itself. */
    public static final int ROW_ALONE = 64;

    /**
     * Of a lane's squares.
     *
     * @param row that there is room for in every lane; 0 for no more than lanes need
     */
    public static double squares(LaneLook look, int units, int row) {
        if (look.folded()) {
            return LEAST;
        }
        if (look.height() > 0) {
            return Math.clamp(look.height(), LEAST, MOST);
        }
        return Math.max(asFits(units), Math.min(MOST, (double) units * row));
    }

    /** Of a lane without the room below it. */
    public static double whole(LaneLook look, int units, int row) {
        return Math.max(squares(look, units, row), look.folded() ? FOLDED_HEADING : HEADING);
    }

    /**
     * The highest row that all lanes have room for; 0 where they need more room than there is.
     *
     * @param room    in pixels
     * @param highest row that is wanted
     * @param height  of all lanes together, by the height of a row
     */
    public static int row(double room, int highest, IntToDoubleFunction height) {
        int row = highest;
        while (row > 0 && height.applyAsDouble(row) > room) {
            row--;
        }
        return row;
    }

    /** Rows of whole pixels as long as there are not too many. */
    private static double asFits(int units) {
        if (units <= FEW) {
            int row = (int) Math.ceil(HEADING / Math.max(1, units));
            return Math.max(1, units) * Math.clamp(row, USUAL_ROW, HIGHEST_ROW);
        }
        if (units > AS_FITS) {
            return AS_FITS;
        }
        boolean two = units > AS_FITS / 2 && 2 * units <= TWO_PIXELS_EACH;
        return units * (two ? 2 : Math.min(USUAL_ROW, AS_FITS / units));
    }
}
