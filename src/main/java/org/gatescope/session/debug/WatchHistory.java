package org.gatescope.session.debug;

import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Moment;
import org.gatescope.cell.Names;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Range;
import org.gatescope.session.Run;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;

/**
 * What a watch came to over a run, of one sequence.
 *
 * @param isVector true where it has several units: then it is their Euclidean norm
 * @param values   one a step; NaN where it is NaN
 */
public record WatchHistory(Watch watch, boolean isVector, double[] values) {
    /** @return empty where the part is gone or lacks a name, or sizes do not fit */
    public static Optional<WatchHistory> of(Run run, Watch watch, int sequence) {
        try {
            StepNumbers numbers = new StepNumbers(run, watch.part(), 0);
            Table table = numbers.of(watch.measure().expression());
            int row = table.rows() == 1 ? 0 : sequence;
            if (table.columns() == 0 || row >= table.rows()) {
                return Optional.empty();
            }
            double[] values = new double[run.session().steps()];
            for (int t = 0; t < values.length; t++) {
                numbers.show(run, t);
                values[t] = table.columns() == 1 ? table.at(row, 0) : norm(table, row);
            }
            return Optional.of(new WatchHistory(watch, table.columns() > 1, values));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notHere) {
            return Optional.empty();
        }
    }

    private static double norm(Table table, int row) {
        double sum = 0;
        for (int unit = 0; unit < table.columns(); unit++) {
            sum = Math.hypot(sum, table.at(row, unit));
        }
        return sum;
    }

    /** The steps at which all of its names are computed at the playhead. */
    public Range computed(Run run, Playhead playhead) {
        Range range = new Range(0, values.length);
        for (Name name : names()) {
            String text = Moment.unmarked(name.text());
            boolean isParameter = PartNames.parameters(run, watch.part())
                    .contains(PartNames.isGradient(text) ? PartNames.of(text) : text);
            if (!isParameter) {
                range = range.and(
                        PartNames.isGradient(text)
                                ? playhead.computedGradients(watch.part(), text)
                                : playhead.computedValues(watch.part(), text));
            }
        }
        return range;
    }

    private List<Name> names() {
        return Names.in(watch.measure().expression());
    }

    /** The step at which its magnitude is largest, of those that are finite; −1 for none. */
    public int largest() {
        int largest = -1;
        for (int t = 0; t < values.length; t++) {
            boolean isFinite = Double.isFinite(values[t]);
            if (isFinite && (largest < 0 || Math.abs(values[t]) > Math.abs(values[largest]))) {
                largest = t;
            }
        }
        return largest;
    }

    /** True if it is about the backward pass. */
    public boolean isOfGradients() {
        return names().stream().anyMatch(name -> PartNames.isGradient(name.text()));
    }
}
