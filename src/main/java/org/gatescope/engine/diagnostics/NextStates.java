package org.gatescope.engine.diagnostics;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkOutcome;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.PartKey;
import org.gatescope.engine.Trace;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.plan.NetworkPlan;

/**
 * Where one step of a layer takes a state from other places than the run's, its input and all other states held: the
 * arrows of a phase portrait. The step is the engine's own, with a row of the batch for each place.
 *
 * <p>Like a plan it serves one thread at a time.
 */
public final class NextStates {
    private final Part part;
    private final Trace trace;
    private final NetworkPlan plan;
    private final Map<String, Matrix> parameters;

    /**
     * @param part   layer and direction
     * @param trace  of a run of these inputs
     * @param places how many there are
     */
    public NextStates(Network network, NetworkInputs inputs, NetworkTrace trace, String part, int places) {
        this.part = network.part(part);
        this.trace = trace.part(part);
        Layer one = new Layer(this.part.layer().cell(), this.part.layer().hidden(), Layer.Directions.FORWARD);
        Network alone = new Network(this.part.inputs(), List.of(one), Optional.empty());
        plan = NetworkPlan.of(alone, places, 1);
        parameters = new HashMap<>();
        for (String name : this.part.layer().cell().parameters().keySet()) {
            Matrix table = inputs.parameters().get(this.part.parameter(name));
            parameters.put(alone(name), Objects.requireNonNull(table, name));
        }
    }

    /**
     * One step from each place.
     *
     * @param sequence row of the run's batch
     * @param step     whose input and other states are held
     * @param state    that is somewhere else
     * @param places   (places, H)
     * @return (places, H)
     */
    public Matrix from(int sequence, int step, String state, Matrix places) {
        int count = places.rows();
        Map<String, Matrix> states = new LinkedHashMap<>();
        Map<String, Matrix> none = new LinkedHashMap<>();
        for (String name : part.layer().cell().states()) {
            Matrix held =
                    name.equals(state) ? places : repeated(trace.value(name).row(step, sequence), count);
            states.put(alone(name), held);
            none.put(alone(name), Matrix.zeros(count, part.layer().width(name)));
        }
        NetworkInputs inputs = new NetworkInputs(
                parameters,
                repeated(trace.value(Cell.INPUT).row(step, sequence), count),
                Collections.nCopies(count, 1),
                Truncation.NONE,
                states,
                Matrix.zeros(count, part.layer().outputs()),
                none,
                Optional.empty());
        NetworkOutcome after = plan.outcome(inputs);
        return Objects.requireNonNull(after.finalStates().get(alone(state)), state);
    }

    /** The full name of a parameter or state in a network of this layer alone. */
    private static String alone(String local) {
        return new FullName(PartKey.FIRST, local).text();
    }

    private static Matrix repeated(double[] row, int count) {
        return Matrix.row(row).rearranged(count, row.length, ignored -> 0);
    }
}
