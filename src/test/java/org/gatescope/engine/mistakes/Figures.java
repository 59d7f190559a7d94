package org.gatescope.engine.mistakes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;

/** Every figure of a run by a name of its own. */
final class Figures {
    private final Map<String, Double> byName = new LinkedHashMap<>();

    private Figures() {}

    static Map<String, Double> of(NetworkTrace trace) {
        Figures figures = new Figures();
        trace.parts().forEach(figures::part);
        figures.series("output", trace.output());
        figures.series("d.input", trace.inputGradient());
        figures.tables("d.", trace.parameterGradients());
        trace.readOut().ifPresent(readOut -> {
            figures.series("logits", readOut.logits());
            figures.series("outputs", readOut.outputs());
            figures.series("losses", readOut.losses());
            figures.series("d.logits", readOut.gradient());
            figures.byName.put("loss", readOut.loss());
        });
        return figures.byName;
    }

    /** What the forward pass alone has to do with. */
    static Map<String, Double> forward(NetworkTrace trace) {
        Map<String, Double> figures = of(trace);
        figures.keySet().removeIf(name -> name.startsWith("d.") || name.contains(" d."));
        return figures;
    }

    /** Those that are farther off than the tolerance, of figures over 1 relatively; NaN agrees with NaN. */
    static List<String> differing(Map<String, Double> actual, Map<String, Double> expected, double tolerance) {
        List<String> differing = new ArrayList<>();
        expected.forEach((name, figure) -> {
            double other = actual.getOrDefault(name, Double.POSITIVE_INFINITY);
            boolean same = Double.compare(other, figure) == 0
                    || Math.abs(other - figure) <= tolerance * Math.max(1, Math.abs(figure));
            if (!same) {
                differing.add(name + " is " + other + ", expected " + figure);
            }
        });
        return differing;
    }

    /** Adds a table to figures. */
    static void add(String name, double[][] table, Map<String, Double> figures) {
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table[i].length; j++) {
                figures.merge(name + "[" + i + ", " + j + "]", table[i][j], Double::sum);
            }
        }
    }

    /** One step of a series, (N, width). */
    static double[][] step(Series series, int t) {
        double[][] rows = new double[series.batch()][series.width()];
        for (int n = 0; n < rows.length; n++) {
            for (int j = 0; j < series.width(); j++) {
                rows[n][j] = series.at(t, n, j);
            }
        }
        return rows;
    }

    /** One sequence of a series, (T, width). */
    static double[][] sequence(Series series, int n) {
        double[][] rows = new double[series.steps()][series.width()];
        for (int t = 0; t < rows.length; t++) {
            for (int j = 0; j < series.width(); j++) {
                rows[t][j] = series.at(t, n, j);
            }
        }
        return rows;
    }

    private void part(String key, Trace trace) {
        for (String quantity : trace.quantities()) {
            series(key + " " + quantity, trace.value(quantity));
            series(key + " d." + quantity, trace.gradient(quantity));
        }
        tables(key + " last ", trace.finalStates());
        trace.finalStates()
                .keySet()
                .forEach(state -> table(key + " d." + state + " at first", trace.initialStateGradient(state)));
    }

    private void tables(String prefix, Map<String, Matrix> tables) {
        tables.forEach((name, table) -> table(prefix + name, table));
    }

    private void table(String name, Matrix table) {
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                byName.put(name + "[" + row + ", " + column + "]", table.get(row, column));
            }
        }
    }

    private void series(String name, Series series) {
        for (int t = 0; t < series.steps(); t++) {
            for (int n = 0; n < series.batch(); n++) {
                for (int unit = 0; unit < series.width(); unit++) {
                    byName.put(name + "[t=" + t + ", n=" + n + ", " + unit + "]", series.at(t, n, unit));
                }
            }
        }
    }
}
