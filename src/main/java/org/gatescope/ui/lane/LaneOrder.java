package org.gatescope.ui.lane;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The order of lanes from top to bottom, by id. */
final class LaneOrder {
    private LaneOrder() {}

    /** The given ids in the order known so far; a new one follows the one that it was given after. */
    static List<String> merged(List<String> known, List<String> given) {
        List<String> order = new ArrayList<>(known);
        order.retainAll(given);
        for (int i = 0; i < given.size(); i++) {
            if (!order.contains(given.get(i))) {
                int place = i == 0 ? 0 : order.indexOf(given.get(i - 1)) + 1;
                order.add(place, given.get(i));
            }
        }
        return order;
    }

    /** An id changed places with its neighbour among {@code movable}, up for -1 and down for 1. */
    static List<String> moved(List<String> order, List<String> movable, String id, int by) {
        int target = movable.indexOf(id) + by;
        List<String> result = new ArrayList<>(order);
        if (target >= 0 && target < movable.size()) {
            Collections.swap(result, order.indexOf(id), order.indexOf(movable.get(target)));
        }
        return result;
    }
}
