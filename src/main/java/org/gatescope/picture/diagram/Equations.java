package org.gatescope.picture.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;

/**
 * The equations of a part of a network, as its diagram takes them.
 *
 * @param entries what comes in, from the bottom up
 * @param exits   quantities that go on
 */
public record Equations(List<Assignment> statements, List<String> entries, List<String> exits, Set<String> parameters) {
    /** Of what has none. */
    public static final Equations NONE = new Equations(List.of(), List.of(), List.of(), Set.of());

    /** Of a layer's direction: states and input come in, the states after the step go on. */
    public static Equations of(Cell cell) {
        List<String> entries = new ArrayList<>(cell.states());
        entries.add(Cell.INPUT);
        return new Equations(
                cell.statements(),
                List.copyOf(entries),
                cell.states().stream().map(Cell::after).toList(),
                cell.parameters().keySet());
    }
}
