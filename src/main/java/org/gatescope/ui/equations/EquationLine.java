package org.gatescope.ui.equations;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Formula;
import org.gatescope.cell.PlayedLine;
import org.gatescope.cell.ShownNames;
import org.gatescope.engine.ReadOut;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.PartLines;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Moment;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.debug.Breakpoint.OnOperation;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;

/**
 * A line of the panel.
 *
 * @param pass  the part whose pass plays it, as a schedule knows it
 * @param first its first operation among those of the pass's step
 * @param names as they are written now
 * @param shape of what it computes, with the run's sizes
 */
record EquationLine(Phase phase, String pass, int first, PlayedLine played, ShownNames names, String shape) {
    /** How far a line has come at a time step. */
    enum Progress {
        TO_COME,
        /** One of its operations is the one that was done last. */
        LIT,
        DONE
    }

    /** Lines of a part in a phase; those of the sum over all steps go with the read-out. */
    static List<EquationLine> of(Run run, Phase phase, String part) {
        Session session = run.session();
        List<EquationLine> lines = new ArrayList<>();
        add(lines, PartLines.of(session, phase, part), run, phase, part, part);
        if (part.equals(ReadOut.KEY)) {
            add(lines, PartLines.of(session, phase, Schedule.TOTAL), run, phase, Schedule.TOTAL, part);
        }
        return List.copyOf(lines);
    }

    private static void add(
            List<EquationLine> to, List<PlayedLine> played, Run run, Phase phase, String pass, String part) {
        int first = 0;
        if (played.isEmpty()) {
            return;
        }
        StepNumbers numbers = new StepNumbers(run, part, 0);
        ShownNames names = NamesOfParts.of(run.session(), part);
        for (PlayedLine line : played) {
            to.add(new EquationLine(phase, pass, first, line, names, ShapeText.of(table(numbers, line))));
            first += line.operations().size();
        }
    }

    /** As it is read. */
    Formula formula() {
        return played.formula(names);
    }

    /** The same with the node of one of the operations marked. */
    Formula formula(int operation) {
        return played.formula(operation, names);
    }

    /** What the line makes, or the gradient that it adds to, which is as large. */
    private static Table table(StepNumbers numbers, PlayedLine line) {
        return numbers.of(new Name(line.quantity()));
    }

    /** The place among its operations of the one that was done last; −1 where that is of another line. */
    int lit(Playhead playhead) {
        int last = playhead.done(phase, pass, playhead.step()) - 1 - first;
        boolean isWithin = last >= 0 && last < played.operations().size();
        return isWithin && playhead.moment().filter(now -> isAt(now, last)).isPresent() ? last : -1;
    }

    private boolean isAt(Moment now, int operation) {
        return now.phase() == phase
                && now.part().equals(shownWith())
                && now.operation().equals(played.operations().get(operation));
    }

    private String shownWith() {
        return pass.equals(Schedule.TOTAL) ? ReadOut.KEY : pass;
    }

    Progress progress(Playhead playhead) {
        if (lit(playhead) >= 0) {
            return Progress.LIT;
        }
        int done = playhead.done(phase, pass, playhead.step());
        return done >= first + played.operations().size() ? Progress.DONE : Progress.TO_COME;
    }

    /** Stops wherever this line has computed its quantity. */
    OnOperation breakpoint() {
        return new OnOperation(phase, shownWith(), played.quantity(), true);
    }

    /** The playhead after this line at the step that is shown. */
    Playhead playedAt(Playhead playhead) {
        return playhead.atOperation(
                phase, pass, playhead.step(), first + played.operations().size() - 1);
    }
}
