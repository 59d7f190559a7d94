package org.gatescope.lesson;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.mistakes.MistakenRun;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;

/**
 * A way to a goal: what is changed of a session.
 *
 * @param numbers         that stand in tables, and what each is set to
 * @param cell            of the first layer; empty where it stays
 * @param withoutMistakes whether those that are made on purpose are switched off
 */
public record Solution(Map<Given, Double> numbers, Optional<List<String>> cell, boolean withoutMistakes) {
    /** Where nothing is to be done. */
    public static final Solution NONE = new Solution(Map.of(), Optional.empty(), false);

    public Solution {
        numbers = Map.copyOf(numbers);
        cell = cell.map(List::copyOf);
    }

    /** Whether there is one. */
    public boolean isThere() {
        return !equals(NONE);
    }

    /**
     * The session with it.
     *
     * @throws IllegalArgumentException  if the cell is none or the session does not have these numbers
     * @throws IndexOutOfBoundsException likewise
     */
    public Session of(Session session) {
        Session changed = cell.map(lines -> withCell(session, parsed(lines))).orElse(session);
        for (Map.Entry<Given, Double> number : numbers.entrySet()) {
            Given given = number.getKey();
            double value = number.getValue();
            changed = changed.edit(given.table(), table -> table.with(given.row(), given.column(), value));
        }
        return withoutMistakes
                ? changed.withMistakes(new MistakenRun(
                        EnumSet.noneOf(Mistake.class), changed.mistakes().update()))
                : changed;
    }

    /** The network with its cell, before any of its tables is made. @throws IllegalArgumentException if the cell is none */
    public Network network(Session session) {
        Network network = session.network();
        if (cell.isEmpty()) {
            return network;
        }
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.set(0, layers.getFirst().withCell(parsed(cell.get())));
        return new Network(network.inputs(), network.embedding(), layers, network.readOut());
    }

    private static Cell parsed(List<String> lines) {
        return Cell.parse(String.join("\n", lines));
    }

    private static Session withCell(Session session, Cell cell) {
        return Reshape.withLayer(
                        session, 0, session.network().layers().getFirst().withCell(cell))
                .change()
                .session();
    }
}
