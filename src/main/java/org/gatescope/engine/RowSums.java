package org.gatescope.engine;

/**
 * Sums of rows with factors: what matrix products come down to. Each row is an array of its own and all are read at the
 * same index, which is what HotSpot needs to see before it makes vector instructions of such a loop.
 */
public final class RowSums {
    /** Rows that are added in one go, so that the sum is read and written once for all of them. */
    static final int AT_ONCE = 8;

    private RowSums() {}

    /** {@code sum += Σ a[at + k · stride] · rows[k]}, k from 0 up to count. */
    public static void add(double[] a, int at, int stride, double[][] rows, int count, double[] sum) {
        int k = 0;
        for (; k + AT_ONCE <= count; k += AT_ONCE) {
            addEight(a, at + k * stride, stride, rows, k, sum);
        }
        for (; k < count; k++) {
            addOne(a[at + k * stride], rows[k], sum);
        }
    }

    private static void addOne(double a, double[] row, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a * row[j];
        }
    }

    private static void addEight(double[] a, int at, int stride, double[][] rows, int k, double[] sum) {
        double a0 = a[at];
        double a1 = a[at + stride];
        double a2 = a[at + 2 * stride];
        double a3 = a[at + 3 * stride];
        double a4 = a[at + 4 * stride];
        double a5 = a[at + 5 * stride];
        double a6 = a[at + 6 * stride];
        double a7 = a[at + 7 * stride];
        double[] b0 = rows[k];
        double[] b1 = rows[k + 1];
        double[] b2 = rows[k + 2];
        double[] b3 = rows[k + 3];
        double[] b4 = rows[k + 4];
        double[] b5 = rows[k + 5];
        double[] b6 = rows[k + 6];
        double[] b7 = rows[k + 7];
        for (int j = 0; j < sum.length; j++) {
            sum[j] = sum[j]
                    + a0 * b0[j]
                    + a1 * b1[j]
                    + a2 * b2[j]
                    + a3 * b3[j]
                    + a4 * b4[j]
                    + a5 * b5[j]
                    + a6 * b6[j]
                    + a7 * b7[j];
        }
    }
}
