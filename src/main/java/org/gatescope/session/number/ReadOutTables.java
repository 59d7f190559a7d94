package org.gatescope.session.number;

import java.util.Objects;
import java.util.function.Supplier;
import org.gatescope.cell.Cell;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.engine.Series;
import org.gatescope.session.Run;

/** The names in the equations of the read-out and the loss. What is read out of the last step alone is so at any step. */
final class ReadOutTables extends StepTables {
    private Goal goal;
    private double divisor;

    ReadOutTables(Run run, int step) {
        super(run, step);
        this.goal = goal(run);
        this.divisor = divisor(goal, run.session().batch());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same instance
    void show(Run another, int step) {
        if (another != run()) {
            goal = goal(another);
            divisor = divisor(goal, another.session().batch());
        }
        super.show(another, step);
    }

    @Override
    Table table(String name) {
        return QuantityName.isGradient(name) ? gradient(QuantityName.base(name)) : value(name);
    }

    private Table gradient(String of) {
        return switch (of) {
            case ReadOutEquations.LOGITS -> series(trace -> trace.gradient());
            case ReadOutEquations.INPUT -> series(trace -> trace.stateGradient());
            case ReadOut.W, ReadOut.B -> matrix(() -> run().trace().parameterGradient(full(of)));
            default -> throw unknown(Cell.gradient(of));
        };
    }

    private Table value(String name) {
        return switch (name) {
            case ReadOutEquations.INPUT ->
                new LazyTable(this::batch, () -> run().trace().output().width(), this::read);
            case ReadOutEquations.LOGITS -> series(trace -> trace.logits());
            case ReadOutEquations.OUTPUT -> series(trace -> trace.outputs());
            case ReadOutEquations.LOSS -> series(trace -> trace.losses());
            case ReadOutEquations.TARGET ->
                new LazyTable(
                        this::batch,
                        () -> goal.targets().columns(),
                        (n, k) -> goal.targets().get(row(n), k));
            case ReadOutEquations.WEIGHT ->
                new LazyTable(this::batch, () -> 1, (n, k) -> goal.weights().get(row(n), 0) / divisor);
            case ReadOutEquations.TOTAL ->
                new LazyTable(() -> 1, () -> 1, (row, column) -> trace(run()).loss());
            case ReadOut.W, ReadOut.B ->
                matrix(() -> Objects.requireNonNull(
                        run().session().numbers().parameters().get(full(name))));
            default -> throw unknown(name);
        };
    }

    private static String full(String parameter) {
        return new FullName(ReadOut.KEY, parameter).text();
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("no quantity " + name + " in a read-out");
    }

    /** What the loss sends back to a column of the top layer's output at a step; 0 unless each step is read out. */
    static double sentBack(Run run, int step, int sequence, int column) {
        boolean everyStep =
                run.session().network().readOut().map(ReadOut::everyStep).orElse(false);
        return everyStep ? trace(run).stateGradient().at(step, sequence, column) : 0;
    }

    /** What it sends back to the column's last number; 0 unless that is read out alone. */
    static double sentBackFromLast(Run run, int sequence, int column) {
        boolean everyStep =
                run.session().network().readOut().map(ReadOut::everyStep).orElse(true);
        return everyStep ? 0 : trace(run).stateGradient().at(0, sequence, column);
    }

    private interface Choice {
        Series of(ReadOutTrace trace);
    }

    private Table series(Choice choice) {
        return new LazyTable(
                this::batch,
                () -> choice.of(trace(run())).width(),
                (n, k) -> choice.of(trace(run())).at(everyStep() ? step() : 0, n, k));
    }

    private static Table matrix(Supplier<Matrix> matrix) {
        return new LazyTable(
                () -> matrix.get().rows(),
                () -> matrix.get().columns(),
                (row, column) -> matrix.get().get(row, column));
    }

    private double read(int sequence, int column) {
        if (everyStep()) {
            return run().trace().output().at(step(), sequence, column);
        }
        return LayerOutputs.last(run(), sequence, column);
    }

    private boolean everyStep() {
        return run().session().network().readOut().orElseThrow().everyStep();
    }

    private int row(int sequence) {
        return everyStep() ? step() * batch() + sequence : sequence;
    }

    private static ReadOutTrace trace(Run run) {
        return run.trace().readOut().orElseThrow();
    }

    private static Goal goal(Run run) {
        return run.session().inputs().goal().orElseThrow();
    }

    private static double divisor(Goal goal, int batch) {
        return goal.divisor(batch);
    }
}
