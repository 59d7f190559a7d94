package org.gatescope.format.code;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.HeldOutput;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.TimeOrder;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.Training;

/**
 * What a program computes, and what that comes to.
 *
 * @param training its settings, and all parameters after an update from the whole batch; empty where none can be made
 */
record CodeSubject(
        String title, Network network, int steps, NetworkInputs inputs, NetworkTrace trace, Optional<Update> training) {

    /** @param after by full name */
    record Update(Training settings, double rate, Map<String, Matrix> after) {}

    /** One update from the whole batch, which drops what the run drops; empty if numbers would not be finite. */
    static Optional<Update> update(Network network, NetworkInputs inputs, int steps, Training training) {
        NetworkInputs given = inputs.dropout().isOn() ? inputs : inputs.withDropout(DropoutMasks.NONE);
        NetworkPlan plan = NetworkPlan.of(network, inputs.batch(), steps);
        Snapshot after = training.next(plan, given, training.first(given));
        return after.hasDiverged()
                ? Optional.empty()
                : Optional.of(new Update(training, after.rate(), after.parameters()));
    }

    /** N. */
    int batch() {
        return inputs.batch();
    }

    /** True where some step is skipped, or past the end of its sequence. */
    boolean isMasked() {
        return heldRows().cardinality() > 0;
    }

    /** Rows of the tables over time that are not computed. */
    BitSet heldRows() {
        BitSet held = new BitSet();
        StepMask mask = inputs.mask();
        for (int row = 0; row < steps * batch(); row++) {
            held.set(row, mask.isHeld(row % batch(), row / batch()));
        }
        return held;
    }

    /** True where the top layer puts out zeros at steps that are not computed. */
    boolean isSilent() {
        return isMasked() && inputs.mask().output() == HeldOutput.ZERO;
    }

    /** What the numbers that a layer reads are multiplied by: rows of one step, (N, D), or of all, (T·N, D). */
    Optional<Matrix> factors(int layer) {
        return inputs.dropout().of(layer);
    }

    /** How backpropagation is truncated, if that makes a difference. */
    Truncation truncation() {
        Truncation truncation = inputs.truncation();
        return truncation.cuts(network, steps) ? truncation : Truncation.NONE;
    }

    /** The last step that a direction computes of each sequence; −1 where there is none. */
    List<Integer> last(boolean reversed) {
        TimeOrder order = new TimeOrder(reversed, inputs.mask(), Truncation.NONE);
        return java.util.stream.IntStream.range(0, batch())
                .mapToObj(order::last)
                .toList();
    }

    /** A table over time with zeros at the steps that are not computed: what stands there is not read. */
    Matrix read(Matrix table) {
        BitSet held = heldRows();
        return table.rearranged(table.rows(), table.columns(), row -> held.get(row) ? -1 : row);
    }

    /** Of each row that is read out, what it counts in the loss, what this is averaged over included; one column. */
    Optional<Matrix> weights() {
        return inputs.goal().map(goal -> goal.weights().map(weight -> weight / goal.divisor(batch())));
    }

    /** The gradient of every parameter, of the input and of the first states, by full name. */
    Map<String, Matrix> gradients() {
        Map<String, Matrix> gradients = new LinkedHashMap<>(trace.parameterGradients());
        for (Network.Part part : network.parts()) {
            for (String state : part.layer().cell().states()) {
                gradients.put(part.state(state), trace.part(part.key()).initialStateGradient(state));
            }
        }
        return gradients;
    }
}
