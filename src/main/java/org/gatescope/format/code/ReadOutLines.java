package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Loss;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;

/**
 * Read-out and loss of all rows as lines of a program.
 *
 * @param line    sets a name to an expression
 * @param counted sets a gradient to zeros where a row counts nothing
 */
record ReadOutLines(
        ReadOut readOut,
        Loss loss,
        BiFunction<String, Expression, List<String>> line,
        BiFunction<String, String, List<String>> counted) {

    /** From {@code h} to {@code loss}. */
    String forward() {
        List<String> lines = new ArrayList<>();
        ReadOutEquations.statements(readOut, loss)
                .forEach(statement -> lines.addAll(line.apply(statement.name(), expanded(statement.expression()))));
        return String.join("\n", lines);
    }

    /** A loss is written as what it means. */
    private Expression expanded(Expression expression) {
        return expression instanceof Call(Loss.Kind kind, List<Expression> arguments)
                ? kind.meaning(arguments, readOut.outputs()).orElseThrow()
                : expression;
    }

    /** From the loss to {@code d_h} and the gradients of the parameters. */
    String backward() {
        List<String> lines = new ArrayList<>();
        ReadOutEquations.adjoints(readOut, loss).forEach(adjoint -> {
            String target = named(Cell.gradient(adjoint.target()));
            lines.addAll(line.apply(target, adjoint.share()));
            if (adjoint.source().equals(ReadOutEquations.LOSS)) {
                lines.addAll(counted.apply(target, "weight"));
            }
        });
        return String.join("\n", lines);
    }

    /** {@code d_z} of {@code d.z}. */
    static String named(String name) {
        return QuantityName.isGradient(name) ? "d_" + QuantityName.base(name) : name;
    }
}
