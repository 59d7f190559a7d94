package org.gatescope.session.debug;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Names;
import org.gatescope.cell.QuantityName;
import org.gatescope.cell.Reduction;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Range;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;

/**
 * The values of a watch over a run, for one sequence.
 *
 * @param isVector true where it has several units: then it is their Euclidean norm
 * @param values   one a step; NaN where it is NaN
 */
public record WatchHistory(Watch watch, boolean isVector, double[] values) {
    /** @return empty where the part is gone or lacks a name, or sizes do not fit */
    public static Optional<WatchHistory> of(Run run, Watch watch, int sequence) {
        return of(run, watch, sequence, Progress.NONE);
    }

    /**
     * @param sequence row of the batch
     * @param progress told before each step
     * @return empty where the part is gone or lacks a name, or sizes do not fit
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public static Optional<WatchHistory> of(Run run, Watch watch, int sequence, Progress progress) {
        if (!isThere(run.session(), watch.part())) {
            return Optional.empty();
        }
        StepNumbers numbers = new StepNumbers(run, watch.part(), 0);
        Expression expression = watch.measure().expression();
        if (!new ConditionFitting(numbers).fits(expression)) {
            return Optional.empty();
        }
        Table table = numbers.of(expression);
        boolean isWhole = table.rows() == 1 || numbers.isOfParameters(expression);
        if (table.columns() == 0 || table.rows() == 0 || (!isWhole && sequence >= table.rows())) {
            return Optional.empty();
        }
        int from = isWhole ? 0 : sequence;
        int to = isWhole ? table.rows() : sequence + 1;
        boolean isVector = (to - from) * table.columns() > 1;
        double[] values = new double[run.session().steps()];
        for (int t = 0; t < values.length; t++) {
            progress.report(t, values.length);
            numbers.show(run, t);
            values[t] = isVector ? norm(table, from, to) : table.at(from, 0);
        }
        return Optional.of(new WatchHistory(watch, isVector, values));
    }

    /** About how many multiplications it takes; 0 where there is no history. */
    public static double work(Run run, Watch watch) {
        if (!isThere(run.session(), watch.part())) {
            return 0;
        }
        StepNumbers numbers = new StepNumbers(run, watch.part(), 0);
        Expression expression = watch.measure().expression();
        boolean fits = new ConditionFitting(numbers).fits(expression);
        return fits ? run.session().steps() * work(expression, numbers) : 0;
    }

    private static double work(Expression node, StepNumbers numbers) {
        double own = numbers.of(node).columns();
        if (node instanceof Product(Expression left, Expression right)) {
            own *= numbers.of(left).columns();
        }
        if (numbers.isOfParameters(node)) {
            own *= numbers.of(node).rows();
        }
        return own
                + Names.operands(node).stream()
                        .mapToDouble(operand -> work(operand, numbers))
                        .sum();
    }

    private static boolean isThere(Session session, String part) {
        return switch (part) {
            case ReadOut.KEY -> session.objective().isPresent();
            case Embedding.KEY -> session.network().embedding().isPresent();
            default -> session.part(part).isPresent();
        };
    }

    private static double norm(Table table, int from, int to) {
        double sum = Reduction.NORM.start();
        for (int row = from; row < to; row++) {
            for (int unit = 0; unit < table.columns(); unit++) {
                sum = Reduction.NORM.fold(sum, table.at(row, unit));
            }
        }
        return sum;
    }

    /** The steps at which all of its names are computed at the playhead; none before a parameter's gradient is whole. */
    public Range computed(Run run, Playhead playhead) {
        Set<String> parameters = StepNumbers.parameters(run, watch.part());
        Range range = new Range(0, values.length);
        for (Name name : names()) {
            range = range.and(computed(name.text(), run.session(), parameters, playhead));
        }
        return range;
    }

    private Range computed(String name, Session session, Set<String> parameters, Playhead playhead) {
        boolean isGradient = QuantityName.isGradient(name);
        if (parameters.contains(QuantityName.base(name))) {
            String owner = session.part(watch.part()).map(Part::parameterKey).orElse(watch.part());
            boolean isThere = !isGradient || playhead.hasGradient(owner, name);
            return new Range(0, isThere ? values.length : 0);
        }
        return isGradient
                ? playhead.computedGradients(watch.part(), name)
                : playhead.computedValues(watch.part(), name);
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
        return names().stream().anyMatch(name -> QuantityName.isGradient(name.text()));
    }
}
