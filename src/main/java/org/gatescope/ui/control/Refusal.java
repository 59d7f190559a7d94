package org.gatescope.ui.control;

import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.stage.PopupWindow.AnchorLocation;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Says why something was not done, for as long as it takes to read it: below the field or cell that it is about, above it
 * at the edge of the screen, and never over it. Where there is room in a panel, a {@link ProblemLabel} says so.
 */
public final class Refusal {
    private static final double GAP = 3;
    private static final double WIDEST = 300;

    private final Node owner;
    private final Tooltip note = new Tooltip();
    private final PauseTransition reading = new PauseTransition(Duration.seconds(8));

    /** @param owner that it is about, or that holds what it is about */
    public Refusal(Node owner) {
        this.owner = owner;
        note.getStyleClass().add("refusal");
        note.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        note.setWrapText(true);
        note.setMaxWidth(WIDEST);
        note.setHideOnEscape(false); // Escape is for the field
        note.setAnchorLocation(AnchorLocation.CONTENT_TOP_LEFT); // its shadow is no part of its place
        reading.setOnFinished(end -> hide());
    }

    /** About all of its owner. */
    public void show(String reason) {
        show(reason, owner.getLayoutBounds());
    }

    /** @param about a part of its owner, in its coordinates */
    public void show(String reason, Bounds about) {
        Bounds place = owner.localToScreen(about);
        if (place == null
                || owner.getScene() == null
                || !owner.getScene().getWindow().isShowing()) {
            return;
        }
        note.setText(reason);
        Point2D below = new Point2D(place.getMinX(), place.getMaxY() + GAP);
        note.show(owner, below.getX(), below.getY());
        if (note.getAnchorY() < below.getY() - 1) { // the screen ends
            double height = note.getScene().getRoot().getLayoutBounds().getHeight();
            note.setAnchorY(place.getMinY() - GAP - height);
        }
        reading.playFromStart();
    }

    /** It has been read, or is no longer so. */
    public void hide() {
        reading.stop();
        note.hide();
    }
}
