package org.gatescope.lesson;

import java.util.List;
import java.util.Random;
import org.gatescope.engine.Loss;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.Initialiser;
import org.gatescope.engine.training.Initialiser.Distribution;
import org.gatescope.engine.training.Initialiser.Kind;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;
import org.gatescope.engine.training.WeightDecay;
import org.gatescope.lesson.Samples.Sample;
import org.gatescope.session.Session;

/**
 * A simple network that has to repeat its first number at the end, with recurrent weights so large that its gradient
 * explodes: it learns with its gradients clipped (Pascanu, Mikolov and Bengio 2013), and not without.
 */
final class Clipped {
    private static final int STEPS = 20;
    private static final int UNITS = 6;
    private static final int SEQUENCES = 8;
    private static final double SPECTRAL_RADIUS = 1.4;
    private static final double RATE = 0.02;
    private static final int EPOCHS = 300;
    private static final long SEED = 2;

    private Clipped() {}

    static Session session(String title) {
        Random random = new Random(SEED);
        Session zeros = Samples.drawn(1, 1, List.of(), SEQUENCES, 0, i -> sample(random))
                .session(
                        title,
                        "rnn-identity",
                        UNITS,
                        new ReadOut(1, false, ReadOut.Activation.IDENTITY),
                        new Loss(Loss.Kind.MEAN_SQUARED, Loss.Average.BATCH_AND_TIME));
        Initialiser initialiser = new Initialiser(
                new Distribution(Kind.UNIFORM, 1),
                new Distribution(Kind.SPECTRAL_RADIUS, SPECTRAL_RADIUS),
                new Distribution(Kind.UNIFORM, 0.5),
                0,
                0,
                SEED);
        return zeros.withNumbers(numbers -> numbers.withParameters(initialiser.parameters(zeros.network())))
                .withTraining(new Training(
                        new Optimizer.Sgd(0, false),
                        new LearningRate.Constant(RATE),
                        new Clipping.ByNorm(1),
                        WeightDecay.NONE,
                        EPOCHS));
    }

    private static Sample sample(Random random) {
        Sample sample = Sample.blank(STEPS, 1, 1);
        sample.inputs()[0][0] = random.nextDouble() - 0.5;
        sample.targets()[STEPS - 1][0] = sample.inputs()[0][0];
        sample.counts()[STEPS - 1] = true;
        return sample;
    }
}
