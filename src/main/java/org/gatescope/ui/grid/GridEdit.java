package org.gatescope.ui.grid;

/**
 * What the user of a grid wants changed: a rectangle of new values with its upper left cell. The grid itself changes
 * nothing; whoever owns the numbers answers with new content.
 */
@SuppressWarnings("ArrayRecordComponent")
public record GridEdit(int row, int column, double[][] values, Kind kind) {
    /** How the values came about, for the name of the undo step. */
    public enum Kind {
        TYPED,
        PASTED,
        FILLED,
        CLEARED,
        RANDOMISED
    }

    int rows() {
        return values.length;
    }

    int columns() {
        return values.length == 0 ? 0 : values[0].length;
    }
}
