package org.gatescope.engine;

/** The learning rate over the course of a training. */
public sealed interface Schedule {
    /** @param epoch from 0 @param epochs in all */
    double rate(int epoch, int epochs);

    record Constant(double rate) implements Schedule {
        @Override
        public double rate(int epoch, int epochs) {
            return rate;
        }
    }

    /** The rate times factor after every so many epochs. */
    record Steps(double rate, int every, double factor) implements Schedule {
        @Override
        public double rate(int epoch, int epochs) {
            return rate * Math.pow(factor, epoch / Math.max(1, every));
        }
    }

    /** From the rate down to a last one along half a cosine (Loshchilov and Hutter 2017). */
    record Cosine(double rate, double last) implements Schedule {
        @Override
        public double rate(int epoch, int epochs) {
            double share = epochs <= 1 ? 0 : (double) epoch / (epochs - 1);
            return last + (rate - last) * (1 + Math.cos(Math.PI * share)) / 2;
        }
    }
}
