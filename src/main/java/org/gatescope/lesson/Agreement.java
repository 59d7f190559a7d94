package org.gatescope.lesson;

import java.util.List;
import java.util.stream.Stream;
import org.gatescope.engine.Loss;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.lesson.Samples.Sample;
import org.gatescope.session.Objective;
import org.gatescope.session.Session;

/**
 * Four sentences whose verb agrees with their first noun, not with the nearest one: whoever tells the next word has to
 * remember across three others whether the dog was one (Linzen, Dupoux and Goldberg 2016).
 */
final class Agreement {
    static final List<String> WORDS = List.of("the", "dog", "dogs", "near", "cat", "cats", "barks", "bark");
    private static final int HIDDEN = 5;
    private static final long SEED = 4;
    private static final Setup SETUP = new Setup(0.05, 150);

    private Agreement() {}

    /** As the resources have it: {@link #trained} without the training. */
    static Session session(String title) {
        Session untrained = untrained(title);
        return untrained.withNumbers(numbers -> numbers.withParameters(
                ParameterText.ofResource("agreement.txt", untrained.network().parameters())));
    }

    /** Trained from its seed: what the resource was written from. */
    static Session trained(String title) {
        Session session = untrained(title);
        NetworkPlan plan = NetworkPlan.of(session.network(), session.batch(), session.steps());
        Snapshot snapshot = Snapshot.first(session.numbers().parameters());
        for (int epoch = 0; epoch < SETUP.epochs(); epoch++) {
            snapshot = session.training().next(plan, session.inputs(), snapshot);
        }
        Snapshot last = snapshot;
        return session.withNumbers(numbers -> numbers.withParameters(last.parameters()));
    }

    private static Session untrained(String title) {
        ReadOut readOut = new ReadOut(WORDS.size(), true, ReadOut.Activation.SOFTMAX);
        Loss loss = new Loss(Loss.Kind.CATEGORICAL_CROSS_ENTROPY, Loss.Average.BATCH_AND_TIME);
        Session zeros = new Samples(
                        WORDS.size(),
                        WORDS.size(),
                        WORDS,
                        List.of(
                                sample("dog", "cats", "barks"),
                                sample("dogs", "cat", "bark"),
                                sample("dog", "cat", "barks"),
                                sample("dogs", "cats", "bark")),
                        0)
                .session(title, "lstm", HIDDEN, readOut, loss);
        return zeros.withAim(Objective.Aim.NEXT_TOKEN)
                .withTraining(SETUP.training())
                .withNumbers(numbers ->
                        numbers.withParameters(SETUP.initialiser(SEED).parameters(zeros.network())));
    }

    private static Sample sample(String first, String nearest, String verb) {
        List<Integer> tokens = Stream.of("the", first, "near", "the", nearest, verb)
                .map(WORDS::indexOf)
                .toList();
        Sample sample = Sample.blank(tokens.size(), WORDS.size(), WORDS.size());
        for (int t = 0; t < tokens.size(); t++) {
            sample.reads(t, tokens.get(t)).counts()[t] = true;
        }
        return sample;
    }
}
