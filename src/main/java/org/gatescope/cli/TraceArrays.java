package org.gatescope.cli;

import java.io.IOException;
import java.util.Map;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Extent;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Trace;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.tensor.NpzWriter;
import org.gatescope.format.tensor.TimeLayout;

/** Writes a run as named arrays; docs/trace.md lists the names. */
record TraceArrays(TracedModel model, NetworkInputs inputs, TimeLayout layout, NpzWriter out) {
    private static final String GRADIENT = "grad/";

    /** What was put in, and all that was computed from it. */
    void writeForward(NetworkTrace trace) throws IOException {
        out.add("input", layout.array(inputs.input(), inputs.batch()));
        for (Map.Entry<String, Matrix> parameter : model.parameters().entrySet()) {
            out.add("weight/" + parameter.getKey(), parameter(parameter.getKey(), parameter.getValue()));
        }
        out.add("output", layout.array(trace.output()));
        writeQuantities(trace, false);
    }

    /** The gradients of all that. */
    void writeBackward(NetworkTrace trace) throws IOException {
        out.add("inputGrads", layout.array(trace.inputGradient()));
        writeQuantities(trace, true);
        for (Map.Entry<String, Matrix> gradient : trace.parameterGradients().entrySet()) {
            out.add("param/" + gradient.getKey(), parameter(gradient.getKey(), gradient.getValue()));
        }
        for (Map.Entry<String, NpyArray> gradient : model.named().apply(trace).entrySet()) {
            out.add(gradient.getKey(), gradient.getValue());
        }
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
                            layout.array(isGradient ? own.gradient(quantity) : own.value(quantity)));
                }
            }
        }
    }

    private NpyArray parameter(String name, Matrix table) {
        double[] values = new double[table.rows() * table.columns()];
        table.copyTo(values, 0, table.columns());
        return new NpyArray(
                isVector(name) ? Dimensions.of(values.length) : Dimensions.of(table.rows(), table.columns()), values);
    }

    private boolean isVector(String name) {
        FullName full = FullName.of(name);
        return model.network().parts().stream()
                .filter(part -> part.parameterKey().equals(full.part()))
                .map(part -> part.layer().cell().parameters().get(full.local()))
                .anyMatch(shape -> shape != null && shape.rows() == Extent.ONE);
    }
}
