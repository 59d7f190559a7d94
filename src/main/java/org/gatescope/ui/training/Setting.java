package org.gatescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import org.gatescope.engine.training.Batching;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.EarlyStopping;
import org.gatescope.engine.training.Framework;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.LearningRate.Cosine.Beyond;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.RidgeSettings;
import org.gatescope.engine.training.Training;
import org.gatescope.engine.training.WeightDecay;
import org.gatescope.session.Split;

/**
 * One number among the settings of a training.
 *
 * @param <T>   what is set
 * @param key   of its name
 * @param value as it is
 * @param isWhole whether it counts something
 * @param with  what is set with another; refuses what cannot be with an IllegalArgumentException for the user
 */
record Setting<T>(String key, double value, boolean isWhole, Change<T> with) {
    Setting(String key, double value, Change<T> with) {
        this(key, value, false, with);
    }

    /** Another number takes its place. */
    @FunctionalInterface
    interface Change<T> {
        T to(double value);
    }

    /** How many sequences are tested on. @param batch N */
    static Setting<Split> tests(Split split, int batch) {
        return new Setting<>("tests", split.of(batch), true, count -> split.withCount(tests(count, batch)));
    }

    private static int tests(double count, int batch) {
        if (count < 0 || whole(count) >= batch) {
            throw new IllegalArgumentException(SettingField.TEXTS.get("setting.tests.most", batch - 1));
        }
        return (int) count;
    }

    /** The seed that test sequences are drawn with. */
    static Setting<Split> testSeed(Split split) {
        return new Setting<>("test-seed", split.seed(), true, seed -> split.with(split.chosen(), whole(seed)));
    }

    /** Those of a training's optimizer, besides the learning rate. */
    static List<Setting<Training>> ofOptimizer(Training training) {
        return switch (training.optimizer()) {
            case Optimizer.Sgd sgd ->
                sgd.momentum() == 0 && !sgd.nesterov()
                        ? List.of()
                        : List.of(optimizer(training, "momentum", sgd.momentum(), sgd::withMomentum));
            case Optimizer.SgdOverBatch overBatch -> List.of();
            case Optimizer.RmsProp rms ->
                List.of(
                        optimizer(training, "decay", rms.decay(), rms::withDecay),
                        optimizer(training, "epsilon", rms.epsilon(), rms::withEpsilon),
                        optimizer(training, "momentum", rms.momentum(), rms::withMomentum));
            case Optimizer.Adagrad(double epsilon, double accumulator, Framework as) ->
                List.of(
                        optimizer(training, "epsilon", epsilon, e -> new Optimizer.Adagrad(e, accumulator, as)),
                        optimizer(training, "accumulator", accumulator, a -> new Optimizer.Adagrad(epsilon, a, as)));
            case Optimizer.Adam(double beta1, double beta2, double epsilon, boolean amsgrad, Framework as) ->
                List.of(
                        optimizer(training, "beta1", beta1, b -> new Optimizer.Adam(b, beta2, epsilon, amsgrad, as)),
                        optimizer(training, "beta2", beta2, b -> new Optimizer.Adam(beta1, b, epsilon, amsgrad, as)),
                        optimizer(training, "epsilon", epsilon, e -> new Optimizer.Adam(beta1, beta2, e, amsgrad, as)));
            case Optimizer.Rprop(double shrink, double grow, double least, double most) ->
                List.of(
                        optimizer(training, "shrink", shrink, s -> new Optimizer.Rprop(s, grow, least, most)),
                        optimizer(training, "grow", grow, g -> new Optimizer.Rprop(shrink, g, least, most)),
                        optimizer(training, "least-step", least, l -> new Optimizer.Rprop(shrink, grow, l, most)),
                        optimizer(training, "most-step", most, m -> new Optimizer.Rprop(shrink, grow, least, m)));
        };
    }

    /** The learning rate with what its schedule needs. */
    static List<Setting<Training>> ofRate(Training training) {
        LearningRate course = course(training);
        List<Setting<Training>> settings = new ArrayList<>();
        settings.add(rate(training, "rate", course.at(0, training.epochs()), course::withRate));
        settings.addAll(
                switch (course) {
                    case LearningRate.Constant constant -> List.<Setting<Training>>of();
                    case LearningRate.Steps(double rate, int every, double factor) ->
                        List.of(
                                counted(training, "every", every, e -> new LearningRate.Steps(rate, e, factor)),
                                rate(training, "factor", factor, f -> new LearningRate.Steps(rate, every, f)));
                    case LearningRate.Exponential(double rate, double factor, int every) ->
                        List.of(
                                rate(training, "factor", factor, f -> new LearningRate.Exponential(rate, f, every)),
                                counted(training, "every", every, e -> new LearningRate.Exponential(rate, factor, e)));
                    case LearningRate.Cosine(double rate, double last, int period, Beyond beyond) ->
                        List.of(
                                rate(
                                        training,
                                        "last-rate",
                                        last,
                                        l -> new LearningRate.Cosine(rate, l, period, beyond)),
                                counted(
                                        training,
                                        "period",
                                        period,
                                        p -> new LearningRate.Cosine(rate, last, p, beyond)));
                    case LearningRate.Plateau plateau -> ofPlateau(training, plateau);
                    case LearningRate.WarmUp warmUp -> throw new IllegalStateException("a warm-up of a warm-up");
                });
        return settings;
    }

