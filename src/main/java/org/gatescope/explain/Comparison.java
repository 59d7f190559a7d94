package org.gatescope.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.explain.RunTable.Key;
import org.gatescope.explain.RunTable.Kind;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Two runs side by side, which need not be of one network, nor of the same sizes: steps are put beside steps, sequences
 * beside sequences and units beside units, as far as both runs have them.
 *
 * @param deviations by the first number that differs in the order of computation, of equal ones the largest first
 * @param alike      how many other quantities and tables both have, in which nothing differs
 * @param steps      T of both
 * @param sequences  N of both
 * @param units      of the parts that both have, with H of both where these differ
 * @param onlyOne    quantities that the other run has not
 * @param onlyOther  quantities that this one has not
 */
public record Comparison(
        List<Deviation> deviations,
        int alike,
        Sizes steps,
        Sizes sequences,
        Map<String, Sizes> units,
        List<QuantityOfPart> onlyOne,
        List<QuantityOfPart> onlyOther) {

    /** Of the one run and of the other. */
    public record Sizes(int one, int other) {
        /** True where there is no more in the one run than in the other. */
        public boolean areEqual() {
            return one == other;
        }
    }

    /** A quantity of a layer's direction or of the read-out. */
    public record QuantityOfPart(String part, String quantity) {}

    /**
     * A number in both runs.
     *
     * @param place operations of the one run after which it is there; −1 for what is given
     */
    public record Pair(NumberId number, long place, double one, double other) {
        /** True for what no operation makes. */
        public boolean isGiven() {
            return place == ComputedOrder.GIVEN;
        }

        /** |one − other|; infinite where only one of them is finite. */
        public double size() {
            return Comparison.size(one, other);
        }
    }

    /**
     * Where a quantity, a gradient or a table differs.
     *
     * @param first   number that differs, in the order of computation
     * @param largest of the differences, the first of equal ones
     */
    public record Deviation(Pair first, Pair largest) {}

    /**
     * Compares all that both runs have.
     *
     * @param progress told before each quantity is compared
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public static Comparison of(Run one, Run other, Progress progress) {
        Map<Key, RunTable> theirs = new LinkedHashMap<>();
        RunTables.of(other).forEach(table -> theirs.put(table.key(), table));
        List<RunTable> ours = RunTables.of(one);
        ComputedOrder order = new ComputedOrder(Schedule.of(one.session()));
        List<Deviation> found = new ArrayList<>();
        List<RunTable> alone = new ArrayList<>();
        int alike = 0;
        for (int i = 0; i < ours.size(); i++) {
            progress.report(i, ours.size());
            RunTable table = ours.get(i);
            RunTable match = theirs.remove(table.key());
            Deviation deviation = match == null ? null : deviation(table, match, order);
            if (match == null) {
                alone.add(table);
            } else if (deviation == null) {
                alike++;
            } else {
                found.add(deviation);
            }
        }
        Comparator<Deviation> first =
                Comparator.comparingLong(deviation -> deviation.first().place());
        found.sort(first.thenComparing(deviation -> -deviation.largest().size()));
        return new Comparison(
                List.copyOf(found),
                alike,
                new Sizes(one.session().steps(), other.session().steps()),
                new Sizes(one.session().batch(), other.session().batch()),
                units(one, other),
                quantities(alone),
                quantities(List.copyOf(theirs.values())));
    }

    private static @Nullable Deviation deviation(RunTable one, RunTable other, ComputedOrder order) {
        int steps = Math.min(one.steps(), other.steps());
        int batch = Math.min(one.batch(), other.batch());
        int width = Math.min(one.width(), other.width());
        boolean isDescending = order.isDescending(one);
        Pair first = null;
        Pair largest = null;
        for (int k = 0; k < steps; k++) {
            int t = isDescending ? steps - 1 - k : k;
            for (int n = 0; n < batch; n++) {
                for (int unit = 0; one.has(t, n) && other.has(t, n) && unit < width; unit++) {
                    double ours = one.numbers().at(t, n, unit);
                    double theirs = other.numbers().at(t, n, unit);
                    if (!Differences.differs(ours, theirs)) {
                        continue;
                    }
                    if (largest == null || size(ours, theirs) > largest.size()) {
                        largest = new Pair(one.id().of(t, n, unit), order.place(one, t), ours, theirs);
                    }
                    first = first == null ? largest : first;
                }
            }
        }
        return first == null || largest == null ? null : new Deviation(first, largest);
    }

    private static double size(double one, double other) {
        double size = Math.abs(one - other);
        return Double.isNaN(size) ? Double.POSITIVE_INFINITY : size;
    }

    private static Map<String, Sizes> units(Run one, Run other) {
        Map<String, Sizes> units = new LinkedHashMap<>();
        for (Part part : one.session().network().parts()) {
            other.session().part(part.key()).ifPresent(same -> {
                Sizes sizes = new Sizes(part.layer().outputs(), same.layer().outputs());
                if (!sizes.areEqual()) {
                    units.put(part.key(), sizes);
                }
            });
        }
        return units;
    }

    /** Gradients stand beside what they are of. */
    private static List<QuantityOfPart> quantities(List<RunTable> tables) {
        return tables.stream()
                .filter(table -> table.kind() == Kind.COMPUTED && !QuantityName.isGradient(table.name()))
                .map(table -> new QuantityOfPart(table.part(), table.name()))
                .toList();
    }
}
