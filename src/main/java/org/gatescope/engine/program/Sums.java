package org.gatescope.engine.program;

import java.util.Arrays;

/** Reductions and rearrangements over whole tables. */
public final class Sums {
    private Sums() {}

    /** out[j] = Σ over rows of a[row, j]. */
    public static void overRows(int rows, Slot a, Slot out) {
        int columns = out.columns();
        double[] sum = out.values();
        Arrays.fill(sum, out.base(), out.base() + columns, 0);
        for (int r = 0; r < rows; r++) {
            Kernels.addTo(a.values(), a.base() + r * a.rowStride(), a.values(), 0, sum, out.base(), columns);
        }
    }

    /** to[j, r] = from[r, j]. */
    public static void transpose(Slot from, Slot to) {
        double[] source = from.values();
        double[] target = to.values();
        for (int r = 0; r < to.columns(); r++) {
            int start = from.base() + r * from.rowStride();
            for (int j = 0; j < from.columns(); j++) {
                target[to.base() + j * to.rowStride() + r] = source[start + j];
            }
        }
    }
}
