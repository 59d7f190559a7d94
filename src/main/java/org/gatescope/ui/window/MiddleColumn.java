package org.gatescope.ui.window;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.Region;
import org.gatescope.ui.control.FittedSplit;

/** The middle of the window: network and lanes, and below them why a number is what it is, at a place that stays. */
final class MiddleColumn extends FittedSplit {
    private static final double SHARE = 0.275;
    private static final double LOWEST = 130;
    private static final double HIGHEST = 300;

    private final BooleanProperty whyShown = new SimpleBooleanProperty();

    MiddleColumn(Region stage, Region why) {
        super(height -> 1 - Math.min(height / 2, Math.clamp(SHARE * height, LOWEST, HIGHEST)) / height);
        stage.setMinHeight(0);
        why.setMinHeight(0);
        getItems().add(stage);
        whyShown.subscribe(shown -> {
            if (shown) {
                getItems().setAll(stage, why);
                fit();
            } else {
                getItems().setAll(stage);
            }
        });
    }

    /** Whether “Why this number?” stands below. */
    BooleanProperty whyShown() {
        return whyShown;
    }
}
