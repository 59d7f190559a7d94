package org.gatescope.explain;

import java.util.Optional;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.engine.diagnostics.ScalarObjective;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.session.Run;

/**
 * What a small change of a given number does to the loss: as the gradient predicts, and in fact.
 *
 * @param expected   gradient · ε
 * @param difference of the loss after and before; without a read-out of Σ upstream ⊙ output + Σ final gradient ⊙ last
 *                   state
 */
public record Nudge(double epsilon, double expected, double difference) {
    /**
     * Runs the network once more.
     *
     * @param progress told before that
     * @return empty for a number that has no gradient, such as a target
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public static Optional<Nudge> of(Run run, Given given, double epsilon, Progress progress) {
        return Explanation.of(run, new GradientOfGiven(given.table(), given.row(), given.column()), progress)
                .map(gradient -> {
                    progress.report(0, 1);
                    double before = differentiated(run);
                    double after = differentiated(Run.of(run.session()
                            .edit(
                                    given.table(),
                                    table -> table.with(
                                            given.row(),
                                            given.column(),
                                            table.get(given.row(), given.column()) + epsilon))));
                    return new Nudge(epsilon, gradient.value() * epsilon, after - before);
                });
    }

    private static double differentiated(Run run) {
        return ScalarObjective.of(run.session().inputs(), run.trace());
    }
}
