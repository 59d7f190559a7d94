package org.gatescope.picture.diagram;

import java.util.Optional;
import org.gatescope.picture.Family;
import org.gatescope.picture.Scale;
import org.gatescope.session.number.Table;

/**
 * The numbers that a node puts out, of all sequences at the step that is shown.
 *
 * @param name     of the quantity; empty for what has none
 * @param scale    of the values over the whole run
 * @param gradient of the loss with respect to it; empty where none is recorded
 */
public record NodeNumbers(
        Optional<String> name, Table value, Scale scale, Family family, Optional<Table> gradient, Scale gradientScale) {

    /** The mean of a sequence's values: how far a gate is open. */
    public double mean(int sequence) {
        double sum = 0;
        for (int unit = 0; unit < value.columns(); unit++) {
            sum += value.at(sequence, unit);
        }
        return sum / Math.max(1, value.columns());
    }

    /** Whether its values never leave [0, 1]. */
    public boolean isGate() {
        return family == Family.GATES;
    }
}
