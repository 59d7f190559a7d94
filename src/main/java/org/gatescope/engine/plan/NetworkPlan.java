package org.gatescope.engine.plan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.gatescope.cell.Cell;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.HeldOutput;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkOutcome;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Series;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.TooLargeException;
import org.gatescope.engine.Trace;
import org.gatescope.engine.plan.Recurrence.Filling;
import org.gatescope.engine.program.Buffer.Life;
import org.gatescope.engine.program.Buffers;
import org.gatescope.engine.program.Kernels;
import org.gatescope.engine.program.Slot;
import org.jspecify.annotations.Nullable;

/**
 * A network compiled for a batch and a number of steps: a {@link Recurrence} for each layer and direction. Its scratch arrays
 * are made once and used again by each run, so a plan serves one thread at a time.
 */
public final class NetworkPlan {
    private final Network network;
    private final int batch;
    private final int steps;
    private final Map<Part, Recurrence> plans = new LinkedHashMap<>();
    private final Buffers buffers = new Buffers();
    private final Slot output;
    private final Slot upstream;
    private final Slot inputGradient;
    private final Optional<EmbeddingRun> embedding;
    private final Slot embeddedGradient;
    private final ReadOutRows readOutRows;
    private final Optional<ReadOutRun> readOut;
    private final Map<Integer, MergedDirections> merged = new LinkedHashMap<>();
    private final Map<Integer, CarriedPast> carried = new LinkedHashMap<>();
    /** What the directions of a layer that drops some of what comes to it hand down. */
    private final Slot handedDown;

    private NetworkPlan(Network network, int batch, int steps, Function<Part, Recurrence> each) {
        this.network = network;
        this.batch = batch;
        this.steps = steps;
        for (Part part : network.parts()) {
            plans.put(part, each.apply(part));
        }
        int rows = sizes().timeRows();
        output = buffers.table(rows, network.width(), Life.RECORDED);
        output.buffer().markOverwritten();
        upstream = buffers.table(rows, network.width());
        inputGradient = buffers.table(rows, network.inputs(), Life.RECORDED);
        inputGradient.buffer().markOverwritten();
        embedding = network.embedding()
                .map(table -> new EmbeddingRun(rows, network.inputs(), network.layerInputs(), buffers));
        embeddedGradient = embedding.isPresent() ? buffers.table(rows, network.layerInputs()) : inputGradient;
        readOutRows = new ReadOutRows(network, batch, steps, output, buffers);
        readOut = network.readOut()
                .map(dense -> new ReadOutRun(dense, readOutRows.count(), readOutRows.states(), buffers));
        int widestDropped = 0;
        for (int index = 0; index < network.layers().size(); index++) {
            Layer layer = network.layers().get(index);
            if (layer.dropout().drops()) {
                widestDropped = Math.max(widestDropped, network.reads(index));
            }
            if (layer.isMerged()) {
                merged.put(index, MergedDirections.of(layer, rows, buffers));
            }
            if (layer.shortcut() != Shortcut.NONE) {
                carried.put(index, CarriedPast.of(layer, rows, network.reads(index), buffers));
            }
        }
        handedDown = buffers.table(rows, widestDropped);
    }

    /** @throws TooLargeException if a run would need more memory than there is */
    public static NetworkPlan of(Network network, int batch, int steps) {
        return of(
                network, batch, steps, part -> Plan.of(part.layer().cell(), part.sizes(batch, steps), part.reversed()));
    }

    /** The same with layers that are run by something else. @param each makes what runs a part */
    public static NetworkPlan of(Network network, int batch, int steps, Function<Part, Recurrence> each) {
        NetworkPlan plan;
        try {
            plan = new NetworkPlan(network, batch, steps, each);
        } catch (ArithmeticException e) {
            throw new TooLargeException(network.parts().getFirst().sizes(batch, steps), e);
        }
        Memory.require(plan.bytes(), plan.sizes());
        return plan;
    }

    /** The network that this plan computes. */
    public Network network() {
        return network;
    }

