package org.gatescope.engine.training;

/** The learning rate over the course of a training; StrictMath gives the same bits everywhere. */
public sealed interface LearningRate {
    /**
     * The rate of one update.
     *
     * @param epoch  from 0
     * @param epochs in all
     */
    double at(int epoch, int epochs);

    /** The same rate throughout. */
    record Constant(double rate) implements LearningRate {
        public Constant {
            Require.notNegative("learning-rate", rate);
        }

        @Override
        public double at(int epoch, int epochs) {
            return rate;
        }
    }

    /** The rate times the factor after every so many epochs. */
    record Steps(double rate, int every, double factor) implements LearningRate {
        public Steps {
            Require.notNegative("learning-rate", rate);
            Require.positive("every", every);
            Require.notNegative("factor", factor);
        }

        @Override
        public double at(int epoch, int epochs) {
            int stepsTaken = epoch / every;
            return rate * StrictMath.pow(factor, stepsTaken);
        }
    }

    /** From the rate down to a last one along half a cosine (Loshchilov and Hutter 2017). */
    record Cosine(double rate, double last) implements LearningRate {
        public Cosine {
            Require.notNegative("learning-rate", rate);
            Require.notNegative("last-rate", last);
        }

        @Override
        public double at(int epoch, int epochs) {
            double share = epochs <= 1 ? 0 : (double) epoch / (epochs - 1);
            return last + (rate - last) * (1 + StrictMath.cos(Math.PI * share)) / 2;
        }
    }
}
