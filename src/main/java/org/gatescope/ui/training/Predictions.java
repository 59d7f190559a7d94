package org.gatescope.ui.training;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.picture.chart.PredictionPicture.Step;
import org.gatescope.session.Run;
import org.gatescope.session.Session;

/**
 * What a run put out beside what it should have, sequence by sequence.
 *
 * @param steps T, or 1 where only the last step is read out
 */
record Predictions(Session session, ReadOut readOut, Goal goal, ReadOutTrace trace, int steps) {
    /** Of a run with a read-out. */
    static Predictions of(Run run) {
        Session session = run.session();
        ReadOut readOut = session.network().readOut().orElseThrow();
        return new Predictions(
                session,
                readOut,
                session.inputs().goal().orElseThrow(),
                run.trace().readOut().orElseThrow(),
                readOut.everyStep() ? session.steps() : Math.min(1, session.steps()));
    }

    /** True where outputs are shares of classes: of words, or of numbered ones. */
    boolean isOfClasses() {
        return readOut.activation() == Activation.SOFTMAX;
    }

    int sequences() {
        return session.batch();
    }

    /** True where it is kept for testing. */
    boolean isTested(int sequence) {
        return session.isTested(sequence);
    }

    int outputs() {
        return readOut.outputs();
    }

    /** False where the sequence is over, or the step counts neither in the loss nor in the tests. */
    boolean counts(int sequence, int step) {
        return goal.counts(row(sequence, step));
    }

    /** As large as it is where it comes from. */
    double target(int sequence, int step, int output) {
        return session.features().originalOutput(output, goal.targets().get(row(sequence, step), output));
    }

    /** As large as it would be where its target comes from. */
    double output(int sequence, int step, int output) {
        return session.features().originalOutput(output, trace.outputs().at(step, sequence, output));
    }

    /** The class of the largest target. */
    int targetClass(int sequence, int step) {
        Matrix targets = goal.targets();
        int row = row(sequence, step);
        int best = 0;
        for (int k = 1; k < outputs(); k++) {
            best = targets.get(row, k) > targets.get(row, best) ? k : best;
        }
        return best;
    }

    /** The class of the largest output. */
    int outputClass(int sequence, int step) {
        int best = 0;
        for (int k = 1; k < outputs(); k++) {
            best = output(sequence, step, k) > output(sequence, step, best) ? k : best;
        }
        return best;
    }

    /** A class in words: as it is called where it comes from, or in the vocabulary of as many, otherwise its number. */
    String word(int of) {
        List<String> names = session.outputNames();
        return names.isEmpty() ? Integer.toString(of) : names.get(of);
    }

    /** How far an output is from its targets on average, as large as it is where it comes from; NaN without targets. */
    double off(int output, boolean ofTests) {
        BitSet tested = session.objective().orElseThrow().split().tested(sequences());
        return IntStream.range(0, sequences())
                .filter(n -> tested.get(n) == ofTests)
                .boxed()
                .flatMapToDouble(n -> IntStream.range(0, steps)
                        .filter(t -> counts(n, t))
                        .mapToDouble(t -> Math.abs(output(n, t, output) - target(n, t, output))))
                .average()
                .orElse(Double.NaN);
    }

    /** What a sequence's steps put out beside what they should have; empty where a step does not count. */
    List<Optional<Step>> steps(int sequence) {
        return IntStream.range(0, steps)
                .mapToObj(t -> counts(sequence, t) ? Optional.of(step(sequence, t)) : Optional.<Step>empty())
                .toList();
    }

    private Step step(int sequence, int t) {
        if (!isOfClasses()) {
            List<Double> targets = IntStream.range(0, outputs())
                    .mapToObj(k -> target(sequence, t, k))
                    .toList();
            List<Double> outputs = IntStream.range(0, outputs())
                    .mapToObj(k -> output(sequence, t, k))
                    .toList();
            return new Step("", "", true, 0, targets, outputs);
        }
        int wanted = targetClass(sequence, t);
        int found = outputClass(sequence, t);
        double share = output(sequence, t, wanted);
        return new Step(word(wanted), word(found), wanted == found, share, List.of(), List.of());
    }

    private int row(int sequence, int step) {
        return step * session.batch() + sequence;
    }
}
