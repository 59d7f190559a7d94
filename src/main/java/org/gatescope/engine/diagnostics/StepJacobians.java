package org.gatescope.engine.diagnostics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.Trace;
import org.gatescope.engine.plan.Plan;

/**
 * What a step makes of small changes of the states before it: one sequence of a layer's direction, computed on demand.
 * States stand side by side in the order of the cell, h before c; there are S of them with H units each, unless the cell
 * declares otherwise. The Jacobian
 * of a step is (S·H, S·H): a row for each unit after the step, a column for each before it.
 *
 * <p>Like a plan it serves one thread at a time.
 */
public final class StepJacobians {
    private final Part part;
    private final Trace trace;
    private final int sequence;
    private final StepMask mask;
    private final Plan plan;
    private final LayerInputs known;

    private StepJacobians(Part part, Trace trace, int sequence, StepMask mask, Plan plan, LayerInputs known) {
        this.part = part;
        this.trace = trace;
        this.sequence = sequence;
        this.mask = mask;
        this.plan = plan;
        this.known = known;
    }

    /**
     * @param trace    of a run of these inputs
     * @param part     layer and direction, as in {@code 0.forward}
     * @param sequence row of the batch
     * @throws IllegalArgumentException  if the network has no such part
     * @throws IndexOutOfBoundsException if the batch has no such row
     */
    public static StepJacobians of(
            Network network, NetworkInputs inputs, NetworkTrace trace, String part, int sequence) {
        Objects.checkIndex(sequence, inputs.batch());
        Part own = network.part(part);
        Cell cell = own.layer().cell();
        int order = order(own.layer());
        Plan plan = Plan.of(cell, own.sizes(order, 1));
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        for (String name : cell.parameters().keySet()) {
            parameters.put(name, Objects.requireNonNull(inputs.parameters().get(own.parameter(name)), name));
        }
        LayerInputs known = new LayerInputs(
                parameters,
                Matrix.zeros(order, own.inputs()),
                Map.of(),
                Matrix.zeros(order, own.layer().outputs()),
                identities(own.layer()));
        return new StepJacobians(own, trace.part(part), sequence, inputs.mask(), plan, known);
    }

    /** The gradient of each single unit after the step: row s·H + j has its one in state s, unit j. */
    private static Map<String, Matrix> identities(Layer layer) {
        Map<String, Matrix> gradients = new LinkedHashMap<>();
        int first = 0;
        for (String state : layer.cell().states()) {
            int width = layer.width(state);
            double[][] rows = new double[order(layer)][width];
            for (int unit = 0; unit < width; unit++) {
                rows[first + unit][unit] = 1;
            }
            gradients.put(state, Matrix.of(rows, width));
            first += width;
        }
        return gradients;
    }

    /** Units of all states of a layer together. */
    public static int order(Layer layer) {
        return layer.cell().states().stream().mapToInt(layer::width).reduce(0, Math::addExact);
    }

    /** S·H: rows and columns of each Jacobian. */
    public int order() {
        return plan.sizes().batch();
    }

    /** T, of the longest sequence. */
    public int steps() {
        return trace.sizes().steps();
    }

    /** Steps of this sequence, those that are skipped included: their Jacobian is the identity. */
    public int length() {
        return mask.lengths().get(sequence);
    }

    /** True if the last step is computed first. */
    public boolean reversed() {
        return part.reversed();
    }

    /** Units of a state. */
    int width(String state) {
        return part.layer().width(state);
    }

    /** The column at which a state begins. @throws IllegalArgumentException if the cell has no such state */
    public int firstColumn(String state) {
        int index = part.layer().cell().states().indexOf(state);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "no state " + state + "; there are " + part.layer().cell().states());
        }
        return part.layer().cell().states().subList(0, index).stream()
                .mapToInt(this::width)
                .sum();
    }

    /** The time of the step that is computed as number {@code i}. */
    int time(int i) {
        return reversed() ? length() - 1 - i : i;
    }

    /**
     * ∂(states after step t) / ∂(states before it), (S·H, S·H).
     *
     * @param t a step of this sequence
     */
    public Matrix at(int t) {
        return Decompositions.table(dense(t));
    }

    /**
     * ∂(states after step t) / ∂(states after step k), (S·H, S·H): the product of the steps' Jacobians from t down to
     * k + 1, in a reversed direction up to k − 1; the identity for t = k.
     *
     * @throws IllegalArgumentException if step t is computed before step k
     */
    public Matrix product(int t, int k) {
        int forward = reversed() ? k - t : t - k;
        if (forward < 0) {
            throw new IllegalArgumentException("step " + t + " is computed before step " + k);
        }
        Objects.checkIndex(t, length());
        Objects.checkIndex(k, length());
        DMatrixRMaj product = CommonOps_DDRM.identity(order());
        for (int i = 1; i <= forward; i++) {
            DMatrixRMaj next = new DMatrixRMaj(order(), order());
            CommonOps_DDRM.mult(dense(reversed() ? k - i : k + i), product, next);
            product = next;
        }
        return Decompositions.table(product);
    }

    /** One step of the cell, a row of the batch for each unit after it: their gradients are the Jacobian's rows. */
    DMatrixRMaj dense(int t) {
        Objects.checkIndex(t, length());
        if (mask.isSkipped(sequence, t)) {
            return CommonOps_DDRM.identity(order());
        }
        Map<String, Matrix> before = new LinkedHashMap<>();
        List<String> states = part.layer().cell().states();
        states.forEach(state -> before.put(state, repeated(state, t)));
        Trace step = plan.run(known.withInput(repeated(Cell.INPUT, t)).withInitialState(before));
        DMatrixRMaj jacobian = new DMatrixRMaj(order(), order());
        for (String state : states) {
            int first = firstColumn(state);
            double[][] rows = step.initialStateGradient(state).toArray();
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(rows[row], 0, jacobian.data, row * order() + first, width(state));
            }
        }
        return jacobian;
    }

    /** A step's Jacobian with rows and columns exchanged. @param to (S·H, S·H), row after row */
    void transposed(int t, double[] to) {
        DMatrixRMaj jacobian = dense(t);
        for (int row = 0; row < order(); row++) {
            for (int column = 0; column < order(); column++) {
                to[column * order() + row] = jacobian.get(row, column);
            }
        }
    }

    /** A quantity of step t, the same in every row. */
    private Matrix repeated(String quantity, int t) {
        double[] row = trace.value(quantity).row(t, sequence);
        return Matrix.row(row).rearranged(order(), row.length, i -> 0);
    }
}
