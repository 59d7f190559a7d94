package org.gatescope.engine.mistakes;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;

/** A layer's steps in one direction, sequence by sequence and statement by statement. */
final class ForwardPass {
    private final Cell cell;
    private final int steps;
    private final StepOrder order;
    private final Weights weights;
    private final Recording values;

    /** @param values in and out: x is there, everything else is written */
    ForwardPass(Cell cell, int steps, StepOrder order, Weights weights, Recording values) {
        this.cell = cell;
        this.steps = steps;
        this.order = order;
        this.weights = weights;
        this.values = values;
    }

    /** @return a sequence's states after the last step that it computes */
    Map<String, DMatrixRMaj> run(int n, Map<String, DMatrixRMaj> initial) {
        Map<String, DMatrixRMaj> states = initial;
        for (int i = 0; i < steps; i++) {
            int t = order.step(i);
            if (order.isNeverReached(t, n)) {
                leaveUnwritten(t, n);
            } else {
                states = step(t, n, states);
            }
        }
        return states;
    }

    /** NaN stands for whatever the memory held. */
    private void leaveUnwritten(int t, int n) {
        cell.widths().keySet().stream()
                .filter(quantity -> !quantity.equals(Cell.INPUT))
                .forEach(quantity -> values.fill(quantity, t, n, Double.NaN));
    }

    private Map<String, DMatrixRMaj> step(int t, int n, Map<String, DMatrixRMaj> before) {
        before.forEach((state, row) -> values.put(state, t, n, row));
        for (Assignment statement : cell.statements()) {
            values.put(
                    statement.name(),
                    t,
                    n,
                    Evaluation.of(
                            statement.expression(),
                            name -> weights.has(name) ? weights.now(name) : values.row(name, t, n)));
        }
        if (order.isHeld(t, n)) {
            before.forEach((state, row) -> values.put(Cell.after(state), t, n, row));
        }
        Map<String, DMatrixRMaj> after = new LinkedHashMap<>();
        cell.states().forEach(state -> after.put(state, values.row(Cell.after(state), t, n)));
        return after;
    }
}
