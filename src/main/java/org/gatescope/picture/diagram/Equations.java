package org.gatescope.picture.diagram;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Loss;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.session.Session;

/**
 * The equations of a part of a network, as its diagram takes them.
 *
 * @param entries what comes in, from the bottom up
 * @param exits   quantities that go on
 */
record Equations(List<Assignment> statements, List<String> entries, List<String> exits, Set<String> parameters) {
    static Equations of(Cell cell) {
        List<String> entries = new ArrayList<>(cell.states());
        entries.add(Cell.INPUT);
        return new Equations(
                cell.statements(),
                List.copyOf(entries),
                cell.states().stream().map(Cell::after).toList(),
                cell.parameters().keySet());
    }

    /** @param part key of a layer's direction, of the read-out, or of the embedding; without equations it gives none */
    static Equations of(Session session, String part) {
        if (part.equals(ReadOut.KEY) && session.objective().isPresent()) {
            ReadOut readOut = session.network().readOut().orElseThrow();
            Loss loss = session.objective().orElseThrow().loss();
            return new Equations(
                    ReadOutEquations.statements(readOut, loss),
                    List.of(ReadOutEquations.INPUT, ReadOutEquations.TARGET),
                    List.of(ReadOutEquations.LOSS),
                    new LinkedHashSet<>(List.of("W", "b")));
        }
        if (part.equals(Embedding.KEY) && session.network().embedding().isPresent()) {
            return new Equations(Embedding.statements(), List.of(Embedding.TOKEN), List.of(Cell.INPUT), Set.of("E"));
        }
        return session.part(part)
                .map(layer -> of(layer.layer().cell()))
                .orElse(new Equations(List.of(), List.of(), List.of(), Set.of()));
    }
}
