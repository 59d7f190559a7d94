package org.gatescope.session.number;

import java.util.Arrays;
import org.gatescope.cell.Reduction;

/**
 * One number of all units of each sequence; of a table of parameters, whose rows are no sequences, one of all of it.
 * Computed once per step: however deeply reductions are nested, each costs one pass over its units.
 */
final class ReducedTable implements CachedTable {
    private final Reduction reduction;
    private final Table of;
    private final boolean whole;
    private double[] values = {};
    private boolean[] known = {};

    /** @param whole all rows together */
    ReducedTable(Reduction reduction, Table of, boolean whole) {
        this.reduction = reduction;
        this.of = of;
        this.whole = whole;
    }

    @Override
    public void forget() {
        Arrays.fill(known, false);
    }

    @Override
    public int rows() {
        return whole ? 1 : of.rows();
    }

    @Override
    public int columns() {
        return 1;
    }

    @Override
    public double at(int row, int column) {
        if (known.length != rows()) {
            known = new boolean[rows()];
            values = new double[rows()];
        }
        if (!known[row]) {
            values[row] = whole ? reduced(0, of.rows()) : reduced(row, row + 1);
            known[row] = true;
        }
        return values[row];
    }

    private double reduced(int from, int to) {
        double folded = reduction.start();
        for (int row = from; row < to; row++) {
            for (int column = 0; column < of.columns(); column++) {
                folded = reduction.fold(folded, of.at(row, column));
            }
        }
        return reduction == Reduction.MEAN ? folded / ((double) (to - from) * of.columns()) : folded;
    }
}
