package org.gatescope.picture.lane;

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
    private static final int AS_FITS = 110;
    private static final int TWO_PIXELS_EACH = 128;
    private static final double FOLDED_HEADING = 18;

    private LaneHeights() {}

    /** Of a lane's squares. */
    public static double squares(LaneLook look, int units) {
        if (look.folded()) {
            return LEAST;
        }
        return look.height() > 0 ? Math.clamp(look.height(), LEAST, MOST) : asFits(units);
    }

    /** Of a lane without the room below it. */
    public static double whole(LaneLook look, int units) {
        return Math.max(squares(look, units), look.folded() ? FOLDED_HEADING : HEADING);
    }

    /** Rows of whole pixels as long as there are not too many. */
    private static double asFits(int units) {
        if (units <= 8) {
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
