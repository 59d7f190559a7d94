package org.gatescope.ui.lesson;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.cell.CellException;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Mathematics;
import org.gatescope.cell.SymbolName;
import org.gatescope.cell.WatchedExpression;

/** Formulas of a text: in the language of cells, where {@code h_2} is h with a subscript; all else is set as it is written. */
final class LessonFormula {
    private static final String DERIVATIVE = "∂L/∂";
    private static final Pattern SUBSCRIPT = Pattern.compile("(\\p{L}[\\p{L}']*)_(\\w+)");
    private static final Pattern EQUATION = Pattern.compile("([\\p{L}][\\w.']*) = (.*)");

    private LessonFormula() {}

    static Formula of(String written) {
        if (written.startsWith(DERIVATIVE)) {
            return Formula.derivative(name(written.substring(DERIVATIVE.length())));
        }
        try {
            Matcher equation = EQUATION.matcher(written);
            return equation.matches()
                    ? new Formula.Row(List.of(
                            name(equation.group(1)),
                            new Formula.Symbol("=", Formula.Style.OPERATOR),
                            expression(equation.group(2))))
                    : expression(written);
        } catch (CellException e) {
            return new Formula.Symbol(written, Formula.Style.QUANTITY);
        }
    }

    private static Formula expression(String written) {
        return Mathematics.of(WatchedExpression.parse(written).expression(), LessonFormula::name);
    }

    private static Formula name(String name) {
        Matcher subscript = SUBSCRIPT.matcher(name);
        return subscript.matches()
                ? new Formula.Script(
                        SymbolName.of(subscript.group(1)),
                        new Formula.Symbol(subscript.group(2), Formula.Style.NUMBER),
                        Formula.EMPTY)
                : SymbolName.of(name);
    }
}
