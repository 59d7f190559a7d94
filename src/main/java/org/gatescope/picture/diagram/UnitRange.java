package org.gatescope.picture.diagram;

import org.gatescope.session.number.Table;

/** Units that share a bar of a curve: from one up to another, which is left out. */
public record UnitRange(int from, int to) {
    /** What units come to. */
    public record Range(double least, double mean, double most) {}

    /** Of units spread evenly over bars, those of one bar. There are no more bars than units. */
    static UnitRange of(int bar, int bars, int count) {
        return new UnitRange((int) ((long) bar * count / bars), (int) ((long) (bar + 1) * count / bars));
    }

    /** Whether it is a single unit. */
    public boolean isOne() {
        return to == from + 1;
    }

    /** @param sequence row of the batch */
    public Range range(Table table, int sequence) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int unit = from; unit < to; unit++) {
            double value = table.at(sequence, unit);
            least = Math.min(least, value);
            most = Math.max(most, value);
            sum += value;
        }
        return new Range(least, sum / (to - from), most);
    }
}
