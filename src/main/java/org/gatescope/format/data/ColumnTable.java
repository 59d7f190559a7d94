package org.gatescope.format.data;

import java.util.List;

/**
 * What one or more files hold, column by column.
 *
 * @param columns at least one
 * @param rows    of all files together
 * @param starts  the row at which each file, or each sequence of an array, begins; the first is 0
 */
public record ColumnTable(List<Column> columns, int rows, List<Integer> starts) {
    public ColumnTable {
        columns = List.copyOf(columns);
        starts = List.copyOf(starts);
    }

    /** Of one file. */
    public ColumnTable(List<Column> columns, int rows) {
        this(columns, rows, List.of(0));
    }
}
