package org.gatescope.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatescope.cell.Cell;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Plan;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/** The engine, with its own products and with EJML's, in turns with NumPy. */
final class EngineTable {
    private static final int SECONDS = 2;
    private static final double AGREEMENT = 1e-9;

    private final @Nullable NumPy numPy;

    /** @param numPy null where there is none */
    EngineTable(@Nullable NumPy numPy) {
        this.numPy = numPy;
    }

    Table measure() throws RunnerException, IOException, InterruptedException {
        Table table = new Table(
                "cell N/H",
                "Java/NumPy",
                "Java/Java with EJML",
                "Java ms",
                "NumPy ms",
                "Java with EJML ms",
                "largest difference");
        for (String cell : List.of("lstm", "gru")) {
            for (String size : List.of("1/64", "1/256", "32/64", "32/256")) {
                row(table, cell, size);
            }
        }
        return table;
    }

    private void row(Table table, String cell, String size) throws RunnerException, IOException, InterruptedException {
        List<Double> java = new ArrayList<>();
        List<Double> ejml = new ArrayList<>();
        List<Double> python = new ArrayList<>();
        double difference = 0;
        for (int turn = 0; turn < Benchmarks.TURNS; turn++) {
            Map<String, String> parameters = Map.of("cell", cell, "size", size);
            java.add(Harness.median(EngineBenchmark.class, "run", parameters, SECONDS));
            ejml.add(Harness.median(EngineBenchmark.class, "run", parameters, SECONDS, "-Dgatescope.products=ejml"));
            if (numPy != null) {
                NumPy.Answer answer = numPy.run(cell, size, EngineBenchmark.STEPS, SECONDS);
                python.add(answer.times().median());
                difference = difference(sums(cell, size), answer.sums());
            }
        }
        double ours = Times.middle(java);
        boolean compared = numPy != null;
        table.add(
                cell + " " + size,
                compared ? Table.ratio(ours / Times.middle(python)) : "–",
                Table.ratio(ours / Times.middle(ejml)),
                Table.number(ours),
                compared ? Table.number(Times.middle(python)) : "–",
                Table.number(Times.middle(ejml)),
                compared ? String.format(Locale.ROOT, "%.0e", difference) : "–");
    }

    /** The largest relative one. @throws IllegalStateException if the two did not compute the same */
    private static double difference(double[] ours, double[] theirs) {
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            largest = Math.max(largest, Math.abs(ours[i] - theirs[i]) / Math.abs(theirs[i]));
        }
        if (!(largest <= AGREEMENT)) {
            throw new IllegalStateException(
                    "Java computed " + Arrays.toString(ours) + ", NumPy " + Arrays.toString(theirs));
        }
        return largest;
    }

    /** Loss, norm of the parameters' gradients, norm of the input's. */
    private static double[] sums(String cell, String size) {
        Plan plan = EngineBenchmark.plan(cell, size);
        LayerInputs inputs = Inputs.of(plan.cell(), plan.sizes());
        Trace trace = plan.run(inputs);
        double parameters = plan.cell().parameters().keySet().stream()
                .mapToDouble(name -> squares(trace.parameterGradient(name)))
                .sum();
        return new double[] {
            loss(trace.value(Cell.after(plan.cell().output())), inputs.upstream()),
            Math.sqrt(parameters),
            Math.sqrt(squares(trace.gradient(Cell.INPUT)))
        };
    }

    private static double loss(Series outputs, Matrix upstream) {
        double loss = 0;
        for (int t = 0; t < outputs.steps(); t++) {
            for (int n = 0; n < outputs.batch(); n++) {
                for (int unit = 0; unit < outputs.width(); unit++) {
                    loss += outputs.at(t, n, unit) * upstream.get(t * outputs.batch() + n, unit);
                }
            }
        }
        return loss;
    }

    private static double squares(Series series) {
        double sum = 0;
        for (int t = 0; t < series.steps(); t++) {
            for (int n = 0; n < series.batch(); n++) {
                for (int unit = 0; unit < series.width(); unit++) {
                    sum += series.at(t, n, unit) * series.at(t, n, unit);
                }
            }
        }
        return sum;
    }

    private static double squares(Matrix matrix) {
        return Arrays.stream(matrix.toArray())
                .flatMapToDouble(Arrays::stream)
                .map(x -> x * x)
                .sum();
    }
}
