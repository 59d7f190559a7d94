package org.gatescope.ui.debug;

import org.gatescope.cell.Condition.Compare;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Notation;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Moment;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.debug.Breakpoint;
import org.gatescope.session.debug.Breakpoint.OnCondition;
import org.gatescope.session.debug.Breakpoint.OnNonFinite;
import org.gatescope.session.debug.Breakpoint.OnOperation;
import org.gatescope.session.debug.Breakpoint.OnStep;
import org.gatescope.session.debug.Stop;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PartWords;
import org.gatescope.ui.words.PlayWords;

/** Breakpoints, and why one struck, in words. */
final class StopWords {
    private static final Texts TEXTS = Texts.of(StopWords.class);

    private StopWords() {}

    /** What it waits for. */
    static String of(Breakpoint breakpoint, Session session) {
        return switch (breakpoint) {
            case OnOperation operation ->
                TEXTS.get(
                        "on.operation",
                        Notation.of(NamesOfParts.of(session, operation.part()).of(operation.quantity())),
                        PartWords.brief(session, operation.part()),
                        PlayWords.phase(operation.phase()));
            case OnStep(int step, boolean enabled) -> TEXTS.get("on.step", Convention.counted(step));
            case OnCondition condition -> condition.text();
            case OnNonFinite nonFinite -> TEXTS.get("on.non-finite");
        };
    }

    /**
     * {@code stopped at t = 3, layer 1: max(abs(h)) = 0.993 > 0.99}.
     *
     * @param sequence that conditions look at
     */
    static String why(Stop stop, Run run, Playhead playhead, int sequence, CoveredNumbers hidden) {
        Moment moment = playhead.moment().orElse(null);
        String reason = stop.breakpoint() instanceof OnCondition(var text, Compare compare, var on)
                        && moment != null
                        && !hidden.hidesSome(moment.part(), compare.left())
                ? compared(compare, text, run, moment, sequence)
                : of(stop.breakpoint(), run.session());
        return moment == null
                ? reason
                : TEXTS.get(
                        "stopped",
                        Convention.counted(moment.step()),
                        PartWords.brief(run.session(), moment.part()),
                        reason);
    }

    /** With the number that it was about, where that is one number. */
    private static String compared(Compare compare, String text, Run run, Moment moment, int sequence) {
        Expression left = compare.left();
        StepNumbers numbers = new StepNumbers(run, moment.part(), moment.step());
        Table table = numbers.of(left);
        int row = table.rows() == 1 ? 0 : sequence;
        boolean isOfSequence = table.rows() == 1 || !numbers.isOfParameters(left);
        boolean isOne = isOfSequence && table.columns() == 1 && row < table.rows();
        return isOne
                ? TEXTS.get(
                        "compared",
                        left,
                        Numerals.rounded(table.at(row, 0), 3),
                        compare.relation().sign(),
                        compare.right())
                : text;
    }
}
