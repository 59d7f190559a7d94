package org.gatescope.cell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Number;

/** Gives the argument of an activation a name of its own: {@code f = sigmoid(f.pre)}. */
final class PreActivations {
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
            if (line.expression() instanceof Apply(Function function, Expression argument)
                    && !(argument instanceof Name)
                    && !(argument instanceof Number)
                    && taken.add(pre)) {
                statements.add(new Assignment(pre, argument));
                statements.add(new Assignment(line.name(), new Apply(function, new Name(pre))));
            } else {
                statements.add(line);
            }
        }
        return statements;
    }
}