    /** Bytes of all arrays of a run, its trace included. */
    public long bytes() {
        return plans.values().stream().mapToLong(Recurrence::bytes).reduce(buffers.bytes(), Math::addExact);
    }

    /**
     * Computes the network forward, the loss if there is one, and backward.
     *
     * @throws IllegalArgumentException that names the first table of a wrong shape
     * @throws TooLargeException        if the memory that was free when the plan was made is so no longer
     */
    public NetworkTrace run(NetworkInputs inputs) {
        inputs.check(network, steps);
        begin(inputs);
        StepMask mask = inputs.mask();
        forward(inputs, mask);
        inputs.upstream().copyTo(upstream.values(), 0, network.width());
        readOut.ifPresent(run -> readOut(run, inputs, mask));
        Map<String, Trace> traces = backward(inputs, mask);
        NetworkTrace trace = new NetworkTrace(
                traces,
                series(output),
                series(inputGradient),
                readOut.map(run -> run.trace(readOutRows.stepsReadOut(), batch)),
                gradients(traces, inputs));
        buffers.release();
        return trace;
    }

    /** Computes the network forward and the loss if there is one, but no gradient of a layer. */
    public NetworkOutcome outcome(NetworkInputs inputs) {
        inputs.check(network, steps);
        begin(inputs);
        StepMask mask = inputs.mask();
        forward(inputs, mask);
        Map<String, Matrix> states = new LinkedHashMap<>();
        plans.forEach(
                (part, plan) -> plan.endForward().forEach((state, table) -> states.put(part.state(state), table)));
        double loss = readOut.map(run -> {
                    gather(mask);
                    run.forward(inputs.parameters(), inputs.goal(), batch);
                    return run.loss();
                })
                .orElse(0.0);
        NetworkOutcome outcome = new NetworkOutcome(series(output), states, loss);
        buffers.release();
        return outcome;
    }

    private void begin(NetworkInputs inputs) {
        Memory.require(missingBytes(), sizes());
        buffers.prepare();
    }

    /**
     * Gives a trace back: the next run writes into its arrays instead of allocating others. Whoever calls this promises
     * that nobody reads the trace any more.
     *
     * @param trace of this plan, or of one for the same network and sizes
     * @throws IllegalArgumentException if it is of another network
     * @throws IllegalStateException    if it was given back before
     */
    public void reuse(NetworkTrace trace) {
        plans.forEach((part, plan) -> plan.reuse(trace.part(part.key())));
        output.buffer().reuse(trace.output().array());
        inputGradient.buffer().reuse(trace.inputGradient().array());
        readOut.ifPresent(run -> trace.readOut().ifPresent(run::reuse));
    }

    private long missingBytes() {
        return buffers.missingBytes()
                + plans.values().stream().mapToLong(Recurrence::missingBytes).sum();
    }

    private Series series(Slot slot) {
        return new Series(slot.values(), 0, steps, batch, slot.columns());
    }

    /** Of the lowest layer. */
    private Sizes sizes() {
        return network.parts().getFirst().sizes(batch, steps);
    }

    private void forward(NetworkInputs inputs, StepMask mask) {
        for (int index = 0; index < network.layers().size(); index++) {
            Filling signal = signal(index, inputs, mask);
            for (Part part : parts(index)) {
                plan(part)
                        .forward(
                                Network.own(part.parameterKey(), inputs.parameters()),
                                Network.own(part.key(), inputs.initialState()),
                                mask,
                                signal);
            }
            if (merged.containsKey(index)) {
                copySeparate(
                        index,
                        Objects.requireNonNull(merged.get(index)).separate().values());
            }
            if (carried.containsKey(index)) {
                copyOwn(index, Objects.requireNonNull(carried.get(index)).own().values());
            }
        }
        copyOutput(network.layers().size() - 1, output.values());
        if (mask.output() == HeldOutput.ZERO) {
            silence(output.values(), network.width(), mask);
        }
    }

