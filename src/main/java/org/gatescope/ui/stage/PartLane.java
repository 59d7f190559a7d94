package org.gatescope.ui.stage;

import org.gatescope.ui.words.Quantity;

/**
 * A quantity of a part of the network as a lane.
 *
 * @param id    tells lanes apart; the selected part's are called as in its equations, so that their looks stay from part to
 *              part, all others have their part before them
 * @param part  key of a layer's direction, of the read-out, or of the input
 * @param group key of the title that it stands below
 */
record PartLane(String id, String part, Quantity quantity, String group) {
    static PartLane selected(String part, Quantity quantity, String group) {
        return new PartLane(quantity.id(), part, quantity, group);
    }

    static PartLane beside(String part, Quantity quantity, String group) {
        return new PartLane(part + ":" + quantity.id(), part, quantity, group);
    }
}
