package org.gatescope.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Operation;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Loss;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.session.Playhead.Moment;

/** A session of a {@link DeepNetwork}, and every operation of it in the order in which it should be played. */
record PlayedRun(Session session, List<Moment> moments) {
    /** Parts in the order in which they are computed, with their cells. */
    private static final Map<String, String> CELLS = Map.of(
            "0.forward", "rnn-sigmoid",
            "0.backward", "rnn-sigmoid",
            "1.forward", "lstm",
            "2.forward", "gru",
            "2.backward", "gru");

    static final List<String> UPWARD = List.of("0.forward", "0.backward", "1.forward", "2.forward", "2.backward");

    Schedule schedule() {
        return Schedule.of(session);
    }

    Playhead start() {
        return Playhead.atStart(schedule());
    }

    static PlayedRun of(Session session) {
        int steps = session.steps();
        boolean hasEmbedding = session.network().embedding().isPresent();
        List<Moment> moments = new ArrayList<>();
        if (hasEmbedding) {
            play(moments, Phase.FORWARD, Embedding.KEY, 0, steps, Operation.forward(Embedding.statements()));
        }
        for (String part : UPWARD) {
            List<Operation> operations = Operation.forward(BuiltInCells.cell(CELLS.getOrDefault(part, "")));
            play(moments, Phase.FORWARD, part, isReversed(part) ? steps : 0, isReversed(part) ? 0 : steps, operations);
        }
        session.network().readOut().ifPresent(readOut -> {
            Loss loss = session.objective().orElseThrow().loss();
            int first = readOut.everyStep() ? 0 : steps - 1;
            play(
                    moments,
                    Phase.LOSS,
                    "dense",
                    first,
                    steps,
                    Operation.forward(ReadOutEquations.statements(readOut, loss)));
            play(moments, Phase.LOSS, "dense", steps - 1, steps, Operation.forward(ReadOutEquations.total()));
            play(
                    moments,
                    Phase.BACKWARD,
                    "dense",
                    steps,
                    first,
                    Operation.backward(ReadOutEquations.adjoints(readOut, loss)));
        });
        for (String part : UPWARD.reversed()) {
            List<Operation> operations = Operation.backward(BuiltInCells.cell(CELLS.getOrDefault(part, "")));
            play(moments, Phase.BACKWARD, part, isReversed(part) ? 0 : steps, isReversed(part) ? steps : 0, operations);
        }
        if (hasEmbedding) {
            play(moments, Phase.BACKWARD, Embedding.KEY, steps, 0, Operation.backward(Embedding.adjoints()));
        }
        return new PlayedRun(session, moments);
    }

    private static boolean isReversed(String part) {
        return part.endsWith(".backward");
    }

    /** Steps between two bounds, from the first bound to the second: {@code 0, 4} are 0 1 2 3, {@code 4, 0} are 3 2 1 0. */
    private static void play(
            List<Moment> moments, Phase phase, String part, int from, int to, List<Operation> operations) {
        int count = Math.abs(to - from);
        for (int k = 0; k < count; k++) {
            int step = to >= from ? from + k : from - 1 - k;
            operations.forEach(operation -> moments.add(new Moment(phase, part, step, operation)));
        }
    }
}
