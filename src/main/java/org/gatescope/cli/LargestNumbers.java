package org.gatescope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.gatescope.session.Run;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/** The numbers of a run that are farthest from zero, in words. NaN is farther than any. */
record LargestNumbers(Run run) {
    private static final Texts TEXTS = Texts.of(LargestNumbers.class);
    private static final int DIGITS = 4;

    /** @param place where it stands, in words */
    private record Largest(double value, String place) {
        boolean isBelow(double other) {
            return Double.compare(Math.abs(other), Math.abs(value)) > 0;
        }
    }

    /** A line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(TEXTS.get("describe.largest")));
        add("describe.largest.weight", inTables(run.session().numbers().parameters()), lines);
        add("describe.largest.value", inSeries(Trace::value), lines);
        add("describe.largest.weight-gradient", inTables(run.trace().parameterGradients()), lines);
        add("describe.largest.gradient", inSeries(Trace::gradient), lines);
        return lines;
    }

    private static void add(String key, @Nullable Largest largest, List<String> lines) {
        if (largest != null) {
            lines.add("  " + TEXTS.get(key, Numerals.brief(largest.value(), DIGITS), largest.place()));
        }
    }

    private @Nullable Largest inTables(Map<String, Matrix> tables) {
        Largest largest = null;
        for (String name : run.session().network().parameters().keySet()) {
            Matrix table = tables.get(name);
            for (int row = 0; table != null && row < table.rows(); row++) {
                for (int column = 0; column < table.columns(); column++) {
                    double value = table.get(row, column);
                    if (largest == null || largest.isBelow(value)) {
                        largest = new Largest(value, TEXTS.get("describe.in-table", name, row, column));
                    }
                }
            }
        }
        return largest;
    }

    /** Of what the cells compute, as long as each sequence lasts. */
    private @Nullable Largest inSeries(BiFunction<Trace, String, Series> chosen) {
        Largest largest = null;
        for (Part part : run.session().network().parts()) {
            Trace trace = run.trace().part(part.key());
            for (String quantity : trace.quantities()) {
                boolean isOfCell = !quantity.equals(Cell.INPUT)
                        && !part.layer().cell().states().contains(quantity);
                if (isOfCell) {
                    String name = part.key() + "." + Cell.unprimed(quantity);
                    largest = larger(largest, chosen.apply(trace, quantity), name);
                }
            }
        }
        return largest;
    }

    private @Nullable Largest larger(@Nullable Largest before, Series series, String name) {
        Largest largest = before;
        for (int n = 0; n < series.batch(); n++) {
            for (int t : run.session().mask().computed(n).toArray()) {
                for (int unit = 0; unit < series.width(); unit++) {
                    double value = series.at(t, n, unit);
                    if (largest == null || largest.isBelow(value)) {
                        largest = new Largest(value, TEXTS.get("describe.in-series", name, unit, t, n));
                    }
                }
            }
        }
        return largest;
    }
}
