package org.gatescope.engine.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Cell;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Series;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.TooLargeException;
import org.gatescope.engine.Trace;
import org.gatescope.engine.program.Program;
import org.gatescope.engine.program.Section;
import org.gatescope.engine.program.Slot;
import org.jspecify.annotations.Nullable;

/**
 * A cell compiled for given sizes. Its scratch arrays are made once and used again by each run, so a plan serves one
 * thread at a time.
 */
public final class Plan implements Recurrence {
    private final Cell cell;
    private final Sizes sizes;
    private final Storage storage;
    private final Program program = new Program();
    private final Map<String, Slot> parameterGradients;
    private final StateHandover passage;
    private final boolean reversed;

    private Plan(Cell cell, Sizes sizes, boolean reversed) {
        this.cell = cell;
        this.sizes = sizes;
        this.reversed = reversed;
        this.storage = new Storage(cell, sizes, reversed);
        this.passage = new StateHandover(cell, sizes, storage, reversed);
        this.parameterGradients = new CellCompiler(cell, sizes, storage, program).compile();
    }

    /**
     * Compiles a cell; nothing is allocated yet.
     *
     * @throws TooLargeException if a run would need more memory than there is
     */
    public static Plan of(Cell cell, Sizes sizes) {
        return of(cell, sizes, false);
    }

    /**
     * The same, for either direction of time.
     *
     * @param reversed true to begin with the last step of each sequence; all tables keep the time of the input
     */
    public static Plan of(Cell cell, Sizes sizes, boolean reversed) {
        Plan plan;
        try {
            plan = new Plan(cell, sizes.with(cell), reversed);
        } catch (ArithmeticException e) {
            throw new TooLargeException(sizes, e);
        }
        Memory.require(plan.bytes(), sizes);
        return plan;
    }

    /** The cell that this plan computes. */
    public Cell cell() {
        return cell;
    }

    /** What it runs, section by section. */
    public Program program() {
        return program;
    }

    /** The sizes that it was made for. */
    public Sizes sizes() {
        return sizes;
    }

    @Override
    public long bytes() {
        return storage.buffers().bytes();
    }

    @Override
    public long missingBytes() {
        return storage.buffers().missingBytes();
    }

    /**
     * Computes the layer forward and backward.
     *
     * @throws IllegalArgumentException that names the first table of a wrong shape
     * @throws TooLargeException        if the memory that was free when the plan was made is so no longer
     */
    public Trace run(LayerInputs inputs) {
        inputs.check(cell, sizes);
        forward(
                inputs.parameters(),
                inputs.initialState(),
                new StepMask(Collections.nCopies(sizes.batch(), sizes.steps())),
                x -> inputs.input().copyTo(x, 0, sizes.inputs()));
        return backward(
                BackwardTurn.whole(),
                inputs.finalState(),
                u -> inputs.upstream().copyTo(u, 0, sizes.of(cell.outputWidth())));
    }

    @Override
    public void forward(
            Map<String, Matrix> parameters, Map<String, Matrix> initialState, StepMask mask, Filling input) {
        Memory.require(missingBytes(), sizes);
        storage.buffers().prepare();
        passage.setMask(mask);
        cell.parameters().keySet().forEach(name -> load(parameters.get(name), storage.parameter(name)));
        cell.states()
                .forEach(state ->
                        load(initialState.get(state), storage.state(state).initial()));
        input.into(storage.named(Cell.INPUT).values());
        program.run(Section.STATIC, 0);
        program.run(Section.SERIES, 0);
        for (int i = 0; i < sizes.steps(); i++) {
            int t = reversed ? sizes.steps() - 1 - i : i;
            program.run(Section.FORWARD, t);
            passage.hold(t);
        }
    }

    @Override
    public void copyOutput(double[] to, int firstColumn, int stride) {
        Slot output = storage.named(Cell.after(cell.output()));
        for (int row = 0; row < sizes.timeRows(); row++) {
            int from = output.base() + row * output.rowStride();
            System.arraycopy(output.values(), from, to, row * stride + firstColumn, output.columns());
        }
    }

