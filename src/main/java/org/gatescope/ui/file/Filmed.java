package org.gatescope.ui.file;

import java.awt.image.BufferedImage;

/** A window that is filmed. On JavaFX's thread. */
@FunctionalInterface
public interface Filmed {
    /** What it looks like with the playhead at a position, in operations. */
    BufferedImage at(long position);

    /** Who can film. */
    @FunctionalInterface
    interface Camera {
        /** @param pane that is filmed alone; the whole window where there is none of this name */
        Filmed open(String pane);
    }
}
