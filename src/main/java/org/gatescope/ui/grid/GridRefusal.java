package org.gatescope.ui.grid;

import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Says beside a cell why something was not done, for as long as it takes to read it. */
final class GridRefusal {
    private static final String LOOK = "-fx-background-color: #cf222e; -fx-text-fill: white;"
            + "-fx-background-radius: 4; -fx-padding: 6 10 6 10; -fx-opacity: 1;";

    private final Grid owner;
    private final Tooltip note = new Tooltip();
    private final PauseTransition reading = new PauseTransition(Duration.seconds(8));

    GridRefusal(Grid owner) {
        this.owner = owner;
        note.getStyleClass().add("gs-grid-refusal");
        note.setWrapText(true);
        note.setAutoFix(true);
        note.setHideOnEscape(false); // Escape is for the editor
        reading.setOnFinished(end -> hide());
    }

    /** @param beside in the owner's coordinates; the note stands below it */
    void show(String reason, Bounds beside) {
        note.setText(reason);
        note.setStyle(LOOK + "-fx-font-size: " + (owner.getCellFontSize() + 1) + "px;");
        note.setMaxWidth(owner.getCellFontSize() * 30);
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
