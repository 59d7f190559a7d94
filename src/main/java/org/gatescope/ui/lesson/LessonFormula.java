package org.gatescope.ui.lesson;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.cell.CellException;
import org.gatescope.cell.Convention;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Mathematics;
import org.gatescope.cell.QuantityName;
import org.gatescope.cell.ShownNames;
import org.gatescope.cell.WatchedExpression;

/** Formulas of a text: in the language of cells, where {@code h_2} is h with a subscript; all else is set as it is written. */
public record LessonFormula(ShownNames names) {
    private static final String DERIVATIVE = "∂L/∂";
    private static final String STEP = "\\d{1,9}";
    private static final Pattern SUBSCRIPT = Pattern.compile("(\\p{L}[\\p{L}']*)_(\\w+)");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}_.']*");
    private static final Pattern EQUATION = Pattern.compile("([\\p{L}][\\w.']*) = (.*)");

    /** What stands between backticks, set. */
    public Formula of(String written) {
        if (written.startsWith(DERIVATIVE)) {
            return Formula.derivative(name(written.substring(DERIVATIVE.length())));
        }
        if (NAME.matcher(written).matches()) {
            return name(written);
        }
        try {
            Matcher equation = EQUATION.matcher(written);
            return equation.matches()
                    ? new Formula.Row(List.of(
                            within(equation.group(1)),
                            new Formula.Symbol("=", Formula.Style.OPERATOR),
                            equation.group(1).equals("t") ? step(equation.group(2)) : expression(equation.group(2))))
                    : expression(written);
        } catch (CellException e) {
            return new Formula.Symbol(written, Formula.Style.QUANTITY);
        }
    }

    private Formula expression(String written) {
        return Mathematics.of(WatchedExpression.parse(written).expression(), this::within);
    }

    /** A name in an equation, which may say its step. */
    private Formula within(String name) {
        return SUBSCRIPT.matcher(name).matches() ? name(name) : names.within(name);
    }

    private Formula name(String name) {
        Matcher subscript = SUBSCRIPT.matcher(name);
        if (!subscript.matches()) {
            return QuantityName.isAfter(name) ? names.within(name) : names.symbol(name);
        }
        Formula symbol = names.symbol(subscript.group(1));
        String below = subscript.group(2);
        return below.matches(STEP)
                ? names.at(symbol, step(below))
                : new Formula.Script(symbol, new Formula.Symbol(below, Formula.Style.NUMBER), Formula.EMPTY);
    }

    /** Lessons are written with steps from 0. */
    private static Formula step(String written) {
        String shown = written.matches(STEP) ? String.valueOf(Convention.counted(Integer.parseInt(written))) : written;
        return new Formula.Symbol(shown, Formula.Style.NUMBER);
    }
}
