package org.gatescope.engine.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Names;
import org.gatescope.cell.QuantityName;

/** Tells what can be computed for all steps at once, as no state before the step is in it. */
final class StateDependence {
    private final Set<String> parallel = new HashSet<>();

    StateDependence(Cell cell) {
        parallel.add(Cell.INPUT);
        parallel.addAll(cell.parameters().keySet());
        for (Assignment statement : cell.statements()) {
            if (isParallel(statement.expression())) {
                parallel.add(statement.name());
            }
        }
    }

    /** True if a quantity is the same whatever the states are. */
    boolean isParallel(String quantity) {
        return parallel.contains(quantity);
    }

    /** True if all names in an expression are. */
    boolean isParallel(Expression expression) {
        return Names.in(expression).stream().allMatch(name -> parallel.contains(name.text()));
    }

    /** True if a gradient is in it. */
    static boolean hasGradient(Expression expression) {
        List<Name> names = Names.in(expression);
        return names.stream().anyMatch(name -> QuantityName.isGradient(name.text()));
    }
}
