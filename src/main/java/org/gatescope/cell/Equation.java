package org.gatescope.cell;

import java.util.List;
import java.util.Map;
import org.gatescope.cell.Expression.Binary;

/**
 * A line as it was read, with the columns of its nodes (by identity: equal nodes may stand in several places).
 *
 * @param target what it defines, with its prime where it is a state's new value
 * @param column where the target stands
 * @param dotted products that were written with a dot or a cross
 * @param joined products with values side by side
 */
record Equation(
        String target,
        Expression expression,
        SourceLine line,
        int column,
        Map<Expression, Integer> columns,
        List<Binary> dotted,
        List<Joined> joined) {

    /**
     * {@code [h, x] @ W}: values side by side, times one matrix. It is read as {@code h @ W.h + x @ W.x}.
     *
     * @param blocks what the blocks of the matrix's rows are called, from the top
     * @param whole  the sum that it is read as
     */
    record Joined(String matrix, List<String> blocks, Expression whole) {}

    int columnOf(Expression node) {
        return columns.getOrDefault(node, column);
    }

    CellException error(Expression node, String key, Object... arguments) {
        return new CellException(line, columnOf(node), key, arguments);
    }

    CellException errorAtTarget(String key, Object... arguments) {
        return new CellException(line, column, key, arguments);
    }
}
