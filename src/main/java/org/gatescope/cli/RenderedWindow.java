package org.gatescope.cli;

import java.awt.image.BufferedImage;
import javafx.scene.Node;
import org.gatescope.session.Workbench;
import org.gatescope.ui.render.NodeImage;

/**
 * A window that is drawn and shown to nobody. On JavaFX's thread.
 *
 * @param workbench whose playhead it follows
 * @param shown     what is drawn of it
 */
record RenderedWindow(Workbench workbench, Node shown) {
    /** What it looks like with the playhead at a position. */
    BufferedImage at(long position) {
        workbench.move(now -> now.at(position));
        return NodeImage.pixels(shown);
    }
}
