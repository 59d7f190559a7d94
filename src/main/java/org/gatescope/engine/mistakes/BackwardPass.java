package org.gatescope.engine.mistakes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Cell;
import org.gatescope.cell.NameMoment;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Series;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.plan.BackwardTurn;

/** Adjoint lines, whatever they say, from the last step to the first; each line for the whole batch before the next. */
final class BackwardPass {
    private final Cell cell;
    private final Sizes sizes;
    private final List<Adjoint> lines;
    private final StepOrder order;
    private final Weights weights;
    private final Recording values;
    private final Recording gradients;
    private final double[] upstream;
    /** What the step before hands back to each state, (N, H): in the end, the gradient of the initial states. */
    private final Map<String, DMatrixRMaj> flow;
    /** Of all steps so far. */
    private final Map<String, DMatrixRMaj> parameterGradients;
    /** By state, what has arrived at each step and what each hands back, (T·N, H): where a window slides. */
    private final Map<String, double[]> arrived = new LinkedHashMap<>();

    private final Map<String, double[]> handedBack = new LinkedHashMap<>();
    /** What the present step adds to them. */
    private final Map<String, DMatrixRMaj> ofThisStep = new LinkedHashMap<>();

    /**
     * @param values             of the forward pass
     * @param upstream           (T·N, H)
     * @param flow               in and out: gradient of the states after the last step, then of those before the first
     * @param parameterGradients in and out: what they begin with, then with the shares of all steps
     */
    BackwardPass(
            Cell cell,
            Sizes sizes,
            List<Adjoint> lines,
            StepOrder order,
            Weights weights,
            Recording values,
            double[] upstream,
            Map<String, DMatrixRMaj> flow,
            Map<String, DMatrixRMaj> parameterGradients) {
        this.cell = cell;
        this.sizes = sizes;
        this.lines = lines;
        this.order = order;
        this.weights = weights;
        this.values = values;
        this.gradients = new Recording(cell, sizes);
        this.upstream = upstream;
        this.flow = flow;
        this.parameterGradients = parameterGradients;
    }

    /**
     * @param before what the turn before has handed back out of each step, by state; empty for nothing
     * @param update what follows each step, if anything does
     * @return the gradients of all quantities
     */
    Recording run(BackwardTurn turn, Map<String, double[]> before, Optional<StepUpdate> update) {
        if (turn.slides()) {
            cell.states().forEach(state -> {
                arrived.put(state, new double[sizes.timeRows() * width(state)]);
                handedBack.put(state, new double[sizes.timeRows() * width(state)]);
            });
        }
        for (int i = sizes.steps() - 1; i >= 0; i--) {
            int t = order.step(i);
            cut(t, turn.truncation());
            int[] computed = rowsAt(t);
            if (computed.length > 0) {
                slide(t, computed, before);
                step(t, computed);
                update.ifPresent(this::update);
            }
            record(handedBack, t, IntStream.range(0, sizes.batch()).toArray());
        }
        return gradients;
    }

    /** The sequences that compute the step; the gradients of the others are passed on, or never written. */
    private int[] rowsAt(int t) {
        for (int n = 0; n < sizes.batch(); n++) {
            if (order.isNeverReached(t, n)) {
                for (String quantity : cell.widths().keySet()) {
                    gradients.fill(quantity, t, n, Double.NaN);
                }
            } else if (order.isHeld(t, n)) {
                for (String state : cell.states()) {
                    gradients.put(state, t, n, Tables.row(flowOf(state), n));
                }
            }
        }
        return IntStream.range(0, sizes.batch())
                .filter(n -> order.isComputed(t, n))
                .toArray();
    }

    private void cut(int t, Truncation truncation) {
        IntStream.range(0, sizes.batch())
                .filter(n -> order.isCutAfter(t, n, truncation))
                .forEach(n ->
                        flow.values().forEach(table -> Tables.putRow(table, n, new DMatrixRMaj(1, table.numCols))));
    }

