package org.gatescope.ui.grid;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;

/** Content for tests: a matrix, tinted from brown over white to green. */
@SuppressWarnings("ArrayRecordComponent")
record Sample(
        String name,
        double[][] values,
        IntFunction<String> rowHeadings,
        IntFunction<String> columnHeadings,
        boolean dark,
        boolean editable)
        implements GridContent {
    static Sample of(double[][] values) {
        return new Sample("Wx.f", values, row -> "h" + row, String::valueOf, false, true);
    }

    static Sample random(int rows, int columns) {
        Random random = new Random(7);
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            Arrays.setAll(row, column -> 0.8 * random.nextGaussian());
        }
        return of(values);
    }

    /** The same numbers as results that cannot be edited. */
    Sample readOnly() {
        return new Sample(name, values, rowHeadings, columnHeadings, dark, false);
    }

    /** The content after an edit, as the owner of the numbers would make it. */
    Sample with(GridEdit edit) {
        double[][] changed = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
        for (int row = 0; row < edit.rows(); row++) {
            System.arraycopy(edit.values()[row], 0, changed[edit.row() + row], edit.column(), edit.columns());
        }
        return new Sample(name, changed, rowHeadings, columnHeadings, dark, editable);
    }

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public int columns() {
        return values.length == 0 ? 0 : values[0].length;
    }

    @Override
    public double value(int row, int column) {
        return values[row][column];
    }

    @Override
    public String rowHeading(int row) {
        return rowHeadings.apply(row);
    }

    @Override
    public String columnHeading(int column) {
        return columnHeadings.apply(column);
    }

    @Override
    public int tint(int row, int column) {
        double share = Math.clamp(value(row, column) / 2, -1, 1);
        double size = Math.abs(share);
        int[] neutral = dark ? new int[] {60, 64, 70} : new int[] {245, 245, 244};
        int[] end = share < 0 ? new int[] {140, 81, 10} : new int[] {1, 102, 94};
        int argb = 0xFF;
        for (int channel = 0; channel < 3; channel++) {
            argb = argb << 8 | (int) Math.round(neutral[channel] + size * (end[channel] - neutral[channel]));
        }
        return argb;
    }
}
