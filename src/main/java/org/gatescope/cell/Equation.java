package org.gatescope.cell;

import java.util.Map;

/**
 * A line as it was read, with the columns of its nodes (by identity: equal nodes may stand in several places).
 *
 * @param target what it defines, with its prime where it is a state's new value
 * @param column where the target stands
 */
record Equation(String target, Expression expression, SourceLine line, int column, Map<Expression, Integer> columns) {

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
