package org.gatescope.session.number;

import java.util.Objects;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Cell;
import org.gatescope.cell.NameMoment;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.TimeOrder;
import org.gatescope.engine.Trace;
import org.gatescope.session.Run;

/** The names in a cell's equations and adjoint lines. */
final class CellTables extends StepTables {
    private final Part part;
    private final Cell cell;

    CellTables(Run run, Part part, int step) {
        super(run, step);
        this.part = part;
        this.cell = part.layer().cell();
    }

    @Override
    Table table(String name) {
        if (name.equals(Arrivals.UPSTREAM.text())) {
            return quantity(part.layer().outputs(), this::upstream);
        }
        if (Arrivals.isFromNextStep(name)) {
            String state = Arrivals.state(name);
            return quantity(width(state), (sequence, unit) -> fromNextStep(state, sequence, unit));
        }
        if (Arrivals.isCutOff(name)) {
            String state = Arrivals.state(name);
            return quantity(width(state), (sequence, unit) -> cutOff(state, sequence, unit));
        }
        if (NameMoment.LAST_STEP.marks(name)) {
            String quantity = NameMoment.unmarked(name);
            return quantity(
                    width(quantity), (sequence, unit) -> trace().value(quantity).at(lastStep(), sequence, unit));
        }
        String now = NameMoment.unmarked(name); // what a parameter was in the forward pass is what it is
        if (cell.parameters().containsKey(now)) {
            return parameter(now);
        }
        return QuantityName.isGradient(now) ? gradient(QuantityName.base(now)) : value(now);
    }

    private Table value(String quantity) {
        return quantity(
                width(quantity), (sequence, unit) -> trace().value(quantity).at(step(), sequence, unit));
    }

    private Table gradient(String of) {
        if (cell.parameters().containsKey(of)) {
            Matrix whole = run().trace().parameterGradient(part.parameter(of));
            return new LazyTable(
                    whole::rows,
                    whole::columns,
                    (row, column) ->
                            run().trace().parameterGradient(part.parameter(of)).get(row, column));
        }
        return quantity(width(of), (sequence, unit) -> trace().gradient(of).at(step(), sequence, unit));
    }

    private Table parameter(String name) {
        return new LazyTable(
                () -> matrix(name).rows(),
                () -> matrix(name).columns(),
                (row, column) -> matrix(name).get(row, column));
    }

    private Matrix matrix(String name) {
        return Objects.requireNonNull(run().session().numbers().parameters().get(part.parameter(name)));
    }

    private Table quantity(int width, LazyTable.Lookup lookup) {
        return new LazyTable(this::batch, () -> width, lookup);
    }

    private Trace trace() {
        return run().trace().part(part.key());
    }

    private int width(String quantity) {
        return trace().value(quantity).width();
    }

    /** What arrives at the output from above: from the layer there, or from the loss and what was typed. */
    private double upstream(int sequence, int unit) {
        if (run().session().mask().isHeld(sequence, step())) {
            return 0;
        }
        int column = part.layer().column(part.reversed(), unit);
        double arriving = LayerOutputs.arriving(run(), part.index(), step(), sequence, column)
                * LayerOutputs.slope(run(), part, step(), sequence, unit);
        boolean isLast = part.index() == run().session().network().layers().size() - 1
                && step() == LayerOutputs.last(run(), part, sequence);
        return isLast
                ? arriving
                        + ReadOutTables.sentBackFromLast(run(), sequence, column)
                                * LayerOutputs.slopeOfLast(run(), part, sequence, unit)
                : arriving;
    }

    /** What the step that is computed after this one hands back too late for a window that slides. */
    private double cutOff(String state, int sequence, int unit) {
        return order().isPartlyCutAfter(sequence, step())
                ? trace().gradient(state).at(order().next(step()), sequence, unit) - fromNextStep(state, sequence, unit)
                : 0;
    }

    private TimeOrder order() {
        return TimeOrder.of(run().session().numbers(), part);
    }

    /**
     * What arrives from the step that is computed after this one: nothing where time is cut, at the end the final gradient.
     */
    private double fromNextStep(String state, int sequence, int unit) {
        TimeOrder order = order();
        if (order.isHeld(sequence, step()) || order.isCutAfter(sequence, step())) {
            return 0;
        }
        if (order.isPartlyCutAfter(sequence, step()) && trace().arrival(state).isPresent()) {
            return trace().arrival(state).get().at(step(), sequence, unit);
        }
        int next = order.next(step());
        return order.has(sequence, next)
                ? trace().gradient(state).at(next, sequence, unit)
                : Objects.requireNonNull(run().session().numbers().finalState().get(part.state(state)))
                        .get(sequence, unit);
    }

    private int lastStep() {
        return part.reversed() ? 0 : run().session().steps() - 1;
    }
}