    /** What a layer reads. */
    private Filling signal(int index, NetworkInputs inputs, StepMask mask) {
        Filling arriving = carried(index, arriving(index, inputs, mask));
        return inputs.dropout()
                .of(index)
                .<Filling>map(factors -> x -> {
                    arriving.into(x);
                    multiply(x, network.reads(index), factors, 0);
                })
                .orElse(arriving);
    }

    /** Rows over time times the columns of factors that begin with a certain one. */
    private void multiply(double[] rows, int width, Matrix factors, int first) {
        for (int i = 0; i < steps * batch * width; i++) {
            rows[i] *= factors.get(i / width % factors.rows(), first + i % width);
        }
    }

    /** What comes to a layer, before any of it is dropped. */
    private Filling arriving(int index, NetworkInputs inputs, StepMask mask) {
        if (index > 0) {
            return x -> copyOutput(index - 1, x);
        }
        Filling input = x -> {
            inputs.input().copyTo(x, 0, network.inputs());
            silence(x, network.inputs(), mask);
        };
        if (embedding.isEmpty()) {
            return input;
        }
        Matrix table = Objects.requireNonNull(inputs.parameters().get(Embedding.TABLE));
        double[] embedded = embedding.get().forward(input, table);
        return x -> System.arraycopy(embedded, 0, x, 0, embedded.length);
    }

    /** The same; what comes to a layer with a shortcut is kept, since it goes on beside the layer as well. */
    private Filling carried(int index, Filling arriving) {
        if (!carried.containsKey(index)) {
            return arriving;
        }
        double[] read = Objects.requireNonNull(carried.get(index)).read().values();
        arriving.into(read);
        return x -> System.arraycopy(read, 0, x, 0, sizes().timeRows() * network.reads(index));
    }

    /** Zeros at steps that are not computed. Their input is not read: a NaN times no gradient would be NaN. */
    private void silence(double[] rows, int width, StepMask mask) {
        for (int row = 0; row < steps * batch; row++) {
            if (mask.isHeld(row % batch, row / batch)) {
                Arrays.fill(rows, row * width, (row + 1) * width, 0);
            }
        }
    }

    private void copyOutput(int index, double[] to) {
        if (carried.containsKey(index)) {
            Objects.requireNonNull(carried.get(index)).into(to);
        } else {
            copyOwn(index, to);
        }
    }

    /** What a layer's directions make. */
    private void copyOwn(int index, double[] to) {
        if (merged.containsKey(index)) {
            Objects.requireNonNull(merged.get(index)).into(to);
        } else {
            copySeparate(index, to);
        }
    }

    /** All directions of a layer side by side: the backward one's output stands right of the forward one's. */
    private void copySeparate(int index, double[] to) {
        Layer layer = network.layers().get(index);
        for (Part part : parts(index)) {
            int first = part.reversed() ? layer.separateWidth() - layer.outputs() : 0;
            plan(part).copyOutput(to, first, layer.separateWidth());
        }
    }

    private void gather(StepMask mask) {
        int top = network.layers().size() - 1;
        @Nullable CarriedPast past = carried.get(top);
        @Nullable MergedDirections both = merged.get(top);
        Slot own = past == null ? output : past.own();
        Slot read = past == null ? output : past.read();
        readOutRows.gather(mask, (both == null ? own : both.separate()).values(), read.values());
    }

    /** Adds what the loss sends back to what was typed. */
    private void readOut(ReadOutRun run, NetworkInputs inputs, StepMask mask) {
        gather(mask);
        run.forward(inputs.parameters(), inputs.goal(), batch);
        run.backward();
        readOutRows.addTo(upstream.values(), run.stateGradient());
    }

    private Map<String, Trace> backward(NetworkInputs inputs, StepMask mask) {
        int turns = BackwardTurn.count(inputs.truncation(), network, steps);
        Map<String, Trace> traces = Map.of();
        for (int i = 0; i < turns; i++) {
            traces = backward(inputs, mask, new BackwardTurn(inputs.truncation(), i, turns));
        }
        return traces;
    }

