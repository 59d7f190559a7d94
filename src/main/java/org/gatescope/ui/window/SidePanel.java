package org.gatescope.ui.window;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The right of the window: panels about the cell at the playhead, one below the other. */
final class SidePanel extends ScrollPane {
    SidePanel(Region... panels) {
        VBox column = new VBox(panels);
        column.getStyleClass().add("side");
        setContent(column);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("panel", "side-panel");
    }

    /** A click beside everything leaves the keys to the playhead: a pane with the focus would scroll instead. */
    @Override
    public void requestFocus() {
        // not taken
    }
}