    /** What arrives from the step that is computed next is what the turn before has handed back. */
    private void slide(int t, int[] rows, Map<String, double[]> before) {
        if (arrived.isEmpty()) {
            return;
        }
        IntStream.of(rows)
                .filter(n -> t != order.last(n))
                .forEach(n -> flow.forEach((state, table) -> {
                    double[] all = before.get(state);
                    int width = table.numCols;
                    Tables.putRow(
                            table,
                            n,
                            all == null
                                    ? new DMatrixRMaj(1, width)
                                    : Tables.row(all, start(order.next(t), n, width), width));
                }));
        record(arrived, t, rows);
    }

    private void record(Map<String, double[]> into, int t, int[] rows) {
        into.forEach((state, all) -> IntStream.of(rows)
                .forEach(n -> System.arraycopy(
                        Tables.row(flowOf(state), n).data, 0, all, start(t, n, width(state)), width(state))));
    }

    private int start(int t, int n, int width) {
        return (t * sizes.batch() + n) * width;
    }

    private int width(String state) {
        return sizes.of(cell.widthOf(state));
    }

    /** By state, what each step has handed back, (T·N, H); empty where no window slides. */
    Map<String, double[]> handedBack() {
        return handedBack;
    }

    /** By state, what has arrived at each step from the one that is computed next. */
    Map<String, Series> arrivals() {
        Map<String, Series> series = new LinkedHashMap<>();
        arrived.forEach(
                (state, all) -> series.put(state, new Series(all, 0, sizes.steps(), sizes.batch(), width(state))));
        return series;
    }

    private void step(int t, int[] rows) {
        ofThisStep.clear();
        parameterGradients.forEach((name, sum) -> ofThisStep.put(name, new DMatrixRMaj(sum.numRows, sum.numCols)));
        for (Adjoint line : lines) {
            if (line.kind() == Adjoint.Kind.OVERWRITING_USE) {
                Objects.requireNonNull(parameterGradients.get(line.target())).zero();
            }
            for (int n : rows) {
                add(line, t, n);
            }
        }
        parameterGradients.replaceAll((name, sum) -> Evaluation.both(sum, stepGradient(name), Double::sum));
        for (String state : cell.states()) {
            for (int n : rows) {
                Tables.putRow(flowOf(state), n, gradients.row(state, order.keptAt(t, n), n));
            }
        }
    }

    private void add(Adjoint line, int t, int n) {
        DMatrixRMaj share = Evaluation.of(line.share(), name -> value(name, t, n));
        String target = line.target();
        if (ofThisStep.containsKey(target)) {
            ofThisStep.put(target, Evaluation.both(stepGradient(target), share, Double::sum));
        } else {
            int kept = order.keptAt(t, n);
            gradients.put(target, kept, n, Evaluation.both(gradients.row(target, kept, n), share, Double::sum));
        }
    }

    private DMatrixRMaj value(String name, int t, int n) {
        if (name.equals(Arrivals.UPSTREAM.text())) {
            int width = sizes.of(cell.outputWidth());
            return Tables.row(upstream, (t * sizes.batch() + n) * width, width);
        }
        if (Arrivals.isFromNextStep(name)) {
            return Tables.row(flowOf(Arrivals.state(name)), n);
        }
        if (NameMoment.LAST_STEP.marks(name)) {
            return values.row(NameMoment.unmarked(name), order.last(n), n);
        }
        if (NameMoment.FORWARD_PASS.marks(name)) {
            return weights.inForwardPass(NameMoment.unmarked(name));
        }
        if (weights.has(name)) {
            return weights.now(name);
        }
        return QuantityName.isGradient(name) ? gradient(QuantityName.base(name), t, n) : values.row(name, t, n);
    }

    private DMatrixRMaj gradient(String name, int t, int n) {
        return weights.has(name) ? stepGradient(name) : gradients.row(name, order.keptAt(t, n), n);
    }

    private DMatrixRMaj stepGradient(String parameter) {
        return Objects.requireNonNull(ofThisStep.get(parameter), parameter);
    }

    private DMatrixRMaj flowOf(String state) {
        return Objects.requireNonNull(flow.get(state), state);
    }

    private void update(StepUpdate update) {
        ofThisStep.forEach((name, gradient) -> weights.descend(name, gradient, update.factor(sizes.batch())));
    }
}