    private static List<Setting<Training>> ofPlateau(Training training, LearningRate.Plateau now) {
        return List.of(
                rate(training, "factor", now.factor(), now::withFactor),
                counted(training, "patience", now.patience(), now::withPatience),
                rate(training, "threshold", now.threshold(), now::withThreshold),
                counted(training, "rest", now.rest(), now::withRest),
                rate(training, "least-rate", now.least(), now::withLeast));
    }

    /** With what the read-out is solved at once. */
    static List<Setting<Training>> ofRidge(Training training) {
        RidgeSettings ridge = training.ridge();
        return List.of(
                new Setting<>(
                        "ridge-lambda",
                        ridge.penalty(),
                        penalty -> training.with(new RidgeSettings(penalty, ridge.washout()))),
                new Setting<>(
                        "ridge-washout",
                        ridge.washout(),
                        true,
                        steps -> training.with(new RidgeSettings(ridge.penalty(), whole(steps)))));
    }

    /** How the rate rises before its course begins; a single setting where it does not. */
    static List<Setting<Training>> ofWarmUp(Training training) {
        if (training.learningRate() instanceof LearningRate.WarmUp(LearningRate then, int epochs, double share)) {
            return List.of(
                    warmUp(training, epochs, share),
                    new Setting<>(
                            "warm-up-share", share, s -> training.with(new LearningRate.WarmUp(then, epochs, s))));
        }
        return List.of(warmUp(training, 0, 0));
    }

    private static Setting<Training> warmUp(Training training, int epochs, double share) {
        LearningRate course = course(training);
        return new Setting<>(
                "warm-up",
                epochs,
                true,
                e -> training.with(e == 0 ? course : new LearningRate.WarmUp(course, whole(e), share)));
    }

    /** The course of the rate after a warm-up. */
    static LearningRate course(Training training) {
        return training.learningRate() instanceof LearningRate.WarmUp warmUp ? warmUp.then() : training.learningRate();
    }

    /** Another course after the same warm-up. */
    static Training withCourse(Training training, LearningRate course) {
        return training.with(
                training.learningRate() instanceof LearningRate.WarmUp(LearningRate then, int epochs, double share)
                        ? new LearningRate.WarmUp(course, epochs, share)
                        : course);
    }

    static List<Setting<Training>> ofClipping(Training training) {
        return switch (training.clipping()) {
            case Clipping.None none -> List.of();
            case Clipping.ByValue(double limit) -> List.of(limit(training, limit, Clipping.ByValue::new));
            case Clipping.ByNorm(double limit, Framework as) ->
                List.of(limit(training, limit, l -> new Clipping.ByNorm(l, as)));
            case Clipping.ByTensor(double limit, boolean fused) ->
                List.of(limit(training, limit, l -> new Clipping.ByTensor(l, fused)));
        };
    }

    private static Setting<Training> limit(Training training, double limit, DoubleFunction<Clipping> with) {
        return new Setting<>("limit", limit, l -> training.with(with.apply(l)));
    }

    static List<Setting<Training>> ofDecay(Training training) {
        WeightDecay decay = training.decay();
        return List.of(
                new Setting<>("weight-decay", decay.coupled(), d -> training.with(decay.withCoupled(d))),
                new Setting<>("decoupled-decay", decay.decoupled(), d -> training.with(decay.withDecoupled(d))));
    }

    static List<Setting<Training>> ofBatches(Training training) {
        return switch (training.batching()) {
            case Batching.Whole whole -> List.of();
            case Batching.Sequences(int size, boolean shuffled, long seed) -> {
                Setting<Training> sized = new Setting<>(
                        "batch-size", size, true, s -> training.with(new Batching.Sequences(whole(s), shuffled, seed)));
                Setting<Training> seeded = new Setting<>(
                        "shuffle-seed",
                        seed,
                        true,
                        s -> training.with(new Batching.Sequences(size, shuffled, whole(s))));
                yield shuffled ? List.of(sized, seeded) : List.of(sized);
            }
            case Batching.Chunks(int steps) ->
                List.of(new Setting<>("chunk-steps", steps, true, s -> training.with(new Batching.Chunks(whole(s)))));
        };
    }

    static List<Setting<Training>> ofStopping(Training training) {
        EarlyStopping now = training.stopping();
        Setting<Training> patience = new Setting<>(
                "stop-patience", now.patience(), true, p -> training.with(new EarlyStopping(whole(p), now.delta())));
        Setting<Training> delta =
                new Setting<>("stop-delta", now.delta(), d -> training.with(new EarlyStopping(now.patience(), d)));
        return now.patience() == 0 ? List.of(patience) : List.of(patience, delta);
    }

    static Setting<Training> epochs(Training training) {
        return new Setting<>("epochs", training.epochs(), true, e -> training.withEpochs(whole(e)));
    }

    private static Setting<Training> optimizer(
            Training training, String key, double value, DoubleFunction<Optimizer> with) {
        return new Setting<>(key, value, changed -> training.with(with.apply(changed)));
    }

    private static Setting<Training> rate(
            Training training, String key, double value, DoubleFunction<LearningRate> with) {
        return new Setting<>(key, value, changed -> withCourse(training, with.apply(changed)));
    }

    private static Setting<Training> counted(Training training, String key, int value, IntFunction<LearningRate> with) {
        return new Setting<>(key, value, true, changed -> withCourse(training, with.apply(whole(changed))));
    }

    /** The largest whole number that is asked for is a million: a run of more would not end. */
    private static int whole(double value) {
        if (value != Math.rint(value) || Math.abs(value) > 1e6) {
            throw new IllegalArgumentException(SettingField.TEXTS.get("setting.whole", value));
        }
        return (int) value;
    }
}
