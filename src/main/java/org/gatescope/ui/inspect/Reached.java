package org.gatescope.ui.inspect;

import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.PartKey;
import org.gatescope.engine.ReadOut;
import org.gatescope.explain.NumberId;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.TableId;

/** Whether the playhead has come to a number. */
final class Reached {
    private Reached() {}

    static boolean is(Playhead playhead, NumberId id) {
        return switch (id) {
            case NumberId.OfStep(String part, Expression node, int step, int row, int column) ->
                node instanceof Name(String name)
                        ? isName(playhead, part, name, step)
                        : isReached(playhead, GoThere.phase(part, node), part, step);
            case NumberId.Norm(String part, String name, int step, int sequence) -> isName(playhead, part, name, step);
            case NumberId.Given given -> true;
            case NumberId.GradientOfGiven(TableId table, int row, int column) ->
                table instanceof TableId.Parameter(FullName name)
                        ? playhead.hasGradient(name.part(), Cell.gradient(name.local()))
                        : playhead.isAtEnd();
            case NumberId.Loss() -> playhead.position() >= playhead.schedule().start(Phase.BACKWARD);
            case NumberId.JacobianNorm(String part, String state, int sequence, int later, int earlier) ->
                isName(playhead, part, Cell.after(state), later);
        };
    }

    private static boolean isName(Playhead playhead, String part, String name, int step) {
        if (name.equals(Cell.INPUT) && isData(playhead, part)) {
            return true;
        }
        boolean arrives = Arrivals.isFromNextStep(name) || name.equals(Arrivals.UPSTREAM.text());
        if (arrives) {
            return isReached(playhead, Phase.BACKWARD, part, step);
        }
        int shown = part.equals(ReadOut.KEY) ? step : Math.max(0, step);
        return QuantityName.isGradient(name)
                ? playhead.computedGradients(part, name).contains(shown)
                : playhead.computedValues(part, name).contains(shown);
    }

    /** What the lowest layer reads is there from the start, unless an embedding makes it. */
    private static boolean isData(Playhead playhead, String part) {
        return PartKey.read(part).filter(key -> key.layer() == 0).isPresent()
                && playhead.schedule().operations(Phase.FORWARD, Embedding.KEY).isEmpty();
    }

    private static boolean isReached(Playhead playhead, Phase phase, String part, int step) {
        return playhead.atStep(phase, part, step).position() <= playhead.position();
    }
}
