package org.gatescope.cell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Power;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.RowSum;
import org.gatescope.cell.Expression.Transpose;

/** The names in expressions. */
public final class Names {
    private Names() {}

    /** Every occurrence, from left to right. */
    public static List<Name> in(Expression expression) {
        List<Name> names = new ArrayList<>();
        collect(expression, names);
        return names;
    }

    private static void collect(Expression expression, List<Name> names) {
        if (expression instanceof Name name) {
            names.add(name);
        }
        for (Expression operand : operands(expression)) {
            collect(operand, names);
        }
    }

    /** What a node is made from, from left to right. */
    public static List<Expression> operands(Expression expression) {
        return switch (expression) {
            case Name name -> List.of();
            case Number number -> List.of();
            case Binary(Expression.Operator operator, Expression left, Expression right) -> List.of(left, right);
            case Product(Expression left, Expression right) -> List.of(left, right);
            case Negate(Expression argument) -> List.of(argument);
            case Power(Expression base, double exponent) -> List.of(base);
            case Apply(Function function, Expression argument) -> List.of(argument);
            case Transpose(Expression argument) -> List.of(argument);
            case RowSum(Expression argument) -> List.of(argument);
            case Combine(Combination combination, List<Expression> arguments) -> arguments;
            case Call(RowFunction function, List<Expression> arguments) -> arguments;
        };
    }

    /** The shortest chain of lines by which {@code from} uses {@code to}, both ends included; empty if it does not. */
    static List<String> path(Equation from, String to, Map<String, Equation> all) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<Equation> open = new ArrayDeque<>(List.of(from));
        cameFrom.put(from.target(), "");
        while (!open.isEmpty()) {
            Equation equation = open.remove();
            if (equation.target().equals(to)) {
                return trace(to, cameFrom);
            }
            for (Name name : in(equation.expression())) {
                Equation next = all.get(name.text());
                if (next != null && cameFrom.putIfAbsent(name.text(), equation.target()) == null) {
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<String> trace(String to, Map<String, String> cameFrom) {
        LinkedList<String> names = new LinkedList<>();
        for (String name = to; !name.isEmpty(); name = cameFrom.getOrDefault(name, "")) {
            names.addFirst(name);
        }
        return names;
    }
}
