package org.gatescope.ui.words;

import org.gatescope.cell.Convention;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Notation;
import org.gatescope.cell.Operation;
import org.gatescope.cell.ShownNames;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.Covered;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Moment;
import org.gatescope.session.Run;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;

/** What the operation at the playhead does, in a sentence: what the picture shows. */
public final class OperationWords {
    private static final Texts TEXTS = Texts.of(OperationWords.class);
    private static final int LONGEST = 80;

    private OperationWords() {}

    /**
     * {@code backward, t = 3, ∂L/∂f: from ∂L/∂c′ times c; largest −0.21 at unit 2}.
     *
     * @param sequence row of the batch
     */
    public static String of(Run run, Playhead playhead, int sequence) {
        return of(run, playhead, sequence, new CoveredNumbers(run.session(), Covered.NONE));
    }

    /** The same, but for what is to be predicted. */
    public static String of(Run run, Playhead playhead, int sequence, CoveredNumbers hidden) {
        return playhead.moment()
                .map(moment -> of(run, moment, sequence, hidden))
                .orElse(TEXTS.get("operation.start"));
    }

    private static String of(Run run, Moment moment, int sequence, CoveredNumbers hidden) {
        Operation operation = moment.operation();
        ShownNames names = NamesOfParts.of(run.session(), moment.part());
        String phase = PlayWords.phase(moment.phase());
        String what = TEXTS.get(
                moment.phase() == Phase.BACKWARD ? "operation.from" : "operation.is",
                Notation.expression(words(names.of(operation.node()))));
        boolean isHidden = hidden.hidesSome(moment.part(), operation.quantity());
        String largest =
                isHidden || operation.quantity().equals(ReadOutEquations.TOTAL) ? "" : largest(run, moment, sequence);
        String quantity = Notation.expression(names.text(operation.quantity()));
        return TEXTS.get("operation.words", phase, Convention.counted(moment.step()), quantity, what) + largest;
    }

    private static String words(Expression node) {
        String text = node instanceof Apply(var function, Expression argument)
                ? TEXTS.get("operation.function", function.word(), argument)
                : node.toString()
                        .replace(" @ ", " " + TEXTS.get("operation.at") + " ")
                        .replace(" * ", " " + TEXTS.get("operation.times") + " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** Of a value, or of a line's share of a gradient. */
    private static String largest(Run run, Moment moment, int sequence) {
        Table table = new StepNumbers(run, moment.part(), moment.step()).of(shown(moment));
        int row = table.rows() == run.session().batch() ? sequence : 0;
        if (row >= table.rows() || table.columns() == 0) {
            return "";
        }
        int largest = 0;
        for (int unit = 1; unit < table.columns(); unit++) {
            if (Math.abs(table.at(row, unit)) > Math.abs(table.at(row, largest))) {
                largest = unit;
            }
        }
        return TEXTS.get("operation.largest", Numerals.rounded(table.at(row, largest), 2), largest);
    }

    /** A quantity where the operation completes it, otherwise what the operation itself comes to. */
    private static Expression shown(Moment moment) {
        Operation operation = moment.operation();
        boolean isWhole = operation.completes() && moment.phase() != Phase.BACKWARD;
        return isWhole ? new Name(operation.quantity()) : operation.node();
    }
}
