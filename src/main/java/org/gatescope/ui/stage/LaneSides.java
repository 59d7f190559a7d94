package org.gatescope.ui.stage;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.gatescope.ui.lane.ComparedSide;

/** Which of two runs each lane shows: one choice for all of them, and other ones for single lanes. */
public final class LaneSides {
    private final ReadOnlyObjectWrapper<ComparedSide> all = new ReadOnlyObjectWrapper<>(ComparedSide.THIS);
    private final Map<String, ComparedSide> single = new HashMap<>();
    private final Runnable onChange;

    /** @param onChange told of each choice */
    LaneSides(Runnable onChange) {
        this.onChange = onChange;
    }

    /** What was chosen for all lanes. */
    public ReadOnlyObjectProperty<ComparedSide> all() {
        return all.getReadOnlyProperty();
    }

    /** Chooses for all lanes, those included for which something else was chosen. */
    public void chooseForAll(ComparedSide side) {
        single.clear();
        all.set(side);
        onChange.run();
    }

    void choose(String lane, ComparedSide side) {
        single.put(lane, side);
        onChange.run();
    }

    ComparedSide of(String lane) {
        return single.getOrDefault(lane, all.get());
    }
}
