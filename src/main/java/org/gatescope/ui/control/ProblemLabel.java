package org.gatescope.ui.control;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A line beside what it is about that says what is wrong with it, with a sign; it takes no room while it says nothing.
 * Where it stands it can also say what is so: without the sign, and in the colour of its place.
 */
public final class ProblemLabel extends Label {
    private static final String WRONG = "problem";

    private final FontIcon sign = new FontIcon(Feather.ALERT_CIRCLE);

    /** Nothing is wrong yet. */
    public ProblemLabel() {
        setWrapText(true);
        sign.setStyle("-fx-icon-color: -gs-warning;"); // the theme's own rule for icons would win in a bubble
        mark(true);
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    /** @param reason what is wrong; empty for nothing */
    public void refuse(String reason) {
        mark(true);
        setText(reason);
    }

    /** @param words that tell of no problem */
    public void tell(String words) {
        mark(false);
        setText(words);
    }

    private void mark(boolean isWrong) {
        getStyleClass().remove(WRONG);
        if (isWrong) {
            getStyleClass().add(WRONG);
        }
        setGraphic(isWrong ? sign : null);
    }
}
