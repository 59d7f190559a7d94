package org.gatescope.ui.control;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line below a field that says what is wrong with it; it takes no room while nothing is. */
public final class ProblemLabel extends Label {
    /** Nothing is wrong yet. */
    public ProblemLabel() {
        getStyleClass().add("problem");
        setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        setWrapText(true);
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
