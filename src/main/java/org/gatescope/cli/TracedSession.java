package org.gatescope.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cli.TraceInputs.Given;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.format.FormatException;
import org.gatescope.session.Objective;
import org.gatescope.session.Session;
import org.gatescope.session.Split;
import org.jspecify.annotations.Nullable;

/**
 * A session with another input, or another upstream gradient.
 *
 * @param session of the sizes of that input
 * @param inputs  without a goal where the targets do not fit
 */
record TracedSession(Session session, NetworkInputs inputs) {

    static TracedSession of(Session session, Given given, @Nullable Path upstream) throws FormatException {
        TracedSession input =
                given.tensor() == null ? new TracedSession(session, session.inputs()) : with(session, given);
        if (upstream == null) {
            return input;
        }
        int width = session.network().width();
        Matrix gradient = TraceInputs.read(
                upstream,
                given.layout(),
                given.layout().dimensions(input.session.batch(), input.session.steps(), width));
        return new TracedSession(input.session, input.inputs.withUpstream(gradient));
    }

    /** What the session has for sequences or steps that the input has not is left out. */
    private static TracedSession with(Session session, Given given) throws FormatException {
        int batch = given.batch(session.batch());
        int steps = given.steps(session.steps());
        Matrix input = TraceInputs.input(given, session.network().inputs());
        if (batch == session.batch() && steps == session.steps()) {
            Session same = session.withNumbers(numbers -> numbers.withInput(input));
            return new TracedSession(same, same.inputs());
        }
        Network network = session.network();
        Optional<Objective> objective = session.objective()
                .map(wanted -> wanted.withMask(ones(network.readOut().orElseThrow(), batch, steps))
                        .withSplit(Split.NONE));
        Session resized = new Session(
                session.title(),
                network,
                steps,
                numbers(session, batch, steps, input),
                objective,
                session.vocabulary(),
                session.mistakes(),
                session.training(),
                session.features());
        boolean hasTargets = objective.isEmpty() || objective.get().aim() == Objective.Aim.NEXT_TOKEN;
        NetworkInputs inputs = hasTargets ? resized.inputs() : resized.numbers();
        return new TracedSession(resized, inputs);
    }

    private static NetworkInputs numbers(Session session, int batch, int steps, Matrix input) {
        NetworkInputs own = session.numbers();
        Map<String, Matrix> zeros = new LinkedHashMap<>();
        own.initialState().forEach((name, table) -> zeros.put(name, Matrix.zeros(batch, table.columns())));
        return new NetworkInputs(
                own.parameters(),
                input,
                new StepMask(Collections.nCopies(batch, steps)),
                new DropoutMasks(own.dropout().seed(), own.dropout().isOn(), Map.of()),
                own.truncation(),
                batch == session.batch() ? own.initialState() : zeros,
                Matrix.zeros(steps * batch, session.network().width()),
                zeros,
                Optional.empty());
    }

    private static Matrix ones(ReadOut readOut, int batch, int steps) {
        return Matrix.filled(readOut.everyStep() ? steps * batch : batch, 1, 1);
    }

    /** Without a loss and with nothing that comes from above, all gradients are zero. */
    boolean hasGradients() {
        return inputs.goal().isPresent()
                || !isZero(List.of(inputs.upstream()))
                || !isZero(inputs.finalState().values());
    }

    private static boolean isZero(Iterable<Matrix> tables) {
        for (Matrix table : tables) {
            if (!table.equals(Matrix.zeros(table.rows(), table.columns()))) {
                return false;
            }
        }
        return true;
    }

    /** As the window runs it, with its mistakes. @throws org.gatescope.engine.TooLargeException */
    NetworkTrace trace() {
        return session.mistakes().mistakes().isEmpty()
                ? NetworkPlan.of(session.network(), session.batch(), session.steps())
                        .run(inputs)
                : session.mistakes()
                        .of(session.network(), session.batch(), session.steps(), inputs)
                        .trace();
    }
}
