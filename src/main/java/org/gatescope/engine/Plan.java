package org.gatescope.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A cell compiled for given sizes. Its scratch arrays are made once and used again by each run, so a plan serves one
 * thread at a time.
 */
public final class Plan {
    private final Cell cell;
    private final Sizes sizes;
    private final Storage storage;
    private final Program program = new Program();
    private final Map<String, Slot> parameterGradients;
    private final Passage passage;
    private final boolean reversed;

    private Plan(Cell cell, Sizes sizes, boolean reversed) {
        this.cell = cell;
        this.sizes = sizes;
        this.reversed = reversed;
        this.storage = new Storage(cell, sizes, reversed);
        this.passage = new Passage(cell, sizes, storage, reversed);
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
            plan = new Plan(cell, sizes, reversed);
        } catch (ArithmeticException e) {
            throw new TooLargeException(sizes, e);
        }
        Memory.require(plan.bytes(), sizes);
        return plan;
    }

    public Cell cell() {
        return cell;
    }

    Program program() {
        return program;
    }

    public Sizes sizes() {
        return sizes;
    }

    /** Bytes of all arrays of a run, its Trace included. */
    public long bytes() {
        return storage.bytes();
    }

    /**
     * Computes the layer forward and backward.
     *
     * @throws IllegalArgumentException that names the first table of a wrong shape
     * @throws TooLargeException        if the memory that was free when the plan was made is so no longer
     */
    public Trace run(LayerInputs inputs) {
        inputs.check(cell, sizes);
        int[] lengths = new int[sizes.batch()];
        Arrays.fill(lengths, sizes.steps());
        forward(
                inputs.parameters(),
                inputs.initialState(),
                lengths,
                x -> inputs.input().copyTo(x, 0, sizes.inputs()));
        return backward(0, inputs.finalState(), u -> inputs.upstream().copyTo(u, 0, sizes.hidden()));
    }

    /** Writes numbers of all steps, time-major, into an array that starts with zeros. */
    @FunctionalInterface
    interface Filling {
        void into(double[] flat);
    }

    /**
     * The forward pass.
     *
     * @param lengths steps of each sequence; a shorter one keeps its state beyond its end
     * @param input   (T·N, D)
     */
    void forward(Map<String, Matrix> parameters, Map<String, Matrix> initialState, int[] lengths, Filling input) {
        Memory.require(storage.missingBytes(), sizes);
        storage.buffers().forEach(Buffer::prepare);
        passage.setLengths(lengths);
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

    /** Ends a run after its forward pass. @return every state after the last step that is computed, (N, H) each */
    Map<String, Matrix> endForward() {
        Map<String, Matrix> states = finalStates();
        storage.buffers().forEach(Buffer::release);
        return states;
    }

    /** The output of each step, once the forward pass is done: (T·N, H) as rows of a larger table. */
    void copyOutput(double[] to, int firstColumn, int stride) {
        Slot output = storage.named(Cell.after(cell.output()));
        for (int row = 0; row < sizes.timeRows(); row++) {
            System.arraycopy(
                    output.values(),
                    output.base() + row * output.rowStride(),
                    to,
                    row * stride + firstColumn,
                    output.columns());
        }
    }

    /**
     * The backward pass, after {@link #forward}.
     *
     * @param chunk      the gradient is cut every so many steps; 0 for nowhere
     * @param finalState gradient of the loss with respect to the states after the last step
     * @param upstream   of the output of each step, (T·N, H); it does not count where a sequence is over
     */
    Trace backward(int chunk, Map<String, Matrix> finalState, Filling upstream) {
        passage.setChunk(chunk);
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
        program.run(Section.FINAL, 0);
        Trace trace = trace();
        storage.buffers().forEach(Buffer::release);
        return trace;
    }

    /** @param matrix there, as {@link LayerInputs#check} has seen */
    private static void load(@Nullable Matrix matrix, Slot slot) {
        Objects.requireNonNull(matrix).copyTo(slot.values(), slot.base(), slot.rowStride());
    }

    private Trace trace() {
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
        return new Trace(sizes, values, gradients, parameters, gradientsAtStart, finalStates());
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

    private Series series(Slot slot) {
        return new Series(slot.values(), slot.base(), sizes.steps(), sizes.batch(), slot.columns());
    }

    private Matrix matrix(String parameter, Slot slot) {
        int rows = sizes.rows(Objects.requireNonNull(cell.parameters().get(parameter)));
        return Matrix.copyOf(slot.values(), slot.base(), slot.rowStride(), rows, slot.columns());
    }
}
