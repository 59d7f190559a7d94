package org.gatescope.ui.lab;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.mistakes.Mistakes;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/** The switches of all mistakes, wherever they stand in the window. Which ones are possible is asked once per cell. */
public final class MistakeSwitches {
    private static final Texts TEXTS = Texts.of(MistakeSwitches.class);

    private final Workbench workbench;
    /** What is possible in each cell of the network that was asked about last. */
    private final Map<Cell, Set<Mistake>> ofCells = new HashMap<>();

    private Set<Mistake> possible = Set.of();
    private @Nullable Session asked;

    /** @param workbench whose session the mistakes are switched in */
    public MistakeSwitches(Workbench workbench) {
        this.workbench = workbench;
    }

    /** True if the session is run with a mistake. */
    public boolean isOn(Mistake mistake) {
        return workbench.session().get().mistakes().mistakes().contains(mistake);
    }

    /** False where no cell of the network has a line that the mistake could change. */
    public boolean isPossible(Mistake mistake) {
        Session session = workbench.session().get();
        if (asked == null || !asked.hasNetworkOf(session)) {
            asked = session;
            ask(session.network().layers().stream().map(Layer::cell).collect(Collectors.toSet()));
        }
        return possible.contains(mistake);
    }

    private void ask(Set<Cell> cells) {
        ofCells.keySet().retainAll(cells);
        cells.forEach(cell -> ofCells.computeIfAbsent(cell, Mistakes::possible));
        possible = ofCells.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Makes a mistake, or mends it, as one step that can be undone. */
    public void set(Mistake mistake, boolean on) {
        String label = TEXTS.get(on ? "mistake.on" : "mistake.off", mistake.title());
        workbench.edit(label, session -> session.withMistake(mistake, on));
    }
}
