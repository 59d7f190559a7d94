package org.gatescope.ui.cell;

import java.util.Optional;
import org.gatescope.engine.Trace;
import org.gatescope.picture.Scale;
import org.gatescope.session.Run;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;

/**
 * The largest magnitudes of a sequence over a run, for scales. What a layer records is read whole, as lanes have it; what
 * has to be worked out is looked at in some steps only, as it may hold products of large matrices.
 */
record Limits(Run run, String part, StepNumbers numbers, int sequence) {
    /** So many steps of what has to be worked out are looked at. */
    private static final int MOST_STEPS = 8;

    double ofValue(Optional<String> name, Table table) {
        return Scale.roundedUp(recorded(name)
                .map(quantity -> trace().value(quantity).largest(sequence, length()))
                .orElseGet(() -> sampled(table)));
    }

    double ofGradient(Optional<String> name, Table table) {
        return Scale.roundedUp(recorded(name)
                .map(quantity -> trace().gradient(quantity).largest(sequence, length()))
                .orElseGet(() -> sampled(table)));
    }

    /** The name, if a layer's trace has it. */
    private Optional<String> recorded(Optional<String> name) {
        return run.session().part(part).isEmpty()
                ? Optional.empty()
                : name.filter(quantity -> trace().quantities().contains(quantity));
    }

    private Trace trace() {
        return run.trace().part(part);
    }

    private int length() {
        return run.session().lengths().get(sequence);
    }

    private double sampled(Table table) {
        double largest = 0;
        int stride = Math.max(1, length() / MOST_STEPS);
        for (int t = 0; t < length(); t += stride) {
            numbers.show(run, t);
            for (int unit = 0; sequence < table.rows() && unit < table.columns(); unit++) {
                largest = Math.max(largest, Scale.finiteMagnitude(table.at(sequence, unit)));
            }
        }
        return largest;
    }
}
