package org.gatescope.lesson;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.training.Initialiser;
import org.gatescope.engine.training.Initialiser.Distribution;
import org.gatescope.engine.training.Initialiser.Kind;
import org.gatescope.engine.training.RidgeSettings;
import org.gatescope.lesson.Samples.Sample;
import org.gatescope.session.Feature;
import org.gatescope.session.Features;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.text.Texts;

/**
 * How far back an echo state network remembers: read out is what its input was so many steps ago (Jaeger 2001, Short term
 * memory in echo state networks, GMD Report 152). The read-out is still to be solved.
 */
final class Reservoir {
    private static final Texts TEXTS = Texts.of(Reservoir.class);
    private static final List<Integer> DELAYS = List.of(1, 2, 4, 8);
    private static final int UNITS = 16;
    private static final int STEPS = 100;
    private static final int WASHOUT = 16;
    private static final double SPECTRAL_RADIUS = 0.9;
    private static final long SEED = 1;

    private Reservoir() {}

    static Session session(String title) {
        Random random = new Random(SEED);
        Loss loss = new Loss(Loss.Kind.MEAN_SQUARED, Loss.Average.BATCH_AND_TIME);
        Session zeros = Samples.drawn(1, DELAYS.size(), List.of(), 1, 1, i -> sample(random))
                .session(
                        title,
                        "echo-state",
                        UNITS,
                        new ReadOut(DELAYS.size(), true, ReadOut.Activation.IDENTITY),
                        loss);
        Initialiser initialiser = new Initialiser(
                new Distribution(Kind.UNIFORM, 1),
                new Distribution(Kind.SPECTRAL_RADIUS, SPECTRAL_RADIUS),
                new Distribution(Kind.CONSTANT, 0),
                0,
                0,
                SEED);
        List<Feature> outputs = DELAYS.stream()
                .map(delay -> new Feature(TEXTS.get("reservoir.output", delay), 0, 1))
                .toList();
        return zeros.withNumbers(numbers -> numbers.withParameters(initialiser.parameters(zeros.network())))
                .with(new TableId.Parameter("0.forward.α"), Matrix.row(1)) // a leak would blur what came in between
                .withTraining(zeros.training().with(new RidgeSettings(RidgeSettings.USUAL.penalty(), WASHOUT)))
                .withFeatures(new Features(List.of(), outputs));
    }

    private static Sample sample(Random random) {
        Sample sample = Sample.blank(STEPS, 1, DELAYS.size());
        IntStream.range(0, STEPS).forEach(t -> sample.inputs()[t][0] = random.nextDouble() - 0.5);
        int furthest = DELAYS.getLast();
        for (int t = furthest; t < STEPS; t++) {
            sample.counts()[t] = true;
            for (int k = 0; k < DELAYS.size(); k++) {
                sample.targets()[t][k] = sample.inputs()[t - DELAYS.get(k)][0];
            }
        }
        return sample;
    }
}
