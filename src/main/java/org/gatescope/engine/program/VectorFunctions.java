package org.gatescope.engine.program;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The functions that gates are made of, by vector instructions: within two units in the last place, special values as
 * the JDK has them, and the same to the bit wherever in a row a number stands.
 */
final class VectorFunctions {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    private static final double PER_LN2 = 1 / Math.log(2);
    /** ln 2 in two parts, of which the first has so few digits that its products with whole numbers are exact (fdlibm). */
    private static final double LN2_HIGH = 0x1.62e42feep-1;

    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    /** Added to a small number it leaves the nearest whole one in the last digits. */
    private static final double TO_WHOLE = 0x1.8p52;

    private static final double EXPONENT_BIAS = 1023;
    private static final int EXPONENT_SHIFT = 52;
    /** Beyond these exp is infinite and 0. */
    private static final double LARGEST = 710;

    private static final double SMALLEST = -746;

    /** 1 / 13!, 1 / 12!, … 1 / 2!: as many terms as a double can tell up to ln 2 / 2. */
    private static final double[] TAYLOR = taylor();

    /** Below this tanh is {@code x + x³ P(x²) / Q(x²)} (Moshier, Cephes). */
    private static final double NEAR_ZERO = 0.625;

    private static final double[] P = {-9.64399179425052238628e-1, -9.92877231001918586564e1, -1.61468768441708447952e3
    };

    private static final double[] Q = {1.12811678491632931402e2, 2.23548839060100448583e3, 4.84406305325125486048e3};

    private static final long SIGN = 1L << 63;

    // Stores under a mask are slow on some processors, so only the last of a row are. Vectors do not pass from one
    // method
    // to another: where HotSpot does not inline the call they would become objects.
    private VectorFunctions() {}

    private static double[] taylor() {
        double[] terms = new double[12];
        double factorial = 1;
        for (int n = 2; n <= 13; n++) {
            factorial *= n;
            terms[13 - n] = 1 / factorial;
        }
        return terms;
    }

    static void exp(double[] a, int i, double[] b, int j, double[] out, int o, int columns) {
        exp(1, -1, a, i, out, o, columns);
    }

    /** {@code 1 / (1 + exp(−a))} */
    static void sigmoid(double[] a, int i, double[] b, int j, double[] out, int o, int columns) {
        exp(-1, -1, a, i, out, o, columns);
        for (int k = 0; k < columns; k += LANES.length()) {
            VectorMask<Double> there = LANES.indexInRange(k, columns);
            DoubleVector exp = DoubleVector.fromArray(LANES, out, o + k, there);
            DoubleVector value = DoubleVector.broadcast(LANES, 1).div(exp.add(1));
            if (k + LANES.length() <= columns) {
                value.intoArray(out, o + k);
            } else {
                value.intoArray(out, o + k, there);
            }
        }
    }

    /** {@code 1 − 2 / (exp(2 |a|) + 1)} or, near zero, a quotient of polynomials; the sign comes last. Not in place. */
    static void tanh(double[] a, int i, double[] b, int j, double[] out, int o, int columns) {
        exp(2, ~SIGN, a, i, out, o, columns);
        for (int k = 0; k < columns; k += LANES.length()) {
            VectorMask<Double> there = LANES.indexInRange(k, columns);
            DoubleVector exp = DoubleVector.fromArray(LANES, out, o + k, there);
            DoubleVector x = DoubleVector.fromArray(LANES, a, i + k, there);
            DoubleVector size = x.abs();
            DoubleVector square = size.mul(size);
            DoubleVector p = DoubleVector.broadcast(LANES, P[0])
                    .fma(square, DoubleVector.broadcast(LANES, P[1]))
                    .fma(square, DoubleVector.broadcast(LANES, P[2]));
            DoubleVector q = square.add(Q[0])
                    .fma(square, DoubleVector.broadcast(LANES, Q[1]))
                    .fma(square, DoubleVector.broadcast(LANES, Q[2]));
            VectorMask<Double> near = size.lt(NEAR_ZERO);
            DoubleVector numerator =
                    DoubleVector.broadcast(LANES, -2).blend(size.mul(square).mul(p), near);
            DoubleVector denominator = exp.add(1).blend(q, near);
            DoubleVector value =
                    DoubleVector.broadcast(LANES, 1).blend(size, near).add(numerator.div(denominator));
            DoubleVector signed = value.reinterpretAsLongs()
                    .or(x.reinterpretAsLongs().and(SIGN))
                    .reinterpretAsDoubles();
            if (k + LANES.length() <= columns) {
                signed.intoArray(out, o + k);
            } else {
                signed.intoArray(out, o + k, there);
            }
        }
    }

    /**
     * {@code exp(factor · a)} as 2ⁿ exp(r) with {@code |r| ≤ ln 2 / 2}, where 2ⁿ comes in two halves, as it may be no
     * double itself.
     *
     * @param bits of a that count: all, or all but the sign
     */
    private static void exp(double factor, long bits, double[] a, int i, double[] out, int o, int columns) {
        for (int k = 0; k < columns; k += LANES.length()) {
            VectorMask<Double> there = LANES.indexInRange(k, columns);
            DoubleVector x = DoubleVector.fromArray(LANES, a, i + k, there)
                    .reinterpretAsLongs()
                    .and(bits)
                    .reinterpretAsDoubles()
                    .mul(factor)
                    .min(LARGEST)
                    .max(SMALLEST);
            DoubleVector n = x.mul(PER_LN2).add(TO_WHOLE).sub(TO_WHOLE);
            DoubleVector r = n.fma(DoubleVector.broadcast(LANES, -LN2_HIGH), x);
            r = n.fma(DoubleVector.broadcast(LANES, -LN2_LOW), r);
            DoubleVector sum = DoubleVector.broadcast(LANES, TAYLOR[0]);
            sum = sum.fma(r, DoubleVector.broadcast(LANES, TAYLOR[1]));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, TAYLOR[2]));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, TAYLOR[3]));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, TAYLOR[4]));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, TAYLOR[5]));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, TAYLOR[6]));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, TAYLOR[7]));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, TAYLOR[8]));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, TAYLOR[9]));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, TAYLOR[10]));
            sum = sum.fma(r, DoubleVector.broadcast(LANES, TAYLOR[11]));
            sum = sum.mul(r).fma(r, r).add(1);
            DoubleVector half = n.mul(0.5).add(TO_WHOLE).sub(TO_WHOLE);
            // whole numbers become the exponents of doubles
            DoubleVector first = half.add(TO_WHOLE + EXPONENT_BIAS)
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
                    .reinterpretAsDoubles();
            DoubleVector second = n.sub(half)
                    .add(TO_WHOLE + EXPONENT_BIAS)
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
                    .reinterpretAsDoubles();
            DoubleVector value = sum.mul(first).mul(second);
            if (k + LANES.length() <= columns) {
                value.intoArray(out, o + k);
            } else {
                value.intoArray(out, o + k, there);
            }
        }
    }
}
