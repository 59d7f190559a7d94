package org.gatescope.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatescope.cell.Cell;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.ProductTimes;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.gatescope.engine.plan.Plan;
import org.openjdk.jmh.runner.RunnerException;

/** The engine in turns with its rivals, and with EJML's products. Ratios are medians of those of the turns. */
final class EngineTable {
    private static final int SECONDS = 2;
    private static final double AGREEMENT = 1e-9;

    private final List<Rival> rivals;

    EngineTable(List<Rival> rivals) {
        this.rivals = rivals;
    }

    Table measure() throws RunnerException, IOException, InterruptedException {
        List<String> headings = new ArrayList<>(List.of("cell N/H"));
        rivals.forEach(rival -> headings.add("Java/" + rival.name()));
        headings.addAll(List.of("Java/EJML", "Java ms", "EJML ms"));
        rivals.forEach(rival -> headings.add(rival.name() + " ms"));
        headings.addAll(List.of("products", "GFLOP/s", "largest difference"));
        Table table = new Table(headings.toArray(String[]::new));
        for (String cell : List.of("lstm", "gru")) {
            for (String size : List.of("1/64", "1/256", "32/64", "32/256")) {
                table.add(row(cell, size).toArray(String[]::new));
            }
        }
        return table;
    }

    private List<String> row(String cell, String size) throws RunnerException, IOException, InterruptedException {
        List<Double> java = new ArrayList<>();
        List<Double> ejml = new ArrayList<>();
        Map<Rival, List<Double>> theirs = new LinkedHashMap<>();
        double difference = 0;
        for (int turn = 0; turn < Benchmarks.TURNS; turn++) {
            Map<String, String> parameters = Map.of("cell", cell, "size", size);
            java.add(Harness.median(EngineBenchmark.class, "run", parameters, SECONDS));
            for (Rival rival : rivals) {
                Rival.Answer answer = rival.run(cell, size, EngineBenchmark.STEPS, SECONDS);
                theirs.computeIfAbsent(rival, key -> new ArrayList<>())
                        .add(answer.times().median());
                difference = Math.max(difference, difference(rival, sums(cell, size), answer.sums()));
            }
            ejml.add(Harness.median(EngineBenchmark.class, "run", parameters, SECONDS, "-Dgatescope.products=ejml"));
        }
        List<String> row = new ArrayList<>(List.of(cell + " " + size));
        theirs.values().forEach(times -> row.add(Table.ratio(Times.middleRatio(java, times))));
        row.add(Table.ratio(Times.middleRatio(java, ejml)));
        row.add(Table.number(Times.middle(java)));
        row.add(Table.number(Times.middle(ejml)));
        theirs.values().forEach(times -> row.add(Table.number(Times.middle(times))));
        Plan plan = EngineBenchmark.plan(cell, size);
        ProductTimes products = ProductTimes.of(plan, Inputs.of(plan.cell(), plan.sizes()), SECONDS);
        row.add(Math.round(100 * products.share()) + " %");
        row.add(Table.number(products.gigaflops()));
        row.add(String.format(Locale.ROOT, "%.0e", difference));
        return row;
    }

    /** The largest relative one. @throws IllegalStateException if the two did not compute the same */
    private static double difference(Rival rival, double[] ours, double[] theirs) {
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            largest = Math.max(largest, Math.abs(ours[i] - theirs[i]) / Math.abs(theirs[i]));
        }
        if (!(largest <= AGREEMENT)) {
            throw new IllegalStateException(
                    "Java computed " + Arrays.toString(ours) + ", " + rival.name() + " " + Arrays.toString(theirs));
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
