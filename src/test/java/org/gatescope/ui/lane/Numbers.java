package org.gatescope.ui.lane;

import java.util.List;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Style;
import org.gatescope.picture.Family;

/** Numbers for lanes: a time-major array of which a part counts as computed. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Numbers(double[][] values, int units, int computedFrom, int computedTo, List<Integer> missing)
        implements LaneContent {
    /** Makes a number from its step and unit. */
    interface Rule {
        double at(int t, int unit);
    }

    static Numbers of(int steps, int units, Rule rule) {
        double[][] values = new double[steps][units];
        for (int t = 0; t < steps; t++) {
            for (int unit = 0; unit < units; unit++) {
                values[t][unit] = rule.at(t, unit);
            }
        }
        return new Numbers(values, units, 0, steps, List.of());
    }

    Numbers computed(int from, int to) {
        return new Numbers(values, units, from, to, missing);
    }

    /** Without numbers at these steps. */
    Numbers without(Integer... steps) {
        return new Numbers(values, units, computedFrom, computedTo, List.of(steps));
    }

    Lane lane(String id, Family family) {
        return new Lane(id, quantity(id), id + " lane", family, "", this);
    }

    static Formula quantity(String name) {
        return new Formula.Symbol(name, Style.QUANTITY);
    }

    static Formula row(Formula... parts) {
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
