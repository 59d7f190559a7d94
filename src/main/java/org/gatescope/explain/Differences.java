package org.gatescope.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.session.Run;

/** Where two runs of one network differ. */
public final class Differences {
    private static final double ROUNDING = 1e-11;

    private Differences() {}

    /**
     * The largest difference of one quantity, or of one gradient.
     *
     * @param quantity the cell's name, with {@code d.} before it for a gradient
     * @param isOfStep false for the gradient of a parameter, whose row and column stand in step and unit
     */
    public record Difference(
            String part,
            String quantity,
            boolean isOfStep,
            int step,
            int sequence,
            int unit,
            double one,
            double other) {
        /** |one − other|; infinite where only one of them is a number. */
        public double size() {
            double size = Math.abs(one - other);
            return Double.isNaN(size) ? Double.POSITIVE_INFINITY : size;
        }
    }

    /** Of all quantities and gradients that differ at all, the largest first. */
    public static List<Difference> of(Run one, Run other) {
        return of(one, other, Progress.NONE);
    }

    /**
     * Of all quantities and gradients that differ at all, the largest first.
     *
     * @param other    of the same network and sizes
     * @param progress told before each quantity is compared
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public static List<Difference> of(Run one, Run other, Progress progress) {
        List<Difference> found = new ArrayList<>();
        int looked = 0;
        for (Part part : one.session().network().parts()) {
            Trace first = one.trace().part(part.key());
            Trace second = other.trace().part(part.key());
            for (String quantity : first.quantities()) {
                progress.report(
                        looked++,
                        one.trace().parts().size() * (long) first.quantities().size());
                add(found, one, part.key(), quantity, first.value(quantity), second.value(quantity));
                add(
                        found,
                        one,
                        part.key(),
                        Cell.gradient(quantity),
                        first.gradient(quantity),
                        second.gradient(quantity));
            }
        }
        for (Map.Entry<String, Matrix> gradient :
                one.trace().parameterGradients().entrySet()) {
            add(found, gradient.getKey(), gradient.getValue(), other.trace().parameterGradient(gradient.getKey()));
        }
        found.sort(Comparator.comparingDouble(Difference::size).reversed());
        return List.copyOf(found);
    }

    /** By more than the rounding by which two engines differ. */
    public static boolean differs(double one, double other) {
        return Double.isFinite(one) && Double.isFinite(other)
                ? Math.abs(one - other) > ROUNDING * Math.max(Math.abs(one), Math.abs(other))
                : Double.compare(one, other) != 0;
    }

    private static void add(List<Difference> to, Run run, String part, String name, Series one, Series other) {
        Difference largest = null;
        for (int n = 0; n < one.batch(); n++) {
            for (int t : run.session().mask().computed(n).toArray()) {
                for (int unit = 0; unit < one.width(); unit++) {
                    Difference here =
                            new Difference(part, name, true, t, n, unit, one.at(t, n, unit), other.at(t, n, unit));
                    if (differs(here.one(), here.other()) && (largest == null || here.size() > largest.size())) {
                        largest = here;
                    }
                }
            }
        }
        if (largest != null) {
            to.add(largest);
        }
    }

    private static void add(List<Difference> to, String name, Matrix one, Matrix other) {
        Difference largest = null;
        for (int row = 0; row < one.rows(); row++) {
            for (int column = 0; column < one.columns(); column++) {
                Difference here = new Difference(
                        "", Cell.gradient(name), false, row, 0, column, one.get(row, column), other.get(row, column));
                if (differs(here.one(), here.other()) && (largest == null || here.size() > largest.size())) {
                    largest = here;
                }
            }
        }
        if (largest != null) {
            to.add(largest);
        }
    }
}
