package org.gatescope.picture.lane;

import java.util.ArrayList;
import java.util.List;

/** Which squares of a lane show another number than before. */
public final class LaneChanges {
    private LaneChanges() {}

    /**
     * Those in view that are computed, of a lane of the same size.
     *
     * @param lane its id
     */
    public static List<Square> between(String lane, LaneContent before, LaneContent now, TimeAxis axis) {
        List<Square> changed = new ArrayList<>();
        if (before.steps() != now.steps() || before.units() != now.units()) {
            return changed;
        }
        int from = Math.max(axis.firstVisible(), now.computedFrom());
        int to = Math.min(axis.endVisible(), now.computedTo());
        for (int t = from; t < to; t++) {
            for (int unit = 0; now.has(t) && unit < now.units(); unit++) {
                if (!before.has(t) || Double.compare(before.value(t, unit), now.value(t, unit)) != 0) {
                    changed.add(new Square(lane, t, unit));
                }
            }
        }
        return changed;
    }
}