    private Map<String, Trace> backward(NetworkInputs inputs, StepMask mask, BackwardTurn turn) {
        Map<String, Trace> traces = new LinkedHashMap<>();
        for (int index = network.layers().size() - 1; index >= 0; index--) {
            for (Part part : parts(index)) {
                Map<String, Matrix> finalState = Network.own(part.key(), inputs.finalState());
                traces.put(part.key(), plan(part).backward(turn, finalState, u -> sendBack(part, traces, inputs, u)));
            }
        }
        return traces;
    }

    /** What arrives at the output of a part: from above, or from the layer above it. */
    private void sendBack(Part part, Map<String, Trace> traces, NetworkInputs inputs, double[] to) {
        Arrays.fill(to, 0);
        int first = part.layer().column(part.reversed(), 0);
        int count = part.layer().outputs();
        addArriving(part.index(), traces, inputs, first, count, to);
        if (merged.containsKey(part.index())) {
            Objects.requireNonNull(merged.get(part.index())).toDirection(part.reversed(), to);
        }
        if (part.index() == network.layers().size() - 1) {
            readOut.ifPresent(run -> readOutRows.addTo(to, part.reversed(), inputs.mask(), run.stateGradient()));
        }
    }

    /**
     * Adds the gradient of some columns of a layer's output: what the layer above hands down that reads it, and what arrives
     * beyond that one, where it is carried past.
     *
     * @param index of the layer; −1 for what comes to the lowest one
     */
    private void addArriving(
            int index, Map<String, Trace> traces, NetworkInputs inputs, int first, int count, double[] to) {
        int above = index + 1;
        if (above == network.layers().size()) {
            series(upstream).addColumns(first, count, to);
            return;
        }
        addInputGradients(above, traces, inputs.dropout(), first, count, to);
        if (carried.containsKey(above)) {
            addArriving(above, traces, inputs, network.layers().get(above).past(first), count, to);
            if (above == network.layers().size() - 1) {
                readOut.ifPresent(run -> readOutRows.addCarried(to, first, count, inputs.mask(), run.stateGradient()));
            }
        }
    }

    /** Adds some columns of the gradient with respect to what came to a layer, all its directions summed. */
    private void addInputGradients(
            int index, Map<String, Trace> traces, DropoutMasks dropout, int first, int count, double[] to) {
        Optional<Matrix> factors = dropout.of(index);
        if (factors.isEmpty()) {
            addColumns(index, traces, first, count, to);
            return;
        }
        double[] read = handedDown.values();
        Arrays.fill(read, 0);
        addColumns(index, traces, first, count, read);
        multiply(read, count, factors.get(), first);
        Kernels.addTo(read, 0, read, 0, to, 0, sizes().timeRows() * count);
    }

    private void addColumns(int index, Map<String, Trace> traces, int first, int count, double[] to) {
        for (Part part : parts(index)) {
            Trace trace = Objects.requireNonNull(traces.get(part.key()));
            trace.gradient(Cell.INPUT).addColumns(first, count, to);
        }
    }

    private List<Part> parts(int index) {
        return plans.keySet().stream().filter(part -> part.index() == index).toList();
    }

    private Recurrence plan(Part part) {
        return Objects.requireNonNull(plans.get(part));
    }

    /** Of all parameters by full name; tied directions add theirs up. Completes the gradient of the input. */
    private Map<String, Matrix> gradients(Map<String, Trace> traces, NetworkInputs inputs) {
        Map<String, Matrix> gradients = new LinkedHashMap<>();
        double[] below = embeddedGradient.values();
        Arrays.fill(below, 0);
        addArriving(-1, traces, inputs, 0, network.layerInputs(), below);
        silence(below, network.layerInputs(), inputs.mask());
        embedding.ifPresent(run -> gradients.put(Embedding.TABLE, run.backward(below, inputGradient.values())));
        for (Part part : plans.keySet()) {
            Trace trace = Objects.requireNonNull(traces.get(part.key()));
            for (String name : part.layer().cell().parameters().keySet()) {
                gradients.merge(part.parameter(name), trace.parameterGradient(name), Matrix::plus);
            }
        }
        readOut.ifPresent(run -> run.addParameterGradients(gradients));
        return gradients;
    }
}
