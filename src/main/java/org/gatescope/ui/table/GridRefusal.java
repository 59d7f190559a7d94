package org.gatescope.ui.table;

import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Says beside a cell why something was not done, for as long as it takes to read it. */
final class GridRefusal {
    private static final String LOOK = "-fx-background-color: #cf222e; -fx-text-fill: white; -fx-font-size: 12px;"
            + "-fx-background-radius: 4; -fx-padding: 6 10 6 10; -fx-opacity: 1;";

    private final Node owner;
    private final Tooltip note = new Tooltip();
    private final PauseTransition reading = new PauseTransition(Duration.seconds(8));

    GridRefusal(Node owner) {
        this.owner = owner;
        note.getStyleClass().add("gs-grid-refusal");
        note.setStyle(LOOK);
        note.setWrapText(true);
        note.setMaxWidth(340);
        note.setAutoFix(true);
        note.setHideOnEscape(false); // Escape is for the editor
        reading.setOnFinished(end -> hide());
    }

    /** @param beside in the owner's coordinates; the note stands below it */
    void show(String reason, Bounds beside) {
        note.setText(reason);
        Point2D at = owner.localToScreen(beside.getMinX(), beside.getMaxY() + 3);
        if (at != null) {
            note.show(owner, at.getX(), at.getY());
            reading.playFromStart();
        }
    }

    void hide() {
        reading.stop();
        note.hide();
    }
}
