package org.gatescope.engine.diagnostics;

import java.util.Comparator;
import java.util.Optional;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.diagnostics.GradientCheck.Verdict;

/**
 * One table's gradient next to central differences; all three matrices are as large as the table.
 *
 * @param name     of a parameter or an initial state by full name, or {@link GradientCheck#INPUT}
 * @param computed by the backward pass
 * @param numeric  by central differences
 * @param doubt    what these may be off by; infinite at a kink
 * @param floor    gradients under it are compared as if they were this large
 * @param isCut    true if the differences see across cuts of the gradient
 */
public record CheckedTable(String name, Matrix computed, Matrix numeric, Matrix doubt, double floor, boolean isCut) {
    /** The largest relative error at which a number still agrees. */
    public static final double TOLERANCE = 1e-6;

    /** A number of the table that was compared. */
    public record Entry(int row, int column, double computed, double numeric, double difference, Verdict verdict) {
        static final Comparator<Entry> BEST_FIRST =
                Comparator.comparing(Entry::verdict).thenComparingDouble(Entry::difference);
    }

    /** The number at a place with what was found of it. */
    public Entry entry(int row, int column) {
        double difference = difference(row, column);
        return new Entry(
                row,
                column,
                computed.get(row, column),
                numeric.get(row, column),
                difference,
                verdict(row, column, difference));
    }

    /** |computed − numeric| / max(|computed|, |numeric|, floor); NaN if one of them is NaN. */
    private double difference(int row, int column) {
        double one = computed.get(row, column);
        double other = numeric.get(row, column);
        return one == other ? 0 : Math.abs(one - other) / Math.max(Math.max(Math.abs(one), Math.abs(other)), floor);
    }

    private Verdict verdict(int row, int column, double difference) {
        if (difference <= TOLERANCE) {
            return Verdict.AGREES;
        }
        double slope = numeric.get(row, column);
        boolean withinDoubt = Math.abs(computed.get(row, column) - slope) <= doubt.get(row, column);
        if (!Double.isFinite(slope) || withinDoubt) {
            return Verdict.DOUBTFUL;
        }
        return isCut ? Verdict.CUT : Verdict.DIFFERS;
    }

    /** The number with the worst verdict, of those the one of the largest difference; empty if there are no numbers. */
    public Optional<Entry> worst() {
        Optional<Entry> worst = Optional.empty();
        for (int row = 0; row < computed.rows(); row++) {
            for (int column = 0; column < computed.columns(); column++) {
                Entry entry = entry(row, column);
                if (worst.isEmpty() || Entry.BEST_FIRST.compare(entry, worst.get()) > 0) {
                    worst = Optional.of(entry);
                }
            }
        }
        return worst;
    }

    /** Of the worst number. */
    public Verdict verdict() {
        return worst().map(Entry::verdict).orElse(Verdict.AGREES);
    }
}
