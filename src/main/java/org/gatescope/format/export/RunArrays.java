package org.gatescope.format.export;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.engine.Trace;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.tensor.TimeLayout;

/**
 * A run as named arrays; docs/trace.md lists the names.
 *
 * @param model  its parameters in the order in which they are written
 * @param inputs what was run
 */
public record RunArrays(ExportedNetwork model, NetworkInputs inputs, TimeLayout layout, Sink out) {
    /** Where the arrays go. */
    @FunctionalInterface
    public interface Sink {
        /** Takes one. @param array that is made when it is asked for */
        void add(String name, Supplier<NpyArray> array) throws IOException;
    }

    static final String GRADIENT = "grad/";
    static final String DROPOUT = "dropout";
    static final String INPUT = "input";
    static final String INPUT_GRADIENT = "inputGrads";
    private static final String EMBEDDED = new FullName(Embedding.KEY, Cell.INPUT).text();
    private static final String DENSE = ReadOut.KEY + ".";

    /** What was put in, and all that was computed from it. */
    public void writeForward(NetworkTrace trace) throws IOException {
        out.add(INPUT, () -> layout.array(inputs.input(), inputs.batch()));
        for (Map.Entry<String, Matrix> parameter : model.parameters().entrySet()) {
            out.add("weight/" + parameter.getKey(), () -> parameter(parameter.getKey(), parameter.getValue()));
        }
        out.add("lengths", this::lengths);
        if (inputs.mask().skipsAny()) {
            out.add("mask", () -> layout.array(computed(), inputs.batch()));
        }
        if (model.network().embedding().isPresent()) {
            out.add(
                    EMBEDDED,
                    () -> inputs.dropout().of(0).isPresent()
                            ? layout.array(embedded(), inputs.batch())
                            : layout.array(trace.part(
                                            model.network().parts().getFirst().key())
                                    .value(Cell.INPUT)));
        }
        for (int index = 0; index < model.network().layers().size(); index++) {
            int layer = index;
            if (inputs.dropout().of(layer).isPresent()) {
                out.add(DROPOUT + "/" + layer, () -> layout.array(dropped(layer), inputs.batch()));
            }
        }
        out.add("output", () -> layout.array(trace.output()));
        writeQuantities(trace, false);
        if (trace.readOut().isPresent()) {
            writeReadOut(trace.readOut().get());
        }
    }

    /** What the lowest layer reads before any of it is dropped, (T·N, columns). */
    private Matrix embedded() {
        return overTime(model.network().layerInputs(), (row, column) -> Embedding.value(inputs, row, column));
    }

    /** What the numbers that a layer reads are multiplied by, (T·N, its inputs). */
    private Matrix dropped(int layer) {
        return overTime(
                model.network().reads(layer), (row, column) -> inputs.dropout().factor(layer, row, column));
    }

    private interface Entry {
        double at(int row, int column);
    }

    private Matrix overTime(int columns, Entry entry) {
        double[][] rows = new double[inputs.input().rows()][columns];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns; column++) {
                rows[row][column] = entry.at(row, column);
            }
        }
        return Matrix.of(rows, columns);
    }

    private NpyArray lengths() {
        double[] steps = inputs.lengths().stream().mapToDouble(length -> length).toArray();
        return new NpyArray(Dimensions.of(steps.length), steps);
    }

    /** 1 at steps that are computed, (T·N, 1). */
    private Matrix computed() {
        double[][] rows = new double[inputs.input().rows()][1];
        for (int row = 0; row < rows.length; row++) {
            rows[row][0] = inputs.mask().isHeld(row % inputs.batch(), row / inputs.batch()) ? 0 : 1;
        }
        return Matrix.of(rows, 1);
    }

    private void writeReadOut(ReadOutTrace readOut) throws IOException {
        out.add(DENSE + ReadOutEquations.LOGITS, () -> layout.array(readOut.logits()));
        out.add(DENSE + ReadOutEquations.OUTPUT, () -> layout.array(readOut.outputs()));
        if (inputs.goal().isPresent()) {
            Goal goal = inputs.goal().get();
            out.add(DENSE + ReadOutEquations.TARGET, () -> layout.array(goal.targets(), inputs.batch()));
            out.add(DENSE + ReadOutEquations.WEIGHT, () -> layout.array(goal.weights(), inputs.batch()));
            out.add(DENSE + ReadOutEquations.LOSS, () -> layout.array(readOut.losses()));
            out.add(ReadOutEquations.LOSS, () -> new NpyArray(Dimensions.of(), new double[] {readOut.loss()}));
        }
    }

    /** The gradients of all that. */
    public void writeBackward(NetworkTrace trace) throws IOException {
        out.add(INPUT_GRADIENT, () -> layout.array(trace.inputGradient()));
        if (model.network().embedding().isPresent()) {
            out.add(GRADIENT + EMBEDDED, () -> layout.array(embeddedGradient(trace), inputs.batch()));
        }
        writeQuantities(trace, true);
        if (trace.readOut().isPresent()) {
            out.add(
                    GRADIENT + DENSE + ReadOutEquations.LOGITS,
                    () -> layout.array(trace.readOut().get().gradient()));
        }
        for (Map.Entry<String, Matrix> gradient : trace.parameterGradients().entrySet()) {
            out.add("param/" + gradient.getKey(), () -> parameter(gradient.getKey(), gradient.getValue()));
        }
    }

    /** What all directions of the lowest layer send back, (T·N, columns). */
    private Matrix embeddedGradient(NetworkTrace trace) {
        int columns = model.network().layerInputs();
        double[] sum = new double[inputs.input().rows() * columns];
        model.network().parts().stream()
                .filter(part -> part.index() == 0)
                .forEach(part -> trace.part(part.key()).gradient(Cell.INPUT).addColumns(0, columns, sum));
        return overTime(
                columns,
                (row, column) -> sum[row * columns + column] * inputs.dropout().factor(0, row, column));
    }

    /** A state's name means its value after the step; its values before it are left out. */
    private void writeQuantities(NetworkTrace trace, boolean isGradient) throws IOException {
        for (Part part : model.network().parts()) {
            Trace own = trace.part(part.key());
            Cell cell = part.layer().cell();
            for (String quantity : own.quantities()) {
                if (!quantity.equals(Cell.INPUT) && !cell.states().contains(quantity)) {
                    String name = part.key() + "." + Cell.unprimed(quantity);
                    out.add(
                            isGradient ? GRADIENT + name : name,
                            () -> layout.array(isGradient ? own.gradient(quantity) : own.value(quantity)));
                }
            }
        }
    }

    private NpyArray parameter(String name, Matrix table) {
        double[] values = new double[table.rows() * table.columns()];
        table.copyTo(values, 0, table.columns());
        return new NpyArray(
                model.isVector(name) ? Dimensions.of(values.length) : Dimensions.of(table.rows(), table.columns()),
                values);
    }
}
