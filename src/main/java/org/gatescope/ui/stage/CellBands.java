package org.gatescope.ui.stage;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.gatescope.session.Run;

/** Runs of several cells on one input, whose lanes stand above one another in the place of those of the shown run alone. */
public final class CellBands {
    private final ObjectProperty<List<Band>> bands = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Set<BandKind>> kinds =
            new SimpleObjectProperty<>(Set.of(BandKind.GATES, BandKind.STATES, BandKind.FLOW));

    private Consumer<String> onTake = name -> {};

    /**
     * @param name of the cell, no other band's
     * @param run  through that cell; empty for the run that is shown
     */
    public record Band(String name, Optional<Run> run) {}

    /** From top to bottom; none to show the lanes of the shown run as always. */
    public ObjectProperty<List<Band>> bands() {
        return bands;
    }

    /** Which lanes each of them has. */
    public ReadOnlyObjectProperty<Set<BandKind>> kinds() {
        return kinds;
    }

    /** @param action told of the band whose cell the session is to go on with */
    public void setOnTake(Consumer<String> action) {
        onTake = action;
    }

    void take(String band) {
        onTake.accept(band);
    }

    /** Shows lanes of a kind in all bands, or not. */
    public void show(BandKind kind, boolean isWanted) {
        Set<BandKind> changed = EnumSet.noneOf(BandKind.class);
        changed.addAll(kinds.get());
        if (isWanted) {
            changed.add(kind);
        } else {
            changed.remove(kind);
        }
        kinds.set(Set.copyOf(changed));
    }
}
