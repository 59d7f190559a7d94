package org.gatescope.engine.mistakes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.Trace;
import org.gatescope.engine.plan.BackwardTurn;
import org.gatescope.engine.plan.Recurrence;

/** A layer in one direction whose lines are interpreted as they stand, with the mistakes that are in them. */
final class InterpretedLayer implements Recurrence {
    private final Cell cell;
    private final Sizes sizes;
    private final boolean reversed;
    private final Set<Mistake> mistakes;
    private final List<Adjoint> lines;
    private final Weights weights;
    private final Optional<StepUpdate> update;
    private final Map<String, DMatrixRMaj> gradientsLeft = new LinkedHashMap<>();
    /** By state, what the turn before has handed back out of each step, (T·N, H); empty before the first. */
    private Map<String, double[]> handedBack = Map.of();

    private final Map<String, DMatrixRMaj> lastStates = new LinkedHashMap<>();
    private final Recording values;
    private StepOrder order;

    /**
     * @param weights       of the part, shared with the other direction where they are tied
     * @param update        made after each backward step; empty for none
     * @param gradientsLeft what the gradients of parameters begin with, by name; zero for what is not there
     */
    InterpretedLayer(
            Part part,
            Sizes sizes,
            Set<Mistake> mistakes,
            Weights weights,
            Optional<StepUpdate> update,
            Map<String, Matrix> gradientsLeft) {
        this.cell = part.layer().cell();
        this.sizes = sizes;
        this.reversed = part.reversed();
        this.mistakes = mistakes;
        this.lines = Mistakes.adjoints(cell, mistakes);
        this.weights = weights;
        this.update = update;
        this.values = new Recording(cell, sizes);
        this.order = new StepOrder(sizes.steps(), new StepMask(List.of()), reversed, mistakes);
        cell.parameters().forEach((name, shape) -> {
            Matrix none = Matrix.zeros(sizes.rows(shape), sizes.columns(shape));
            this.gradientsLeft.put(name, Tables.copy(gradientsLeft.getOrDefault(name, none)));
        });
    }

    /** Nothing is kept from run to run. */
    @Override
    public long missingBytes() {
        return bytes();
    }

    @Override
    public void reuse(Trace trace) {
        // the arrays of each run are new
    }

    @Override
    public long bytes() {
        double width = cell.widths().values().stream().mapToDouble(sizes::of).sum();
        return (long) (2 * Double.BYTES * width * sizes.steps() * sizes.batch()); // values and gradients
    }

    @Override
    public void forward(
            Map<String, Matrix> parameters, Map<String, Matrix> initialState, StepMask mask, Filling input) {
        order = new StepOrder(sizes.steps(), mask, reversed, mistakes);
        input.into(values.flat(Cell.INPUT));
        lastStates.putAll(copies(initialState));
        ForwardPass pass = new ForwardPass(cell, sizes.steps(), order, weights, values);
        for (int n = 0; n < sizes.batch(); n++) {
            int from = mistakes.contains(Mistake.STATE_NOT_RESET) ? Math.max(0, n - 1) : n;
            int to = n;
            pass.run(n, rows(table -> Tables.row(table, from)))
                    .forEach((state, row) -> Tables.putRow(lastState(state), to, row));
        }
    }

    /** One row of each state. */
    private Map<String, DMatrixRMaj> rows(UnaryOperator<DMatrixRMaj> row) {
        Map<String, DMatrixRMaj> rows = new LinkedHashMap<>();
        cell.states().forEach(state -> rows.put(state, row.apply(lastState(state))));
        return rows;
    }

    private DMatrixRMaj lastState(String state) {
        return Objects.requireNonNull(lastStates.get(state), state);
    }

    private Map<String, DMatrixRMaj> copies(Map<String, Matrix> ofStates) {
        Map<String, DMatrixRMaj> copies = new LinkedHashMap<>();
        cell.states().forEach(state -> copies.put(state, Tables.copy(Objects.requireNonNull(ofStates.get(state)))));
        return copies;
    }

    @Override
    public void copyOutput(double[] to, int firstColumn, int stride) {
        double[] output = values.flat(Cell.after(cell.output()));
        int width = sizes.of(cell.outputWidth());
        for (int row = 0; row < sizes.timeRows(); row++) {
            System.arraycopy(output, row * width, to, row * stride + firstColumn, width);
        }
    }

    @Override
    public Map<String, Matrix> endForward() {
        return matrices(lastStates);
    }

    @Override
    public Trace backward(BackwardTurn turn, Map<String, Matrix> finalState, Filling upstream) {
        double[] arriving = new double[sizes.timeRows() * sizes.of(cell.outputWidth())];
        upstream.into(arriving);
        Map<String, DMatrixRMaj> flow = copies(finalState);
        Map<String, DMatrixRMaj> parameterGradients = new LinkedHashMap<>();
        gradientsLeft.forEach((name, left) -> parameterGradients.put(name, left.copy()));
        BackwardPass pass =
                new BackwardPass(cell, sizes, lines, order, weights, values, arriving, flow, parameterGradients);
        Recording gradients = pass.run(turn, handedBack, turn.isLast() ? update : Optional.empty());
        handedBack = turn.isLast() ? Map.of() : pass.handedBack();
        return new Trace(
                sizes,
                values.series(),
                gradients.series(),
                matrices(parameterGradients),
                matrices(flow),
                matrices(lastStates),
                turn.slides() && turn.isLast() ? pass.arrivals() : Map.of());
    }

    private static Map<String, Matrix> matrices(Map<String, DMatrixRMaj> tables) {
        Map<String, Matrix> matrices = new LinkedHashMap<>();
        tables.forEach((name, table) -> matrices.put(name, Tables.copy(table)));
        return matrices;
    }
}
