package org.gatescope.ui.window;

import javafx.application.Platform;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.ui.control.Reveal;

/** The right of the window: panels about the cell at the playhead, one below the other. */
final class PanelColumn extends ScrollPane {
    /** So much of a panel is worth bringing into view, in pixels. */
    private static final double GLANCE = 280;

    private final VBox column;

    PanelColumn(Region... panels) {
        column = new VBox(panels);
        column.getStyleClass().add("side");
        setContent(column);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("panel", "side-panel");
    }

    /** Scrolls as little as it takes to see the beginning of a panel, once that has been laid out. */
    void reveal(Region panel) {
        Platform.runLater(() -> {
            applyCss();
            layout(); // what was opened may have made it higher
            double view = getViewportBounds().getHeight();
            double begin = panel.getBoundsInParent().getMinY();
            Reveal.vertically(this, begin, begin + Math.min(panel.getHeight(), Math.min(GLANCE, view)), 0);
        });
    }

    /** A click beside everything leaves the keys to the playhead: a pane with the focus would scroll instead. */
    @Override
    public void requestFocus() {
        // not taken
    }
}
