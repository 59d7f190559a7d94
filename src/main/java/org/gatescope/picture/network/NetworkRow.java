package org.gatescope.picture.network;

import org.gatescope.engine.Shortcut;

/**
 * A row of the unrolled network.
 *
 * @param part  key of a layer's direction, of the read-out, or of the input
 * @param level 0 for the input, 1 for the lowest layer, and so on upward; both directions of a layer are of one level, and so are
 *              output and loss where there is but one step of them
 * @param shortcut what is carried past a layer
 */
public record NetworkRow(Kind kind, String part, int level, boolean reversed, Shortcut shortcut) {
    /** Nothing is carried past it. */
    public NetworkRow(Kind kind, String part, int level, boolean reversed) {
        this(kind, part, level, reversed, Shortcut.NONE);
    }

    /** What a row is of. */
    public enum Kind {
        INPUT,
        LAYER,
        /** What is read out, with its target. */
        OUTPUT,
        LOSS
    }
}
