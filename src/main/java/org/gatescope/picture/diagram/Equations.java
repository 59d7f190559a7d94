package org.gatescope.picture.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.ShownNames;

/**
 * The equations of a part of a network, as its diagram takes them.
 *
 * @param entries what comes in, from the bottom up
 * @param exits   quantities that go on
 * @param names   as they are read
 */
public record Equations(
        List<Assignment> statements,
        List<String> entries,
        List<String> exits,
        Set<String> parameters,
        ShownNames names) {
    /** Of what has none. */
    public static final Equations NONE = new Equations(List.of(), List.of(), List.of(), Set.of(), ShownNames.OWN);

    /** Of a layer's direction: states and input come in, the states after the step go on. */
    public static Equations of(Cell cell) {
        return of(cell, ShownNames.OWN);
    }

    /** @param names as they are read */
    public static Equations of(Cell cell, ShownNames names) {
        List<String> entries = new ArrayList<>(cell.states());
        entries.add(Cell.INPUT);
        return new Equations(
                cell.statements(),
                List.copyOf(entries),
                cell.states().stream().map(Cell::after).toList(),
                cell.parameters().keySet(),
                names);
    }
}
