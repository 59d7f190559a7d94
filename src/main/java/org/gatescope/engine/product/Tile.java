package org.gatescope.engine.product;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Part of a matrix product that is summed up within the processor's registers (Goto and van de Geijn 2008):
 * {@code c += a b}, where b is a panel, its rows one behind the other. Loops end by {@code !=}, which HotSpot does not
 * take for counted ones: those it rearranges for G1, and the tile loses a fifth of its speed.
 */
final class Tile {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int HALF = LANES.length();

    /** Of a panel, and of a tile. */
    static final int COLUMNS = 2 * HALF;

    /** Of a tile: with two vectors each they need eight registers, as many as hide the time of a multiply-add. */
    static final int ROWS = 4;

    private Tile() {}

    /**
     * {@link #ROWS} rows: (4, K) (K, COLUMNS) → (4, COLUMNS).
     *
     * @param inner K
     * @param a     row i and column k stand at {@code from + i * row + k * step}
     * @param b     the panel begins at {@code panel}
     * @param c     row i begins at {@code to + i * stride}
     */
    static void add(
            int inner, double[] a, int from, int row, int step, double[] b, int panel, double[] c, int to, int stride) {
        int to1 = to + stride;
        int to2 = to1 + stride;
        int to3 = to2 + stride;
        DoubleVector c00 = DoubleVector.fromArray(LANES, c, to);
        DoubleVector c01 = DoubleVector.fromArray(LANES, c, to + HALF);
        DoubleVector c10 = DoubleVector.fromArray(LANES, c, to1);
        DoubleVector c11 = DoubleVector.fromArray(LANES, c, to1 + HALF);
        DoubleVector c20 = DoubleVector.fromArray(LANES, c, to2);
        DoubleVector c21 = DoubleVector.fromArray(LANES, c, to2 + HALF);
        DoubleVector c30 = DoubleVector.fromArray(LANES, c, to3);
        DoubleVector c31 = DoubleVector.fromArray(LANES, c, to3 + HALF);
        int at = from;
        int next = panel;
        int end = panel + inner * COLUMNS;
        while (next != end) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, next);
            DoubleVector b1 = DoubleVector.fromArray(LANES, b, next + HALF);
            DoubleVector a0 = DoubleVector.broadcast(LANES, a[at]);
            DoubleVector a1 = DoubleVector.broadcast(LANES, a[at + row]);
            DoubleVector a2 = DoubleVector.broadcast(LANES, a[at + 2 * row]);
            DoubleVector a3 = DoubleVector.broadcast(LANES, a[at + 3 * row]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            at += step;
            next += COLUMNS;
        }
        c00.intoArray(c, to);
        c01.intoArray(c, to + HALF);
        c10.intoArray(c, to1);
        c11.intoArray(c, to1 + HALF);
        c20.intoArray(c, to2);
        c21.intoArray(c, to2 + HALF);
        c30.intoArray(c, to3);
        c31.intoArray(c, to3 + HALF);
    }

    /** One row: (1, K) (K, COLUMNS) → (1, COLUMNS). */
    static void addRow(int inner, double[] a, int from, int step, double[] b, int panel, double[] c, int to) {
        DoubleVector c0 = DoubleVector.fromArray(LANES, c, to);
        DoubleVector c1 = DoubleVector.fromArray(LANES, c, to + HALF);
        int at = from;
        int next = panel;
        int end = panel + inner * COLUMNS;
        while (next != end) {
            DoubleVector factor = DoubleVector.broadcast(LANES, a[at]);
            c0 = factor.fma(DoubleVector.fromArray(LANES, b, next), c0);
            c1 = factor.fma(DoubleVector.fromArray(LANES, b, next + HALF), c1);
            at += step;
            next += COLUMNS;
        }
        c0.intoArray(c, to);
        c1.intoArray(c, to + HALF);
    }
}
