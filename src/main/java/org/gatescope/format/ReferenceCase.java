package org.gatescope.format;

import java.util.List;
import org.gatescope.cell.Cell;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Sizes;

/** A file with a network's numbers and what another program computed from them. */
public sealed interface ReferenceCase {

    /** One layer, ready to be run and compared. */
    record Layer(
            Cell cell,
            Sizes sizes,
            LayerInputs inputs,
            List<OverTime> overTime,
            List<Table> parameterGradients,
            List<Table> stateGradients,
            boolean hasJacobianNorms)
            implements ReferenceCase {
        public Layer {
            overTime = List.copyOf(overTime);
            parameterGradients = List.copyOf(parameterGradients);
            stateGradients = List.copyOf(stateGradients);
        }
    }

    /** A case of a kind that the engine cannot run yet. */
    record Unsupported(String reason) implements ReferenceCase {}

    /**
     * Figures of a quantity for all times.
     *
     * @param label      as in the file
     * @param quantity   the cell's name for it
     * @param isGradient of the loss with respect to it, instead of its value
     * @param figures    (N, T, width)
     */
    record OverTime(String label, String quantity, boolean isGradient, double[][][] figures) {}

    /** Figures of a gradient that has no time. */
    record Table(String label, String name, Matrix figures) {}
}
