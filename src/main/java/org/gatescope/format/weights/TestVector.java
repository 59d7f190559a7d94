package org.gatescope.format.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Series;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.NpyReader;
import org.gatescope.format.tensor.TimeLayout;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;

/**
 * An input and what another program computed from it: whether a network was understood shows in whether it agrees.
 *
 * @param input       (N, T, D), (T, N, D) or (T, D)
 * @param expected    the same with the width of the output, or of the read-out
 * @param isTimeFirst whether T comes before N
 */
public record TestVector(NamedTensor input, NamedTensor expected, boolean isTimeFirst) {
    /** @throws FormatException if a file is no array */
    public static TestVector read(Path input, Path expected, boolean isTimeFirst) throws FormatException {
        return new TestVector(NpyReader.read(input), NpyReader.read(expected), isTimeFirst);
    }

    /**
     * Where the two differ most.
     *
     * @param largest  difference; NaN if only one of them is a number
     * @param step     t, from 0
     * @param sequence n, from 0
     * @param column   of the output, from 0
     */
    public record Agreement(double largest, int step, int sequence, int column, double computed, double expected) {}

    /**
     * Runs the network on the input, from states of zero. What is compared is the read-out, with or without its activation,
     * or the output of the top layer, whichever has the width of what is expected and comes nearest.
     *
     * @throws FormatException if an array does not fit the network
     * @throws org.gatescope.engine.TooLargeException if there is not enough memory for the run
     */
    public Agreement with(ImportedModel model) throws FormatException {
        Session session = model.session("");
        TimeLayout layout = layout(session.network().inputs());
        int batch = layout.batch(input.dimensions());
        int steps = layout.steps(input.dimensions());
        Session fed = Reshape.withInput(session, steps, Collections.nCopies(batch, steps), layout.timeMajor(input))
                .change()
                .session();
        NetworkTrace trace = NetworkPlan.of(fed.network(), batch, steps).run(fed.inputs());
        Matrix wanted = wanted(layout, batch, steps);
        return outputs(trace).stream()
                .filter(series -> series.width() == wanted.columns())
                .map(series -> compared(series, wanted))
                .min(Comparator.comparingDouble(Agreement::largest))
                .orElseThrow(() -> new FormatException("vector.output", wanted.columns(), widths(trace)));
    }

    private TimeLayout layout(int width) throws FormatException {
        Dimensions given = input.dimensions();
        if (given.depth() < 2 || given.depth() > 3 || given.count() == 0) {
            throw new FormatException("vector.input", given);
        }
        if (given.sizes().getLast() != width) {
            throw new FormatException("vector.width", given.sizes().getLast(), width);
        }
        return new TimeLayout(isTimeFirst, given.depth() == 2);
    }

    private Matrix wanted(TimeLayout layout, int batch, int steps) throws FormatException {
        Dimensions given = expected.dimensions();
        int width = given.depth() == 0 ? 0 : given.sizes().getLast();
        if (!given.equals(layout.dimensions(batch, steps, width))) {
            throw new FormatException("vector.expected", given, input.dimensions());
        }
        return layout.timeMajor(expected);
    }

    private static List<Series> outputs(NetworkTrace trace) {
        List<Series> outputs = new ArrayList<>(List.of(trace.output()));
        trace.readOut().ifPresent(readOut -> outputs.addAll(List.of(readOut.outputs(), readOut.logits())));
        return outputs;
    }

    private static String widths(NetworkTrace trace) {
        return String.join(
                ", ",
                outputs(trace).stream()
                        .map(Series::width)
                        .distinct()
                        .map(String::valueOf)
                        .toList());
    }

    private static Agreement compared(Series series, Matrix wanted) {
        Agreement worst = new Agreement(0, 0, 0, 0, series.at(0, 0, 0), wanted.get(0, 0));
        for (int row = 0; row < wanted.rows(); row++) {
            for (int column = 0; column < wanted.columns(); column++) {
                int step = row / series.batch();
                int sequence = row % series.batch();
                double computed = series.at(step, sequence, column);
                double figure = wanted.get(row, column);
                double difference = Double.compare(computed, figure) == 0 ? 0 : Math.abs(computed - figure);
                if (Double.compare(difference, worst.largest()) > 0) { // NaN is above all
                    worst = new Agreement(difference, step, sequence, column, computed, figure);
                }
            }
        }
        return worst;
    }
}
