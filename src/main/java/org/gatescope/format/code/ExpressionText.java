package org.gatescope.format.code;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gatescope.cell.Expression;

/** Expressions in the language of a program. */
interface ExpressionText {
    /** An expression whose names are written as told. */
    String of(Expression expression, UnaryOperator<String> names);

    /** A function of the language, or of the program, called. @param arguments as they stand in the program */
    String call(String word, List<String> arguments);

    /** The shortest digits that give the same double; whole numbers without a point. Not for NaN. */
    static String number(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e9 && (value != 0 || 1 / value > 0);
        return isWhole ? Long.toString((long) value) : Double.toString(value).replace('E', 'e');
    }
}
