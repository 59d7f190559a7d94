package org.gatescope.format.code;

import java.util.Optional;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.Framework;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;
import org.gatescope.engine.training.WeightDecay;

/** An update as {@code torch.optim} makes it. */
final class TorchOptimizer {
    private TorchOptimizer() {}

    /** What makes the optimizer, of {@code groups}; empty where PyTorch has no such update. */
    static Optional<String> of(Training training) {
        boolean clips = !(training.clipping() instanceof Clipping.ByTensor);
        WeightDecay decay = training.decay();
        boolean isAdam = training.optimizer() instanceof Optimizer.Adam;
        boolean isRprop = training.optimizer() instanceof Optimizer.Rprop;
        boolean decays = decay.decoupled() == 0 ? decay.coupled() == 0 || !isRprop : decay.coupled() == 0 && isAdam;
        return clips && decays ? of(training.optimizer(), decay) : Optional.empty();
    }

    private static Optional<String> of(Optimizer optimizer, WeightDecay decay) {
        String coupled = decay.coupled() == 0 ? "" : ", weight_decay=COUPLED";
        return switch (optimizer) {
            case Optimizer.Sgd(double momentum, boolean nesterov, Framework as) -> {
                String moved = momentum == 0 ? "" : ", momentum=MOMENTUM" + (nesterov ? ", nesterov=True" : "");
                yield when(momentum == 0 || as == Framework.PYTORCH, "SGD(groups, lr=RATE" + moved + coupled);
            }
            case Optimizer.SgdOverBatch over -> Optional.empty();
            case Optimizer.RmsProp rms ->
                when(
                        rms.as() == Framework.PYTORCH,
                        "RMSprop(groups, lr=RATE, alpha=DECAY, eps=EPSILON"
                                + (rms.centred() ? ", centered=True" : "")
                                + (rms.momentum() == 0 ? "" : ", momentum=MOMENTUM") + coupled);
            case Optimizer.Adagrad adagrad ->
                when(
                        adagrad.as() == Framework.PYTORCH,
                        "Adagrad(groups, lr=RATE, eps=EPSILON, initial_accumulator_value=ACCUMULATOR" + coupled);
            case Optimizer.Adam adam -> {
                String amsgrad = adam.amsgrad() ? ", amsgrad=True" : "";
                String decoupled = decay.decoupled() == 0 ? "" : ", weight_decay=DECOUPLED";
                yield when(
                        adam.as() == Framework.PYTORCH,
                        (decay.decoupled() == 0 ? "Adam" : "AdamW")
                                + "(groups, lr=RATE, betas=(BETA1, BETA2), eps=EPSILON" + amsgrad + coupled
                                + decoupled);
            }
            case Optimizer.Rprop rprop ->
                when(true, "Rprop(groups, lr=RATE, etas=(SHRINK, GROW), step_sizes=(LEAST, MOST)");
        };
    }

    private static Optional<String> when(boolean isSo, String text) {
        return isSo ? Optional.of("torch.optim." + text + ")") : Optional.empty();
    }
}
