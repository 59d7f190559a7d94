package org.gatescope.ui.training;

import org.gatescope.engine.training.Optimizer;
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
    ADAMW;

    static OptimizerKind of(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd(double momentum, boolean nesterov) when nesterov -> NESTEROV;
            case Optimizer.Sgd(double momentum, boolean nesterov) -> momentum == 0 ? SGD : MOMENTUM;
            case Optimizer.SgdOverBatch overBatch -> SGD_OVER_BATCH;
            case Optimizer.RmsProp rmsProp -> RMSPROP;
            case Optimizer.Adagrad adagrad -> ADAGRAD;
            case Optimizer.Adam(double beta1, double beta2, double epsilon, double decay) -> decay == 0 ? ADAM : ADAMW;
        };
    }

    /** As its authors, or PyTorch, set it up. */
    Optimizer standard(Session session) {
        return switch (this) {
            case SGD -> new Optimizer.Sgd(0, false);
            case MOMENTUM -> new Optimizer.Sgd(0.9, false);
            case NESTEROV -> new Optimizer.Sgd(0.9, true);
            case SGD_OVER_BATCH -> new Optimizer.SgdOverBatch(Math.max(1, session.batch()));
            case RMSPROP -> new Optimizer.RmsProp(0.99, 1e-8);
            case ADAGRAD -> new Optimizer.Adagrad(1e-10);
            case ADAM -> new Optimizer.Adam(0.9, 0.999, 1e-8, 0);
            case ADAMW -> new Optimizer.Adam(0.9, 0.999, 1e-8, 0.01);
        };
    }
}
