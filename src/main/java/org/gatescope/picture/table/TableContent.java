package org.gatescope.picture.table;

import org.gatescope.text.NumberForm;

/**
 * What a table shows. Content never changes: other numbers are other content, and large content is also read on another
 * thread, for the {@link GridOverview}.
 */
public interface TableContent {
    /** How many rows there are, at least 0. */
    int rows();

    /** How many columns there are, at least 0. */
    int columns();

    /** The number itself. */
    double value(int row, int column);

    /** How all of its numbers are written. */
    default NumberForm form() {
        return NumberForm.USUAL;
    }

    /** The number as its cell shows it. */
    default String text(int row, int column) {
        return form().signed(value(row, column));
    }

    /** What stands before a row, for example the token of an input. */
    String rowHeading(int row);

    /** What stands above a column, for example the number of a unit. */
    String columnHeading(int column);

    /** Background of a cell as ARGB; 0 for none. */
    default int tint(int row, int column) {
        return 0;
    }
}
