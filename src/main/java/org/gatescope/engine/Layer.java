package org.gatescope.engine;

import org.gatescope.cell.Cell;

/**
 * One layer of a network.
 *
 * @param hidden     H, units of each direction
 * @param directions in which it reads its input
 */
public record Layer(Cell cell, int hidden, Directions directions) {
    /** How a layer goes through time. */
    public enum Directions {
        FORWARD,
        /** Both ways, each with parameters of its own; outputs side by side. */
        BOTH,
        /** Both ways with the same parameters. */
        TIED;

        /** True if the layer reads its input both forward and backward in time. */
        public boolean isBidirectional() {
            return this != FORWARD;
        }
    }

    /** Columns of its output: H, or 2 H. */
    public int width() {
        return directions.isBidirectional() ? Math.multiplyExact(2, hidden) : hidden;
    }
}
