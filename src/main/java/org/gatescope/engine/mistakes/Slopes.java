package org.gatescope.engine.mistakes;

import org.gatescope.cell.Cell;
import org.gatescope.cell.ChainRule;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.NameMoment;
import org.gatescope.cell.Rewriting;

/** Chain rules that take a function's slope in the wrong place. */
final class Slopes {
    private Slopes() {}

    /** f′(f(a)) instead of f′(a). */
    static ChainRule atOutput(ChainRule rule) {
        return (function, upstream, argument, value) ->
                rule.pass(function, upstream, value, new Apply(function, value));
    }

    /** f′(a[T-1]) instead of f′(a[t]). */
    static ChainRule atLastStep(ChainRule rule, Cell cell) {
        return (function, upstream, argument, value) ->
                rule.pass(function, upstream, atLastStep(argument, cell), atLastStep(value, cell));
    }

    /** The expression with the last step's quantities in place of this step's; parameters are the same in all steps. */
    static Expression atLastStep(Expression expression, Cell cell) {
        return Rewriting.names(
                expression,
                name -> cell.widths().containsKey(name.text()) ? NameMoment.LAST_STEP.of(name.text()) : name);
    }
}
