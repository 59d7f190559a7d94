package org.gatescope.cli;

import java.awt.image.BufferedImage;
import java.util.List;
import javafx.scene.Node;
import org.gatescope.session.Workbench;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.render.NodeImage;

/**
 * A window that is drawn and shown to nobody. On JavaFX's thread.
 *
 * @param workbench whose playhead it follows
 * @param all       of it
 * @param only      the panes that are drawn; none for all of it
 */
record RenderedWindow(Workbench workbench, Node all, List<Fillable> only) {
    /** What is drawn, one below the other: panes on one time axis have one ruler. */
    List<Node> shown() {
        return only.isEmpty()
                ? List.of(all)
                : only.stream()
                        .flatMap(pane -> pane.drawn().stream())
                        .distinct()
                        .toList();
    }

    /** What it looks like with the playhead at a position. */
    BufferedImage at(long position) {
        workbench.move(now -> now.at(position));
        return NodeImage.pixels(shown());
    }
}
