package org.gatescope.explain;

/** What somebody expects a number to be: the number itself, or its sign alone. */
public sealed interface Prediction {
    /** Two decimals, or of a large number a hundredth, are near enough: pages judge alike. */
    double NEAR = 0.005;

    /** @return whether a number is as was expected */
    boolean isRight(double value);

    /** A number. */
    record Amount(double said) implements Prediction {
        @Override
        public boolean isRight(double value) {
            return Double.compare(said, value) == 0
                    || Math.abs(said - value) <= Math.max(NEAR, Math.abs(value) / 100) * (1 + 1e-9);
        }
    }

    /** A sign. @param isNegative of the number, which is not zero */
    record Sign(boolean isNegative) implements Prediction {
        @Override
        public boolean isRight(double value) {
            return isNegative ? value < 0 : value > 0;
        }
    }
}