    @Override
    public Map<String, Matrix> endForward() {
        Map<String, Matrix> states = finalStates();
        storage.buffers().release();
        return states;
    }

    @Override
    public Trace backward(BackwardTurn turn, Map<String, Matrix> finalState, Filling upstream) {
        passage.begin(turn);
        Slot arriving = storage.named(Arrivals.UPSTREAM.text());
        upstream.into(arriving.values());
        passage.silence(arriving);
        cell.states()
                .forEach(state ->
                        load(finalState.get(state), storage.state(state).finalGradient()));
        for (int i = sizes.steps() - 1; i >= 0; i--) {
            int t = reversed ? sizes.steps() - 1 - i : i;
            passage.arrive(t);
            program.run(Section.BACKWARD, t);
            passage.pass(t);
        }
        program.run(Section.AFTERWARDS, 0);
        if (turn.isLast()) {
            program.run(Section.FINAL, 0);
        }
        Trace trace = trace(turn);
        if (turn.isLast()) {
            storage.buffers().release();
        }
        return trace;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if its sizes are others
     * @throws IllegalStateException    if it was given back before
     */
    @Override
    public void reuse(Trace trace) {
        if (!trace.sizes().equals(sizes)
                || !trace.quantities().equals(cell.widths().keySet())) {
            throw new IllegalArgumentException("a trace of another plan: " + trace.sizes() + ", not " + sizes);
        }
        trace.giveBack();
        for (String quantity : cell.widths().keySet()) {
            storage.named(quantity).buffer().reuse(trace.value(quantity).array());
            storage.named(Cell.gradient(quantity))
                    .buffer()
                    .reuse(trace.gradient(quantity).array());
        }
    }

    /** @param matrix there, as {@link LayerInputs#check} has seen */
    private static void load(@Nullable Matrix matrix, Slot slot) {
        Objects.requireNonNull(matrix).copyTo(slot.values(), slot.base(), slot.rowStride());
    }

    private Trace trace(BackwardTurn turn) {
        Map<String, Series> values = new LinkedHashMap<>();
        Map<String, Series> gradients = new LinkedHashMap<>();
        for (String quantity : cell.widths().keySet()) {
            values.put(quantity, series(storage.named(quantity)));
            gradients.put(quantity, series(storage.named(Cell.gradient(quantity))));
        }
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        parameterGradients.forEach((name, slot) -> parameters.put(name, matrix(name, slot)));
        Map<String, Matrix> gradientsAtStart = new LinkedHashMap<>();
        for (String state : cell.states()) {
            gradientsAtStart.put(state, batch(storage.state(state).initialGradient()));
        }
        Map<String, Series> arrivals = new LinkedHashMap<>();
        if (turn.slides() && turn.isLast()) {
            cell.states()
                    .forEach(state -> arrivals.put(
                            state,
                            copied(storage.named(Arrivals.fromNextStep(state).text()))));
        }
        return new Trace(sizes, values, gradients, parameters, gradientsAtStart, finalStates(), arrivals);
    }

    private Map<String, Matrix> finalStates() {
        Map<String, Matrix> states = new LinkedHashMap<>();
        cell.states()
                .forEach(state -> states.put(state, batch(storage.state(state).last())));
        return states;
    }

    private Matrix batch(Slot slot) {
        return Matrix.copyOf(slot.values(), slot.base(), slot.rowStride(), sizes.batch(), slot.columns());
    }

    /** Of what the next run writes over. */
    private Series copied(Slot slot) {
        double[] values =
                Arrays.copyOfRange(slot.values(), slot.base(), slot.base() + sizes.timeRows() * slot.columns());
        return new Series(values, 0, sizes.steps(), sizes.batch(), slot.columns());
    }

    private Series series(Slot slot) {
        return new Series(slot.values(), slot.base(), sizes.steps(), sizes.batch(), slot.columns());
    }

    private Matrix matrix(String parameter, Slot slot) {
        int rows = sizes.rows(Objects.requireNonNull(cell.parameters().get(parameter)));
        return Matrix.copyOf(slot.values(), slot.base(), slot.rowStride(), rows, slot.columns());
    }
}
