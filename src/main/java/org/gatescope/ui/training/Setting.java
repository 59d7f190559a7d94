package org.gatescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;
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
        List<Setting<Training>> settings = new ArrayList<>();
        switch (training.optimizer()) {
            case Optimizer.Sgd(double momentum, boolean nesterov) -> {
                if (momentum != 0 || nesterov) {
                    settings.add(optimizer(training, "momentum", momentum, m -> new Optimizer.Sgd(m, nesterov)));
                }
            }
            case Optimizer.SgdOverBatch overBatch -> {}
            case Optimizer.RmsProp(double decay, double epsilon) -> {
                settings.add(optimizer(training, "decay", decay, d -> new Optimizer.RmsProp(d, epsilon)));
                settings.add(optimizer(training, "epsilon", epsilon, e -> new Optimizer.RmsProp(decay, e)));
            }
            case Optimizer.Adagrad(double epsilon) ->
                settings.add(optimizer(training, "epsilon", epsilon, Optimizer.Adagrad::new));
            case Optimizer.Adam(double beta1, double beta2, double epsilon, double decay) -> {
                settings.add(optimizer(training, "beta1", beta1, b -> new Optimizer.Adam(b, beta2, epsilon, decay)));
                settings.add(optimizer(training, "beta2", beta2, b -> new Optimizer.Adam(beta1, b, epsilon, decay)));
                settings.add(optimizer(training, "epsilon", epsilon, e -> new Optimizer.Adam(beta1, beta2, e, decay)));
                if (decay != 0) {
                    settings.add(optimizer(
                            training, "decoupled-decay", decay, d -> new Optimizer.Adam(beta1, beta2, epsilon, d)));
                }
            }
        }
        return settings;
    }

    /** The learning rate with what its schedule needs. */
    static List<Setting<Training>> ofRate(Training training) {
        return switch (training.learningRate()) {
            case LearningRate.Constant(double rate) ->
                List.of(rate(training, "rate", rate, LearningRate.Constant::new));
            case LearningRate.Steps(double rate, int every, double factor) ->
                List.of(
                        rate(training, "rate", rate, r -> new LearningRate.Steps(r, every, factor)),
                        new Setting<>(
                                "every",
                                every,
                                true,
                                e -> with(training, new LearningRate.Steps(rate, whole(e), factor))),
                        rate(training, "factor", factor, f -> new LearningRate.Steps(rate, every, f)));
            case LearningRate.Cosine(double rate, double last) ->
                List.of(
                        rate(training, "rate", rate, r -> new LearningRate.Cosine(r, last)),
                        rate(training, "last-rate", last, l -> new LearningRate.Cosine(rate, l)));
        };
    }

    static List<Setting<Training>> ofClipping(Training training) {
        return switch (training.clipping()) {
            case Clipping.None none -> List.of();
            case Clipping.ByValue(double limit) ->
                List.of(new Setting<>("limit", limit, l -> with(training, new Clipping.ByValue(l))));
            case Clipping.ByNorm(double limit) ->
                List.of(new Setting<>("limit", limit, l -> with(training, new Clipping.ByNorm(l))));
        };
    }

    static Setting<Training> weightDecay(Training training) {
        return new Setting<>(
                "weight-decay",
                training.weightDecay(),
                d -> new Training(
                        training.optimizer(), training.learningRate(), training.clipping(), d, training.epochs()));
    }

    static Setting<Training> epochs(Training training) {
        return new Setting<>(
                "epochs",
                training.epochs(),
                true,
                e -> new Training(
                        training.optimizer(),
                        training.learningRate(),
                        training.clipping(),
                        training.weightDecay(),
                        whole(e)));
    }

    static Training with(Training training, Optimizer changed) {
        return new Training(
                changed, training.learningRate(), training.clipping(), training.weightDecay(), training.epochs());
    }

    static Training with(Training training, LearningRate changed) {
        return new Training(
                training.optimizer(), changed, training.clipping(), training.weightDecay(), training.epochs());
    }

    static Training with(Training training, Clipping changed) {
        return new Training(
                training.optimizer(), training.learningRate(), changed, training.weightDecay(), training.epochs());
    }

    private interface Make<T> {
        T from(double value);
    }

    private static Setting<Training> optimizer(Training training, String key, double value, Make<Optimizer> make) {
        return new Setting<>(key, value, changed -> with(training, make.from(changed)));
    }

    private static Setting<Training> rate(Training training, String key, double value, Make<LearningRate> make) {
        return new Setting<>(key, value, changed -> with(training, make.from(changed)));
    }

    /** The largest whole number that is asked for is a million: a run of more would not end. */
    private static int whole(double value) {
        if (value != Math.rint(value) || Math.abs(value) > 1e6) {
            throw new IllegalArgumentException(SettingField.TEXTS.get("setting.whole", value));
        }
        return (int) value;
    }
}
