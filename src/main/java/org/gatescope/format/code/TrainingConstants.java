package org.gatescope.format.code;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gatescope.cell.Extent;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.Framework;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;

/** The numbers of a training under the names that the templates have for them. */
final class TrainingConstants {
    private final Map<String, Double> numbers = new LinkedHashMap<>();

    private TrainingConstants() {}

    static Map<String, Double> of(CodeSubject.Update update) {
        TrainingConstants found = new TrainingConstants();
        Training training = update.settings();
        found.numbers.put("RATE", update.rate());
        found.add(training.optimizer());
        found.add(training.clipping());
        if (training.decay().coupled() != 0) {
            found.numbers.put("COUPLED", training.decay().coupled());
        }
        if (training.decay().decoupled() != 0) {
            found.numbers.put("DECOUPLED", training.decay().decoupled());
        }
        return found.numbers;
    }

    private void add(Optimizer optimizer) {
        switch (optimizer) {
            case Optimizer.Sgd sgd -> numbers.put("MOMENTUM", sgd.momentum());
            case Optimizer.SgdOverBatch(int batch) -> numbers.put("BATCH", (double) batch);
            case Optimizer.RmsProp rms -> {
                numbers.put("DECAY", rms.decay());
                numbers.put("EPSILON", rms.epsilon());
                numbers.put("MOMENTUM", rms.momentum());
            }
            case Optimizer.Adagrad adagrad -> {
                numbers.put("EPSILON", adagrad.epsilon());
                numbers.put("ACCUMULATOR", adagrad.accumulator());
            }
            case Optimizer.Adam adam -> {
                numbers.put("BETA1", adam.beta1());
                numbers.put("BETA2", adam.beta2());
                numbers.put("EPSILON", adam.epsilon());
            }
            case Optimizer.Rprop rprop -> {
                numbers.put("SHRINK", rprop.shrink());
                numbers.put("GROW", rprop.grow());
                numbers.put("LEAST", rprop.least());
                numbers.put("MOST", rprop.most());
            }
        }
    }

    private void add(Clipping clipping) {
        switch (clipping) {
            case Clipping.None none -> {}
            case Clipping.ByValue(double limit) -> numbers.put("CLIPPING", limit);
            case Clipping.ByNorm(double limit, Framework as) -> numbers.put("CLIPPING", limit);
            case Clipping.ByTensor(double limit, boolean fused) -> numbers.put("CLIPPING", limit);
        }
    }

    /** What is added to the norm by which gradients are clipped. */
    static String added(Training training) {
        return training.clipping() instanceof Clipping.ByNorm(double limit, Framework as) && as == Framework.PYTORCH
                ? " + 1e-6"
                : "";
    }

    /** Parameters that are not trained, by full name. */
    static Set<String> held(CodeSubject subject, Training training) {
        Set<String> held = new TreeSet<>(training.held());
        held.addAll(subject.network().fixed());
        held.retainAll(subject.network().parameters().keySet());
        return held;
    }

    /** Parameters that nothing draws towards zero though it draws others. */
    static Set<String> spared(CodeSubject subject, Training training) {
        Set<String> spared = new TreeSet<>();
        if (!training.decay().matricesAlone()) {
            return spared;
        }
        for (Network.Part part : subject.network().parts()) {
            part.layer().cell().parameters().forEach((name, shape) -> {
                if (shape.rows().equals(Extent.ONE)) {
                    spared.add(part.parameter(name));
                }
            });
        }
        if (subject.network().readOut().filter(ReadOut::hasBias).isPresent()) {
            spared.add(ReadOut.BIAS);
        }
        return spared;
    }
}
