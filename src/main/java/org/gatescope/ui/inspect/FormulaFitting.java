package org.gatescope.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Row;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;
import org.gatescope.ui.formula.FormulaView;

/** Formulas that are too wide for the panel: broken before their operators, or shortened. */
final class FormulaFitting {
    private static final Formula REST = new Symbol("(…)", Style.FENCE);

    private FormulaFitting() {}

    /** A formula as views of which none is wider than the room. */
    static List<FormulaView> broken(Formula formula, double size, double room) {
        FormulaView whole = new FormulaView(formula, size);
        if (whole.prefWidth(-1) <= room) {
            return List.of(whole);
        }
        List<FormulaView> views = new ArrayList<>();
        for (Formula piece : pieces(formula)) {
            views.add(shortened(piece, size, room));
        }
        return views;
    }

    /** From one operator to the next. */
    private static List<Formula> pieces(Formula formula) {
        List<Formula> pieces = new ArrayList<>();
        List<Formula> current = new ArrayList<>();
        for (Formula part : flat(formula)) {
            boolean isOperator =
                    part instanceof Symbol(String text, Style style) && style == Style.OPERATOR && !text.isBlank();
            boolean hasOperand = current.stream().anyMatch(FormulaFitting::isOperand);
            if (isOperator && hasOperand) {
                pieces.add(new Row(current));
                current = new ArrayList<>();
            }
            current.add(part);
        }
        pieces.add(new Row(current));
        return pieces;
    }

    private static boolean isOperand(Formula part) {
        return !(part instanceof Symbol(String text, Style style)) || (style != Style.OPERATOR && style != Style.FENCE);
    }

    private static List<Formula> flat(Formula formula) {
        if (!(formula instanceof Row(List<Formula> parts))) {
            return List.of(formula);
        }
        return parts.stream().flatMap(part -> flat(part).stream()).toList();
    }

    /** {@code tanh(…)} where it does not fit. */
    static FormulaView shortened(Formula formula, double size, double room) {
        FormulaView whole = new FormulaView(formula, size);
        if (whole.prefWidth(-1) <= room) {
            return whole;
        }
        boolean isFunction = !flat(formula).isEmpty()
                && flat(formula).getFirst() instanceof Symbol(String text, Style style)
                && style == Style.FUNCTION;
        Formula brief = isFunction ? new Row(List.of(flat(formula).getFirst(), REST)) : REST;
        FormulaView view = new FormulaView(brief, size);
        return view.prefWidth(-1) <= room ? view : new FormulaView(REST, size);
    }
}
