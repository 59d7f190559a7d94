package org.gatescope.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Network.Part;

/** A network compiled for a batch and a number of steps: a {@link Plan} for each layer and direction. */
public final class NetworkPlan {
    private final Network network;
    private final int batch;
    private final int steps;
    private final Map<Part, Plan> plans = new LinkedHashMap<>();

    private NetworkPlan(Network network, int batch, int steps) {
        this.network = network;
        this.batch = batch;
        this.steps = steps;
        for (Part part : network.parts()) {
            plans.put(part, Plan.of(part.layer().cell(), part.sizes(batch, steps), part.reversed()));
        }
    }

    /** @throws TooLargeException if a run would need more memory than there is */
    public static NetworkPlan of(Network network, int batch, int steps) {
        NetworkPlan plan = new NetworkPlan(network, batch, steps);
        Memory.require(
                plan.plans.values().stream().mapToLong(Plan::bytes).sum(),
                plan.plans.values().iterator().next().sizes());
        return plan;
    }

    /** Computes the network forward, the loss if there is one, and backward. */
    public NetworkTrace run(NetworkInputs inputs) {
        int[] lengths = lengths(inputs);
        double[] input = input(inputs);
        double[] output = forward(inputs, embedded(inputs, input), lengths);
        int width = network.width();
        double[] upstream = new double[steps * batch * width];
        inputs.upstream().copyTo(upstream, 0, width);
        Optional<ReadOutRun> readOut = network.readOut().map(dense -> readOut(dense, inputs, output, lengths));
        readOut.ifPresent(run -> addRows(run.stateGradient(), upstream, rowsReadOut(lengths)));
        Map<String, Trace> traces = new LinkedHashMap<>();
        double[] signalGradient = backward(inputs, upstream, traces);
        Map<String, Matrix> gradients = new LinkedHashMap<>();
        double[] inputGradient = throughEmbedding(inputs, input, signalGradient, gradients);
        addGradients(traces, readOut, gradients);
        return new NetworkTrace(
                traces,
                new Series(output, 0, steps, batch, width),
                new Series(inputGradient, 0, steps, batch, network.inputs()),
                readOut.map(run -> run.trace(readOutSteps(), batch)),
                gradients);
    }

    /** Computes the network forward and the loss if there is one, but no gradient. */
    public NetworkOutcome outcome(NetworkInputs inputs) {
        int[] lengths = lengths(inputs);
        double[] output = forward(inputs, embedded(inputs, input(inputs)), lengths);
        Map<String, Matrix> states = new LinkedHashMap<>();
        plans.forEach((part, plan) ->
                plan.endForward().forEach((state, table) -> states.put(part.key() + "." + state, table)));
        double loss = network.readOut()
                .map(dense -> readOut(dense, inputs, output, lengths)
                        .trace(readOutSteps(), batch)
                        .loss())
                .orElse(0.0);
        return new NetworkOutcome(new Series(output, 0, steps, batch, network.width()), states, loss);
    }

    private static int[] lengths(NetworkInputs inputs) {
        return inputs.lengths().stream().mapToInt(Integer::intValue).toArray();
    }

    private double[] input(NetworkInputs inputs) {
        double[] input = new double[steps * batch * network.inputs()];
        inputs.input().copyTo(input, 0, network.inputs());
        return input;
    }

    /** What the lowest layer reads. */
    private double[] embedded(NetworkInputs inputs, double[] input) {
        if (network.embedding().isEmpty()) {
            return input;
        }
        double[] signal = new double[steps * batch * network.layerInputs()];
        lookup().forward(input, table(inputs), signal);
        return signal;
    }

    /** @return the gradient with respect to the network's input; that of the table is put among the others */
    private double[] throughEmbedding(
            NetworkInputs inputs, double[] input, double[] signalGradient, Map<String, Matrix> gradients) {
        if (network.embedding().isEmpty()) {
            return signalGradient;
        }
        int width = network.layerInputs();
        double[] tableGradient = new double[network.inputs() * width];
        lookup().tableGradient(input, signalGradient, tableGradient);
        gradients.put(Embedding.TABLE, Matrix.copyOf(tableGradient, 0, width, network.inputs(), width));
        double[] inputGradient = new double[steps * batch * network.inputs()];
        lookup().inputGradient(signalGradient, table(inputs), inputGradient);
        return inputGradient;
    }

    private Lookup lookup() {
        return new Lookup(steps * batch, network.inputs(), network.layerInputs());
    }

    private double[] table(NetworkInputs inputs) {
        double[] table = new double[network.inputs() * network.layerInputs()];
        Objects.requireNonNull(inputs.parameters().get(Embedding.TABLE)).copyTo(table, 0, network.layerInputs());
        return table;
    }

