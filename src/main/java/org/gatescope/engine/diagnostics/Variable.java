package org.gatescope.engine.diagnostics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Series;

/**
 * A table that goes into a run and has a gradient.
 *
 * @param name     of a parameter or an initial state by full name, or {@link GradientCheck#INPUT}
 * @param gradient that the run computed, as large as the values
 * @param changed  the inputs of the run with another table in the place of this one
 */
record Variable(String name, Matrix values, Matrix gradient, Function<Matrix, NetworkInputs> changed) {

    /** Parameters in the network's order, then the initial states of each part, then the input. */
    static List<Variable> all(Network network, NetworkInputs inputs, NetworkTrace trace) {
        List<Variable> all = new ArrayList<>();
        Map<String, Matrix> parameters = inputs.parameters();
        for (String name : network.parameters().keySet()) {
            all.add(new Variable(
                    name,
                    Objects.requireNonNull(parameters.get(name), name),
                    trace.parameterGradient(name),
                    table -> inputs.withParameters(replaced(parameters, name, table))));
        }
        Map<String, Matrix> states = inputs.initialState();
        for (Part part : network.parts()) {
            for (String state : part.layer().cell().states()) {
                String name = part.state(state);
                all.add(new Variable(
                        name,
                        Objects.requireNonNull(states.get(name), name),
                        trace.part(part.key()).initialStateGradient(state),
                        table -> inputs.withInitialState(replaced(states, name, table))));
            }
        }
        Matrix gradient = timeMajor(trace.inputGradient());
        all.add(new Variable(GradientCheck.INPUT, inputs.input(), gradient, inputs::withInput));
        return all;
    }

    private static Map<String, Matrix> replaced(Map<String, Matrix> tables, String name, Matrix table) {
        Map<String, Matrix> replaced = new LinkedHashMap<>(tables);
        replaced.put(name, table);
        return replaced;
    }

    private static Matrix timeMajor(Series series) {
        double[][] rows = new double[series.steps() * series.batch()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = series.row(row / series.batch(), row % series.batch());
        }
        return Matrix.of(rows, series.width());
    }

    long numbers() {
        return (long) values.rows() * values.columns();
    }
}
