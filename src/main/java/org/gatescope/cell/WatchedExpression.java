package org.gatescope.cell;

/**
 * What a watch follows: an expression over a part's numbers, with functions over units, such as {@code norm(d.c)}.
 *
 * @param text as it was typed
 */
public record WatchedExpression(String text, Expression expression) {
    /**
     * Reads an expression.
     *
     * @throws CellException if it is none
     */
    public static WatchedExpression parse(String text) {
        return new WatchedExpression(text, new ConditionParser(text).measure());
    }
}
