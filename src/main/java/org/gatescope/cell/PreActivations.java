package org.gatescope.cell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Number;

/** Gives the argument of an activation a name of its own: {@code f = sigmoid(f.pre)}. */
public final class PreActivations {
    private PreActivations() {}

    /**
     * Splits each line that is a function of more than a name. A line keeps its form where the cell uses the name
     * {@code LINE.pre} itself.
     *
     * @param others the cell's names that are no lines: states and parameters
     */
    static List<Assignment> split(List<Assignment> lines, Collection<String> others) {
        Set<String> taken = new HashSet<>(others);
        lines.forEach(line -> taken.add(line.name()));
        List<Assignment> statements = new ArrayList<>();
        for (Assignment line : lines) {
            String pre = QuantityName.preActivation(line.name());
            Optional<Expression> argument = argument(line.expression());
            if (argument.isPresent()
                    && !(argument.get() instanceof Name)
                    && !(argument.get() instanceof Number)
                    && taken.add(pre)) {
                statements.add(new Assignment(pre, argument.get()));
                statements.add(new Assignment(line.name(), of(line.expression(), new Name(pre))));
            } else {
                statements.add(line);
            }
        }
        return statements;
    }

    /** What an activation is a function of; empty for what is none. */
    public static Optional<Expression> argument(Expression activation) {
        return switch (activation) {
            case Apply(Function function, Expression argument) -> Optional.of(argument);
            case Combine(Combination combination, List<Expression> arguments)
            when combination == Combination.LEAKY_RELU -> Optional.of(arguments.getFirst());
            default -> Optional.empty();
        };
    }

    private static Expression of(Expression activation, Name pre) {
        return activation instanceof Combine(Combination combination, List<Expression> arguments)
                ? new Combine(combination, List.of(pre, arguments.getLast()))
                : new Apply(((Apply) activation).function(), pre);
    }
}
