package org.gatescope.lesson;

import org.gatescope.engine.training.Batching;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.Initialiser;
import org.gatescope.engine.training.Initialiser.Distribution;
import org.gatescope.engine.training.Initialiser.Kind;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;
import org.gatescope.engine.training.WeightDecay;

/** What a task comes with: how it is trained, and how its parameters start. */
record Setup(double rate, int epochs, WeightDecay decay, Batching batching) {
    /** Without weight decay. */
    Setup(double rate, int epochs) {
        this(rate, epochs, WeightDecay.NONE);
    }

    /** With all sequences in one update. */
    Setup(double rate, int epochs, WeightDecay decay) {
        this(rate, epochs, decay, new Batching.Whole());
    }

    /** Adam, with gradients clipped at a norm of 1 so that no single update undoes many. */
    Training training() {
        return new Training(
                        new Optimizer.Adam(0.9, 0.999, 1e-8),
                        new LearningRate.Constant(rate),
                        new Clipping.ByNorm(1),
                        decay,
                        epochs)
                .with(batching);
    }

    /** Glorot for what is read, orthogonal for what recurs, the forget gate open. */
    Initialiser initialiser(long seed) {
        Distribution glorot = new Distribution(Kind.GLOROT, 1);
        return new Initialiser(glorot, new Distribution(Kind.ORTHOGONAL, 1), glorot, 0, 1, seed);
    }
}
