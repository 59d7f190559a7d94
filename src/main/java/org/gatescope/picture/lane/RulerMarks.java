package org.gatescope.picture.lane;

import java.util.List;

/** Which steps of a ruler are marked, so that marks never overlap: every one, or every 2, 5, 10, 20, 50 … of them. */
final class RulerMarks {
    private static final List<Integer> LEADING = List.of(1, 2, 5);

    private RulerMarks() {}

    /**
     * From one mark to the next.
     *
     * @param column width of a step
     * @param room what a mark takes, in the same unit
     */
    static int interval(double column, double room) {
        for (int power = 1; power < 1_000_000_000; power *= 10) {
            for (int leading : LEADING) {
                if (leading * power * column >= room) {
                    return leading * power;
                }
            }
        }
        return Integer.MAX_VALUE;
    }
}
