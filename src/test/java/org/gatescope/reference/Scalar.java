package org.gatescope.reference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One number that knows what it was computed from, and the gradient of a loss with respect to it. */
public final class Scalar {
    private final double value;
    private final @Nullable Scalar left;
    private final double leftSlope;
    private final @Nullable Scalar right;
    private final double rightSlope;
    private double gradient;

    private Scalar(double value, @Nullable Scalar left, double leftSlope, @Nullable Scalar right, double rightSlope) {
        this.value = value;
        this.left = left;
        this.leftSlope = leftSlope;
        this.right = right;
        this.rightSlope = rightSlope;
    }

    /** One that was computed from nothing. */
    public static Scalar of(double value) {
        return new Scalar(value, null, 0, null, 0);
    }

    public double value() {
        return value;
    }

    /** After {@link Tape#backward}. */
    public double gradient() {
        return gradient;
    }

    /** Reverse-mode differentiation as it is defined: all that was computed, in its order, gone through backwards. */
    public static final class Tape {
        private final List<Scalar> computed = new ArrayList<>();

        /** {@code f(a)}. @param slope f′(a) */
        public Scalar function(Scalar a, double value, double slope) {
            return add(new Scalar(value, a, slope, null, 0));
        }

        public Scalar copy(Scalar a) {
            return function(a, a.value, 1);
        }

        public Scalar plus(Scalar a, Scalar b) {
            return add(new Scalar(a.value + b.value, a, 1, b, 1));
        }

        public Scalar minus(Scalar a, Scalar b) {
            return add(new Scalar(a.value - b.value, a, 1, b, -1));
        }

        public Scalar times(Scalar a, Scalar b) {
            return add(new Scalar(a.value * b.value, a, b.value, b, a.value));
        }

        public Scalar times(Scalar a, double factor) {
            return function(a, a.value * factor, factor);
        }

        public Scalar over(Scalar a, Scalar b) {
            return add(new Scalar(a.value / b.value, a, 1 / b.value, b, -a.value / (b.value * b.value)));
        }

        public Scalar log(Scalar a) {
            return function(a, Math.log(a.value), 1 / a.value);
        }

        public Scalar exp(Scalar a) {
            return function(a, Math.exp(a.value), Math.exp(a.value));
        }

        public Scalar sigmoid(Scalar a) {
            double y = 1 / (1 + Math.exp(-a.value));
            return function(a, y, y * (1 - y));
        }

        private Scalar add(Scalar scalar) {
            computed.add(scalar);
            return scalar;
        }

        /** Gives every number the gradient of the loss with respect to it. */
        public void backward(Scalar loss) {
            loss.gradient = 1;
            for (Scalar scalar : computed.reversed()) {
                if (scalar.left != null) {
                    scalar.left.gradient += scalar.leftSlope * scalar.gradient;
                }
                if (scalar.right != null) {
                    scalar.right.gradient += scalar.rightSlope * scalar.gradient;
                }
            }
        }
    }
}
