package org.gatescope.format.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows of a table are a sequence, in the order in which they stand: those of one file, or of an array's sequence,
 * with the same word or number in the column that tells sequences apart.
 */
record SequenceRows(List<int[]> rows) {
    static SequenceRows of(ColumnTable table, List<Role> roles) {
        int told = roles.indexOf(Role.SEQUENCE);
        Map<List<Object>, Growing> groups = new LinkedHashMap<>();
        int file = 0;
        for (int row = 0; row < table.rows(); row++) {
            while (file + 1 < table.starts().size() && table.starts().get(file + 1) <= row) {
                file++;
            }
            Object name = told < 0 ? "" : name(table.columns().get(told), row);
            groups.computeIfAbsent(List.of(file, name), key -> new Growing()).add(row);
        }
        return new SequenceRows(groups.values().stream().map(Growing::rows).toList());
    }

    private static Object name(Column column, int row) {
        return switch (column) {
            case Column.Numbers(var name, var values) -> values[row];
            case Column.Words(var name, var words, var codes) -> codes[row];
            case Column.Unkept unkept -> "";
        };
    }

    /** N. */
    int count() {
        return rows.size();
    }

    /** T. */
    int longest() {
        return rows.stream().mapToInt(of -> of.length).max().orElse(0);
    }

    List<Integer> lengths() {
        return rows.stream().map(of -> of.length).toList();
    }

    /** True where a column says the same in all rows of a sequence. */
    boolean areConstant(Column column) {
        return rows.stream().allMatch(of -> Arrays.stream(of).allMatch(row -> isSame(column, row, of[0])));
    }

    private static boolean isSame(Column column, int row, int first) {
        return switch (column) {
            case Column.Numbers(var name, var values) -> Double.compare(values[row], values[first]) == 0;
            case Column.Words(var name, var words, var codes) -> codes[row] == codes[first];
            case Column.Unkept unkept -> false;
        };
    }

    private static final class Growing {
        private int[] rows = new int[4];
        private int count;

        void add(int row) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, 2 * count);
            }
            rows[count++] = row;
        }

        int[] rows() {
            return Arrays.copyOf(rows, count);
        }
    }
}
