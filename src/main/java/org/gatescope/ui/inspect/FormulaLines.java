package org.gatescope.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Combination;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Row;
import org.gatescope.cell.Formula.Script;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;
import org.gatescope.cell.Function;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.Factor;
import org.gatescope.explain.Group;
import org.gatescope.explain.OuterFunction;
import org.gatescope.explain.Rounding;
import org.gatescope.explain.Term;

/** The formula of a number in symbols and in numbers, in pieces between which a line may end. */
public final class FormulaLines {
    /** More groups than these are left to the list of terms. */
    private static final int MOST = 8;

    private FormulaLines() {}

    /** {@code = σ(}, {@code x₃ W[·, 2]}, {@code + b[2]}, {@code )}. */
    public static List<Formula> symbols(Explanation why) {
        List<Formula> pieces = new ArrayList<>();
        for (Group group : why.groups()) {
            pieces.add(signed(isNegative(group), symbol(group), isFirst(why, pieces)));
        }
        return within(why.outer(), pieces);
    }

    private static boolean isNegative(Group group) {
        return group.terms().size() == 1 ? group.terms().getFirst().negative() : group.negative();
    }

    /** A group of one term is that term, whose factors can be told apart. */
    private static Formula symbol(Group group) {
        return group.terms().size() == 1 ? group.terms().getFirst().symbol() : group.symbol();
    }

    /** The same with its numbers: of a product of matrices what it comes to. */
    public static List<Formula> numbers(Explanation why) {
        List<Formula> pieces = new ArrayList<>();
        for (Group group : why.groups()) {
            Optional<Double> whole = whole(group);
            pieces.add(whole.map(total ->
                            signed(total < 0, number(why.figures().term(Math.abs(total))), isFirst(why, pieces)))
                    .orElseGet(() ->
                            signed(isNegative(group), numbers(group.terms().getFirst()), isFirst(why, pieces))));
        }
        return within(why.outer(), pieces);
    }

    /** What is written as one number; empty for a product of several. */
    private static Optional<Double> whole(Group group) {
        boolean isProduct =
                group.terms().size() == 1 && group.terms().getFirst().factors().size() > 1;
        return isProduct ? Optional.empty() : Optional.of(group.total());
    }

    private static Formula numbers(Term term) {
        List<Formula> parts = new ArrayList<>();
        for (Factor factor : term.factors()) {
            String text = factor.written();
            if (!parts.isEmpty()) {
                parts.add(operator(factor.divides() ? "/" : "·"));
            }
            parts.add(number(text.startsWith("−") ? "(" + text + ")" : text));
        }
        return new Row(parts);
    }

    /** True for a piece that has no sign of an addend before it. */
    private static boolean isFirst(Explanation why, List<Formula> before) {
        return before.isEmpty() || why.outer() instanceof OuterFunction.Combined;
    }

    private static Formula signed(boolean negative, Formula formula, boolean isFirst) {
        if (isFirst) {
            return negative ? new Row(List.of(fence("−"), formula)) : formula;
        }
        return new Row(List.of(operator(negative ? "−" : "+"), operator("\u2009"), formula));
    }

    /** The values of a function with what stands between them: a comma, or the sign of a comparison. */
    private static List<Formula> separated(Combination combination, List<Formula> values) {
        String separator = combination.isComparison() ? "\u2009" + combination.symbol() : ",";
        List<Formula> pieces = new ArrayList<>();
        for (Formula value : values) {
            boolean isLast = pieces.size() == values.size() - 1;
            pieces.add(isLast ? value : new Row(List.of(value, fence(separator))));
        }
        return pieces;
    }

    private static List<Formula> within(OuterFunction outer, List<Formula> all) {
        if (outer instanceof OuterFunction.Combined(Combination combination) && !all.isEmpty()) {
            return enclosed(outer, separated(combination, all));
        }
        List<Formula> pieces = all.size() > MOST ? new ArrayList<>(all.subList(0, MOST)) : new ArrayList<>(all);
        if (all.size() > MOST) {
            pieces.add(operator("+ …"));
        }
        return pieces.isEmpty() ? pieces : enclosed(outer, pieces);
    }

    private static List<Formula> enclosed(OuterFunction outer, List<Formula> pieces) {
        Formula before = before(outer);
        pieces.set(0, new Row(List.of(operator("="), operator("\u2002"), before, pieces.getFirst())));
        Formula after = after(outer);
        if (!after.equals(Formula.EMPTY)) {
            pieces.set(pieces.size() - 1, new Row(List.of(pieces.getLast(), after)));
        }
        return pieces;
    }

    private static Formula before(OuterFunction outer) {
        return switch (outer) {
            case OuterFunction.Sum() -> Formula.EMPTY;
            case OuterFunction.Applied(Function function) -> call(function.symbol());
            case OuterFunction.Combined(Combination combination) ->
                combination.isComparison() ? Formula.EMPTY : call(combination.word());
            case OuterFunction.Raised(double exponent) -> fence("(");
            case OuterFunction.Root() -> call("√");
            case OuterFunction.LogSumExp() -> call("log ∑ exp");
        };
    }

    private static Formula after(OuterFunction outer) {
        return switch (outer) {
            case OuterFunction.Sum() -> Formula.EMPTY;
            case OuterFunction.Combined(Combination combination) when combination.isComparison() -> Formula.EMPTY;
            case OuterFunction.Raised(double exponent) ->
                new Script(fence(")"), Formula.EMPTY, number(Rounding.factor(exponent)));
            default -> fence(")");
        };
    }

    private static Formula call(String word) {
        return new Row(List.of(new Symbol(word, Style.FUNCTION), fence("(")));
    }

    private static Formula fence(String text) {
        return new Symbol(text, Style.FENCE);
    }

    public static Formula number(String text) {
        return new Symbol(text, Style.NUMBER);
    }

    public static Formula operator(String text) {
        return new Symbol(text, Style.OPERATOR);
    }

    /** All pieces as one line. */
    public static Formula line(List<Formula> pieces) {
        List<Formula> parts = new ArrayList<>();
        pieces.forEach(piece -> {
            parts.add(piece);
            parts.add(operator(" "));
        });
        return new Row(parts);
    }
}
