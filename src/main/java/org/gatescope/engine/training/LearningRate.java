package org.gatescope.engine.training;

/** The learning rate over the course of a training; StrictMath gives the same bits everywhere. */
public sealed interface LearningRate {
    /**
     * The rate of an update, for those that the epoch alone decides; what follows the loss stays at its first.
     *
     * @param epoch  from 0
     * @param epochs in all
     */
    double at(int epoch, int epochs);

    /** The rate of an update. @param losses what the epochs before have left */
    default double at(int epoch, int epochs, LossRecord losses) {
        return at(epoch, epochs);
    }

    /** What an epoch leaves. @param loss of it, of the tests where there are some */
    default LossRecord after(double loss, int epoch, LossRecord before) {
        return before;
    }

    /** The same course from another height. */
    LearningRate withRate(double changed);

    /** The same rate throughout. */
    record Constant(double rate) implements LearningRate {
        public Constant {
            Require.notNegative("learning-rate", rate);
        }

        @Override
        public double at(int epoch, int epochs) {
            return rate;
        }

        @Override
        public LearningRate withRate(double changed) {
            return new Constant(changed);
        }
    }

    /** The rate times the factor after every so many epochs: PyTorch's {@code StepLR}. */
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

        @Override
        public LearningRate withRate(double changed) {
            return new Steps(changed, every, factor);
        }
    }

    /**
     * The rate times the factor within every so many epochs, a little at each: PyTorch's {@code ExponentialLR} with every
     * 1, Keras' {@code ExponentialDecay}.
     */
    record Exponential(double rate, double factor, int every) implements LearningRate {
        public Exponential {
            Require.notNegative("learning-rate", rate);
            Require.notNegative("factor", factor);
            Require.positive("every", every);
        }

        @Override
        public double at(int epoch, int epochs) {
            return rate * StrictMath.pow(factor, (double) epoch / every);
        }

        @Override
        public LearningRate withRate(double changed) {
            return new Exponential(changed, factor, every);
        }
    }

    /**
     * From the rate down to a last one along half a cosine, {@code last + (rate − last) (1 + cos(π epoch / period)) / 2}
     * (Loshchilov and Hutter 2017, equation 5). The last rate would be that of the epoch after the period.
     *
     * @param period epochs, PyTorch's {@code T_max}; 0 for all that there are
     */
    record Cosine(double rate, double last, int period, Beyond beyond) implements LearningRate {
        /** What comes after the period. */
        public enum Beyond {
            /** The last rate stays: Keras' {@code CosineDecay}. */
            STAYS,
            /** The rate rises again, along the other half: PyTorch's {@code CosineAnnealingLR}. */
            RISES,
            /** It starts anew: the paper's warm restarts, PyTorch's {@code CosineAnnealingWarmRestarts}. */
            RESTARTS
        }

        public Cosine {
            Require.notNegative("learning-rate", rate);
            Require.notNegative("last-rate", last);
            Require.notNegative("period", period);
        }

        /** Over all epochs. */
        public Cosine(double rate, double last) {
            this(rate, last, 0, Beyond.STAYS);
        }

        @Override
        public double at(int epoch, int epochs) {
            int all = period == 0 ? Math.max(1, epochs) : period;
            double at = switch (beyond) {
                case STAYS -> Math.min(epoch, all);
                case RISES -> epoch % (2 * (long) all);
                case RESTARTS -> epoch % all;
            };
            return last + (rate - last) * (1 + StrictMath.cos(Math.PI * (at / all))) / 2;
        }

        @Override
        public LearningRate withRate(double changed) {
            return new Cosine(changed, last, period, beyond);
        }
    }

    /**
     * The rate times the factor whenever the loss has not improved for a while: {@code ReduceLROnPlateau}. In PyTorch the
     * loss improves if it is below best · (1 − threshold), and the rate falls after more than so many epochs in which it
     * does not; in Keras below best − threshold, and after as many.
     *
     * @param patience  epochs
     * @param threshold by which a loss has to be better
     * @param rest      epochs after a fall in which nothing is counted, the cooldown
     * @param least     the rate falls no further
     */
    record Plateau(double rate, double factor, int patience, double threshold, int rest, double least, Framework as)
            implements LearningRate {
        /** PyTorch leaves changes alone that are smaller than this. */
        private static final double HARDLY = 1e-8;

        public Plateau {
            Require.notNegative("learning-rate", rate);
            Require.share("plateau-factor", factor);
            Require.notNegative("patience", patience);
            Require.notNegative("threshold", threshold);
            Require.notNegative("rest", rest);
            Require.notNegative("least-rate", least);
        }

        @Override
        public double at(int epoch, int epochs) {
            return rate;
        }

        @Override
        public double at(int epoch, int epochs, LossRecord losses) {
            return Double.isNaN(losses.rate()) ? rate : losses.rate();
        }

        @Override
        public LossRecord after(double loss, int epoch, LossRecord before) {
            return as == Framework.KERAS ? afterInKeras(loss, before) : afterInPyTorch(loss, before);
        }

        private LossRecord afterInPyTorch(double loss, LossRecord before) {
            boolean isBetter = loss < before.best() * (1 - threshold);
            double best = isBetter ? loss : before.best();
            int waited = isBetter || before.resting() > 0 ? 0 : before.waited() + 1;
            int resting = Math.max(0, before.resting() - 1);
            double now = at(0, 0, before);
            if (waited <= patience) {
                return new LossRecord(best, waited, resting, now);
            }
            double lower = Math.max(now * factor, least);
            return new LossRecord(best, 0, rest, now - lower > HARDLY ? lower : now);
        }

        private LossRecord afterInKeras(double loss, LossRecord before) {
            int resting = Math.max(0, before.resting() - 1);
            boolean isBetter = loss < before.best() - threshold;
            double best = isBetter ? loss : before.best();
            int counted = before.resting() > 0 ? 0 : before.waited();
            int waited = isBetter ? 0 : resting > 0 ? counted : counted + 1;
            double now = at(0, 0, before);
            return waited >= Math.max(1, patience) && now > least
                    ? new LossRecord(best, 0, rest, Math.max(now * factor, least))
                    : new LossRecord(best, waited, resting, now);
        }

        /** The same with another factor. */
        public Plateau withFactor(double changed) {
            return new Plateau(rate, changed, patience, threshold, rest, least, as);
        }

        /** The same with another patience, in epochs. */
        public Plateau withPatience(int changed) {
            return new Plateau(rate, factor, changed, threshold, rest, least, as);
        }

        /** The same with another threshold. */
        public Plateau withThreshold(double changed) {
            return new Plateau(rate, factor, patience, changed, rest, least, as);
        }

        /** The same with another rest, in epochs. */
        public Plateau withRest(int changed) {
            return new Plateau(rate, factor, patience, threshold, changed, least, as);
        }

        /** The same with another least rate. */
        public Plateau withLeast(double changed) {
            return new Plateau(rate, factor, patience, threshold, rest, changed, as);
        }

        /** The same by another definition. */
        public Plateau as(Framework changed) {
            return new Plateau(rate, factor, patience, threshold, rest, least, changed);
        }

        @Override
        public LearningRate withRate(double changed) {
            return new Plateau(changed, factor, patience, threshold, rest, least, as);
        }
    }

    /**
     * Rises in a straight line from a share of a rate to all of it, and goes on as another does from there: PyTorch's
     * {@code LinearLR} before another one in {@code SequentialLR}, Keras' {@code warmup_steps}.
     *
     * @param epochs in which it rises
     * @param share  at first, from 0 to below 1
     */
    record WarmUp(LearningRate then, int epochs, double share) implements LearningRate {
        public WarmUp {
            Require.positive("warm-up", epochs);
            Require.share("warm-up-share", share);
            if (then instanceof WarmUp) {
                throw new IllegalArgumentException("a warm-up of a warm-up");
            }
        }

        @Override
        public double at(int epoch, int all) {
            return at(epoch, all, LossRecord.NONE);
        }

        @Override
        public double at(int epoch, int all, LossRecord losses) {
            if (epoch < epochs) {
                return then.at(0, all) * (share + (1 - share) * epoch / epochs);
            }
            return then.at(epoch - epochs, Math.max(0, all - epochs), losses);
        }

        @Override
        public LossRecord after(double loss, int epoch, LossRecord before) {
            return epoch < epochs ? before : then.after(loss, epoch - epochs, before);
        }

        @Override
        public LearningRate withRate(double changed) {
            return new WarmUp(then.withRate(changed), epochs, share);
        }
    }
}
