package org.gatescope.engine;

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

    private Plan(Cell cell, Sizes sizes) {
        this.cell = cell;
        this.sizes = sizes;
        this.storage = new Storage(cell, sizes);
        this.parameterGradients = new CellCompiler(cell, sizes, storage, program).compile();
    }

    /**
     * Compiles a cell; nothing is allocated yet.
     *
     * @throws TooLargeException if a run would need more memory than there is
     */
    public static Plan of(Cell cell, Sizes sizes) {
        Plan plan;
        try {
            plan = new Plan(cell, sizes);
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
        Memory.require(storage.missingBytes(), sizes);
        storage.buffers().forEach(Buffer::prepare);
        load(inputs);
        program.run(Section.STATIC, 0);
        program.run(Section.SERIES, 0);
        for (int t = 0; t < sizes.steps(); t++) {
            program.run(Section.FORWARD, t);
        }
        for (int t = sizes.steps() - 1; t >= 0; t--) {
            program.run(Section.BACKWARD, t);
        }
        program.run(Section.AFTERWARDS, 0);
        program.run(Section.FINAL, 0);
        Trace trace = trace();
        storage.buffers().forEach(Buffer::release);
        return trace;
    }

    private void load(LayerInputs inputs) {
        cell.parameters().keySet().forEach(name -> load(inputs.parameters().get(name), storage.parameter(name)));
        load(inputs.input(), storage.named(Cell.INPUT));
        load(inputs.upstream(), storage.named(Arrivals.UPSTREAM.text()));
        for (String state : cell.states()) {
            load(inputs.initialState().get(state), storage.named(state));
            Slot flow = storage.named(Cell.gradient(state));
            load(inputs.finalState().get(state), flow.below(sizes.timeRows())); // what flows into the last step
        }
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
        return new Trace(sizes, values, gradients, parameters);
    }

    private Series series(Slot slot) {
        return new Series(slot.values(), slot.base(), sizes.steps(), sizes.batch(), slot.columns());
    }

    private Matrix matrix(String parameter, Slot slot) {
        int rows = sizes.rows(Objects.requireNonNull(cell.parameters().get(parameter)));
        return Matrix.copyOf(slot.values(), slot.base(), slot.rowStride(), rows, slot.columns());
    }
}
