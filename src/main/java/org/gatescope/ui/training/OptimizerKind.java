package org.gatescope.ui.training;

import org.gatescope.engine.training.Framework;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;
import org.gatescope.session.Session;

/** The optimizers to choose from. */
enum OptimizerKind {
    SGD,
    MOMENTUM,
    NESTEROV,
    SGD_OVER_BATCH,
    RMSPROP,
    ADAGRAD,
    ADAM,
    ADAMW,
    RPROP;

    /** Of AdamW in PyTorch. */
    private static final double DECAY = 0.01;

    static OptimizerKind of(Training training) {
        return switch (training.optimizer()) {
            case Optimizer.Sgd sgd when sgd.nesterov() -> NESTEROV;
            case Optimizer.Sgd sgd -> sgd.momentum() == 0 ? SGD : MOMENTUM;
            case Optimizer.SgdOverBatch overBatch -> SGD_OVER_BATCH;
            case Optimizer.RmsProp rmsProp -> RMSPROP;
            case Optimizer.Adagrad adagrad -> ADAGRAD;
            case Optimizer.Adam adam -> training.decay().decoupled() == 0 ? ADAM : ADAMW;
            case Optimizer.Rprop rprop -> RPROP;
        };
    }

    /** A training by this one instead, as PyTorch sets it up. AdamW is Adam with a decay that others do not come with. */
    Training chosen(Training training, Session session) {
        Training with = training.with(standard(Framework.PYTORCH, session));
        if (this == ADAMW) {
            return with.with(training.decay().withDecoupled(DECAY));
        }
        return of(training) == ADAMW ? with.with(training.decay().withDecoupled(0)) : with;
    }

    /** As a library, or its authors, set it up. */
    Optimizer standard(Framework as, Session session) {
        boolean isKeras = as == Framework.KERAS;
        return switch (this) {
            case SGD -> new Optimizer.Sgd(0, false, as);
            case MOMENTUM -> new Optimizer.Sgd(0.9, false, as);
            case NESTEROV -> new Optimizer.Sgd(0.9, true, as);
            case SGD_OVER_BATCH -> new Optimizer.SgdOverBatch(Math.max(1, session.batch()));
            case RMSPROP -> new Optimizer.RmsProp(isKeras ? 0.9 : 0.99, isKeras ? 1e-7 : 1e-8, false, 0, as);
            case ADAGRAD -> new Optimizer.Adagrad(isKeras ? 1e-7 : 1e-10, isKeras ? 0.1 : 0, as);
            case ADAM, ADAMW -> new Optimizer.Adam(0.9, 0.999, isKeras ? 1e-7 : 1e-8, false, as);
            case RPROP -> new Optimizer.Rprop(0.5, 1.2, 1e-6, 50);
        };
    }

    /** True where PyTorch and Keras compute different numbers. */
    boolean hasTwoDefinitions() {
        return this != SGD && this != SGD_OVER_BATCH && this != RPROP;
    }

    /** An optimizer by the other definition; one that was set up as the one library does becomes what the other does. */
    Optimizer as(Framework changed, Optimizer now, Session session) {
        for (Framework before : Framework.values()) {
            if (now.equals(standard(before, session))) {
                return standard(changed, session);
            }
        }
        return switch (now) {
            case Optimizer.Sgd(double momentum, boolean nesterov, Framework as) ->
                new Optimizer.Sgd(momentum, nesterov, changed);
            case Optimizer.RmsProp rms ->
                new Optimizer.RmsProp(rms.decay(), rms.epsilon(), rms.centred(), rms.momentum(), changed);
            case Optimizer.Adagrad(double epsilon, double accumulator, Framework as) ->
                new Optimizer.Adagrad(epsilon, accumulator, changed);
            case Optimizer.Adam(double beta1, double beta2, double epsilon, boolean amsgrad, Framework as) ->
                new Optimizer.Adam(beta1, beta2, epsilon, amsgrad, changed);
            case Optimizer.SgdOverBatch same -> same;
            case Optimizer.Rprop same -> same;
        };
    }

    /** Whose definition an optimizer follows. */
    static Framework definition(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> sgd.as();
            case Optimizer.RmsProp rms -> rms.as();
            case Optimizer.Adagrad adagrad -> adagrad.as();
            case Optimizer.Adam adam -> adam.as();
            case Optimizer.SgdOverBatch overBatch -> Framework.PYTORCH;
            case Optimizer.Rprop rprop -> Framework.PYTORCH;
        };
    }
}
