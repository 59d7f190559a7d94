package org.gatescope.picture.lane;

import java.util.List;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Style;

/** Numbers for lanes: a time-major array of which a part counts as computed. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Numbers(double[][] values, int units, int computedFrom, int computedTo, List<Integer> missing)
        implements LaneContent {
    /** Makes a number from its step and unit. */
    public interface Rule {
        double at(int t, int unit);
    }

    public static Numbers of(int steps, int units, Rule rule) {
        double[][] values = new double[steps][units];
        for (int t = 0; t < steps; t++) {
            for (int unit = 0; unit < units; unit++) {
                values[t][unit] = rule.at(t, unit);
            }
        }
        return new Numbers(values, units, 0, steps, List.of());
    }

    public Numbers computed(int from, int to) {
        return new Numbers(values, units, from, to, missing);
    }

    /** Without numbers at these steps. */
    public Numbers without(Integer... steps) {
        return new Numbers(values, units, computedFrom, computedTo, List.of(steps));
    }

    public static Formula quantity(String name) {
        return new Formula.Symbol(name, Style.QUANTITY);
    }

    public static Formula row(Formula... parts) {
        return new Formula.Row(List.of(parts));
    }

    @Override
    public boolean has(int t) {
        return !missing.contains(t);
    }

    @Override
    public int steps() {
        return values.length;
    }

    @Override
    public double value(int t, int unit) {
        return values[t][unit];
    }
}
