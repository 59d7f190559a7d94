package org.gatescope.bench;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Sizes;

/**
 * LSTM and GRU of PyTorch in float64, through DJL, as a program of its own; prints what numpy_rnn.py prints. Arguments:
 * cell, N, H, T, seconds.
 */
public final class PyTorchRun {
    private final boolean isLstm;
    private final Sizes sizes;
    private final NDArray x;
    private final NDArray upstream;
    private final NDList states;
    private final NDList parameters;
    private double loss = Double.NaN;

    private PyTorchRun(boolean isLstm, LayerInputs inputs, Sizes sizes, NDManager manager) {
        this.isLstm = isLstm;
        this.sizes = sizes;
        int batch = sizes.batch();
        int hidden = sizes.hidden();
        x = array(manager, inputs.input(), new Shape(sizes.steps(), batch, sizes.inputs()));
        upstream = array(manager, inputs.upstream(), new Shape(sizes.steps(), batch, hidden));
        NDArray zeros = array(manager, Matrix.zeros(batch, hidden), new Shape(1, batch, hidden));
        states = isLstm ? new NDList(zeros, zeros.duplicate()) : new NDList(zeros);
        List<String> gates = isLstm ? List.of("i", "f", "g", "o") : List.of("r", "z", "n");
        NDArray secondBias = manager.create(recurrentBias(inputs, gates.size() * hidden));
        parameters = new NDList(
                stacked(manager, inputs, "Wx.", gates),
                stacked(manager, inputs, "Wh.", gates),
                stacked(manager, inputs, "b.", gates).flatten(),
                secondBias);
        x.setRequiresGradient(true);
        parameters.forEach(parameter -> parameter.setRequiresGradient(true));
    }

    public static void main(String[] arguments) {
        Cell cell = BuiltInCells.cell(arguments[0]);
        int hidden = Integer.parseInt(arguments[2]);
        Sizes sizes = new Sizes(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[3]), hidden, hidden);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            PyTorchRun run = new PyTorchRun(arguments[0].equals("lstm"), Inputs.of(cell, sizes), sizes, manager);
            long nanos = (long) (Double.parseDouble(arguments[4]) * 1e9);
            run.times(nanos);
            System.out.println(run.times(nanos).stream().map(String::valueOf).collect(Collectors.joining(" ")));
            System.out.println(
                    run.loss + " " + Math.sqrt(run.parameterSquares()) + " " + Math.sqrt(squares(run.x.getGradient())));
        }
    }

    private List<Long> times(long nanos) {
        long end = System.nanoTime() + nanos;
        return Stream.generate(this::time)
                .takeWhile(time -> System.nanoTime() < end)
                .toList();
    }

    private long time() {
        clearGradients();
        long start = System.nanoTime();
        try (NDManager scope = x.getManager().newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDList computed = isLstm
                    ? x.getNDArrayInternal().lstm(x, states, parameters, true, 1, 0, true, false, false)
                    : x.getNDArrayInternal().gru(x, states.get(0), parameters, true, 1, 0, true, false, false);
            computed.attach(scope);
            NDArray weighted = computed.get(0).mul(upstream);
            NDArray sum = weighted.sum();
            weighted.attach(scope);
            sum.attach(scope);
            collector.backward(sum);
            loss = sum.getDouble();
        }
        return System.nanoTime() - start;
    }

    /** They would add up over the runs. */
    private void clearGradients() {
        if (!Double.isNaN(loss)) {
            Stream.concat(parameters.stream(), Stream.of(x)).forEach(array -> {
                NDArray gradient = array.getGradient();
                gradient.subi(gradient);
                gradient.close();
            });
        }
    }

    /** The second bias is part of the GRU's product with the reset gate alone. */
    private double parameterSquares() {
        double sum = 0;
        for (NDArray parameter : parameters.subList(0, 3)) {
            sum += squares(parameter.getGradient());
        }
        if (!isLstm) {
            double[] second = parameters.get(3).getGradient().toDoubleArray();
            sum += Arrays.stream(second)
                    .skip(2L * sizes.hidden())
                    .map(g -> g * g)
                    .sum();
        }
        return sum;
    }

    private static double squares(NDArray array) {
        return Arrays.stream(array.toDoubleArray()).map(g -> g * g).sum();
    }

    private double[] recurrentBias(LayerInputs inputs, int length) {
        double[] bias = new double[length];
        if (!isLstm) {
            Matrix own = table(inputs, "bh.n");
            for (int unit = 0; unit < sizes.hidden(); unit++) {
                bias[2 * sizes.hidden() + unit] = own.get(0, unit);
            }
        }
        return bias;
    }

    /** Gates below one another, each transposed: PyTorch multiplies with the transpose. */
    private static NDArray stacked(NDManager manager, LayerInputs inputs, String prefix, List<String> gates) {
        double[][] rows = gates.stream()
                .flatMap(gate -> transposed(table(inputs, prefix + gate)))
                .toArray(double[][]::new);
        double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return manager.create(flat, new Shape(rows.length, rows[0].length));
    }

    private static Matrix table(LayerInputs inputs, String name) {
        return Objects.requireNonNull(inputs.parameters().get(name));
    }

    private static Stream<double[]> transposed(Matrix matrix) {
        return Stream.iterate(0, column -> column + 1).limit(matrix.columns()).map(column -> {
            double[] row = new double[matrix.rows()];
            Arrays.setAll(row, r -> matrix.get(r, column));
            return row;
        });
    }

    private static NDArray array(NDManager manager, Matrix matrix, Shape shape) {
        double[] flat =
                Arrays.stream(matrix.toArray()).flatMapToDouble(Arrays::stream).toArray();
        return manager.create(flat, shape);
    }
}