    /** @return the top layer's output */
    private double[] forward(NetworkInputs inputs, double[] lowest, int[] lengths) {
        double[] signal = lowest;
        for (int index = 0; index < network.layers().size(); index++) {
            int width = network.layers().get(index).width();
            double[] output = new double[steps * batch * width];
            for (Part part : parts(index)) {
                double[] below = signal;
                Plan plan = plan(part);
                plan.forward(
                        own(part.parameterKey(), inputs.parameters()),
                        own(part.key(), inputs.initialState()),
                        lengths,
                        x -> System.arraycopy(below, 0, x, 0, below.length));
                plan.copyOutput(output, firstColumn(part), width);
            }
            signal = output;
        }
        return signal;
    }

    /** @return the gradient with respect to what the lowest layer reads */
    private double[] backward(NetworkInputs inputs, double[] upstream, Map<String, Trace> traces) {
        double[] above = upstream;
        for (int index = network.layers().size() - 1; index >= 0; index--) {
            int width = network.layers().get(index).width();
            int inputWidth = parts(index).getFirst().inputs();
            double[] below = new double[steps * batch * inputWidth];
            for (Part part : parts(index)) {
                double[] from = above;
                Trace trace = plan(part)
                        .backward(
                                inputs.chunk(),
                                own(part.key(), inputs.finalState()),
                                u -> columns(
                                        from,
                                        width,
                                        firstColumn(part),
                                        u,
                                        part.layer().hidden()));
                traces.put(part.key(), trace);
                trace.gradient(Cell.INPUT).addTo(below);
            }
            above = below;
        }
        return above;
    }

    private List<Part> parts(int index) {
        return plans.keySet().stream().filter(part -> part.index() == index).toList();
    }

    private Plan plan(Part part) {
        return Objects.requireNonNull(plans.get(part));
    }

    /** The backward direction's output stands right of the forward one's. */
    private static int firstColumn(Part part) {
        return part.reversed() ? part.layer().hidden() : 0;
    }

    private void columns(double[] from, int width, int firstColumn, double[] to, int count) {
        for (int row = 0; row < steps * batch; row++) {
            System.arraycopy(from, row * width + firstColumn, to, row * count, count);
        }
    }

    /** Those tables whose names begin with a key, without it. */
    private static Map<String, Matrix> own(String key, Map<String, Matrix> tables) {
        Map<String, Matrix> own = new LinkedHashMap<>();
        tables.forEach((name, table) -> {
            if (name.startsWith(key + ".")) {
                own.put(name.substring(key.length() + 1), table);
            }
        });
        return own;
    }

    private ReadOutRun readOut(ReadOut dense, NetworkInputs inputs, double[] output, int[] lengths) {
        int[][] places = rowsReadOut(lengths);
        DMatrixRMaj states = new DMatrixRMaj(places.length, network.width());
        for (int row = 0; row < places.length; row++) {
            for (int column = 0; column < network.width(); column++) {
                int place = places[row][isBackward(column) ? 1 : 0];
                states.set(row, column, place < 0 ? 0 : output[place * network.width() + column]);
            }
        }
        ReadOutRun run = new ReadOutRun(
                dense,
                states,
                Objects.requireNonNull(inputs.parameters().get(ReadOut.WEIGHTS)),
                Objects.requireNonNull(inputs.parameters().get(ReadOut.BIAS)));
        inputs.goal().ifPresent(goal -> run.score(goal, batch));
        return run;
    }

    private boolean isBackward(int column) {
        return column >= network.layers().getLast().hidden();
    }

    private int readOutSteps() {
        return network.readOut().map(ReadOut::everyStep).orElse(true) ? steps : 1;
    }

    /**
     * For each row that is read out the rows of the output it is taken from: of the forward direction and of the
     * backward one; -1 for none.
     */
    private int[][] rowsReadOut(int[] lengths) {
        if (readOutSteps() == steps && network.readOut().map(ReadOut::everyStep).orElse(true)) {
            int[][] rows = new int[steps * batch][];
            Arrays.setAll(rows, row -> new int[] {row, row});
            return rows;
        }
        int[][] rows = new int[batch][];
        Arrays.setAll(rows, n -> {
            int last = lengths[n] - 1;
            return last < 0 ? new int[] {-1, -1} : new int[] {last * batch + n, n};
        });
        return rows;
    }

    private void addRows(DMatrixRMaj from, double[] to, int[][] places) {
        int width = network.width();
        for (int row = 0; row < places.length; row++) {
            for (int column = 0; column < width; column++) {
                int place = places[row][isBackward(column) ? 1 : 0];
                if (place >= 0) {
                    to[place * width + column] += from.get(row, column);
                }
            }
        }
    }

    /** By full name; tied directions add theirs up. */
    private void addGradients(Map<String, Trace> traces, Optional<ReadOutRun> readOut, Map<String, Matrix> gradients) {
        for (Part part : plans.keySet()) {
            Trace trace = Objects.requireNonNull(traces.get(part.key()));
            for (String name : part.layer().cell().parameters().keySet()) {
                gradients.merge(part.parameterKey() + "." + name, trace.parameterGradient(name), Matrix::plus);
            }
        }
        readOut.ifPresent(run -> {
            gradients.put(ReadOut.WEIGHTS, run.weightGradient());
            gradients.put(ReadOut.BIAS, run.biasGradient());
        });
    }
}
