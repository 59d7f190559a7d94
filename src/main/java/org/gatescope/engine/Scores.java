package org.gatescope.engine;

import java.util.Optional;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;

/**
 * How well a network does on what it is trained on, and on what it is not.
 *
 * @param tests empty where all sequences are trained on
 */
public record Scores(Score training, Optional<Score> tests) {
    /** Of a run; empty without a read-out. */
    public static Optional<Scores> of(Network network, NetworkTrace trace, NetworkInputs inputs) {
        return network.readOut()
                .flatMap(readOut -> inputs.goal()
                        .flatMap(goal -> trace.readOut().map(made -> of(readOut, goal, made, inputs.batch()))));
    }

    /** Of a run. @param batch N */
    static Scores of(ReadOut readOut, Goal goal, ReadOutTrace trace, int batch) {
        return new Scores(
                Score.of(readOut, goal, goal.divisor(batch), trace, batch),
                goal.tests().map(tests -> tested(readOut, goal, tests, trace, batch)));
    }

    private static Score tested(ReadOut readOut, Goal goal, NetworkInputs.Tests tests, ReadOutTrace trace, int batch) {
        Goal measured = new Goal(goal.loss(), goal.targets(), tests.weights());
        return Score.of(readOut, measured, measured.divisor(tests.sequences()), trace, batch);
    }
}
