package org.gatescope.cell;

import java.util.List;

/**
 * What a breakpoint asks of a part's numbers at a time step, such as {@code max(f) > 0.9 and any nan}. A comparison of
 * vectors holds if it holds for one unit.
 */
public sealed interface Condition {
    /** {@code left < right}. */
    record Compare(Relation relation, Expression left, Expression right) implements Condition {}

    /** {@code nan(c)}: one unit of it is so. */
    record Has(Flaw flaw, Expression expression) implements Condition {}

    /** {@code any nan}: the quantity that has just been computed has one. */
    record Any(Flaw flaw) implements Condition {}

    record And(Condition left, Condition right) implements Condition {}

    record Or(Condition left, Condition right) implements Condition {}

    record Not(Condition condition) implements Condition {}

    /** What a number can be that is none to go on with. */
    enum Flaw {
        NAN,
        INF;

        /** True if a number has this flaw. */
        public boolean test(double value) {
            return this == NAN ? Double.isNaN(value) : Double.isInfinite(value);
        }
    }

    /**
     * Reads a condition.
     *
     * @throws CellException if it is none
     */
    static Condition parse(String text) {
        return new ConditionParser(text).condition();
    }

    /** The expressions in it, from left to right. */
    default List<Expression> expressions() {
        return switch (this) {
            case Compare(Relation relation, Expression left, Expression right) -> List.of(left, right);
            case Has(Flaw flaw, Expression expression) -> List.of(expression);
            case Any any -> List.of();
            case And(Condition left, Condition right) -> joined(left, right);
            case Or(Condition left, Condition right) -> joined(left, right);
            case Not(Condition condition) -> condition.expressions();
        };
    }

    /** True if it asks about whatever is computed. */
    default boolean asksAny() {
        return switch (this) {
            case Compare compare -> false;
            case Has has -> false;
            case Any any -> true;
            case And(Condition left, Condition right) -> left.asksAny() || right.asksAny();
            case Or(Condition left, Condition right) -> left.asksAny() || right.asksAny();
            case Not(Condition condition) -> condition.asksAny();
        };
    }

    private static List<Expression> joined(Condition left, Condition right) {
        List<Expression> all = new java.util.ArrayList<>(left.expressions());
        all.addAll(right.expressions());
        return all;
    }
}
