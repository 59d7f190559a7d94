package org.gatescope.ui.window;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.Region;
import org.gatescope.ui.control.FittedSplit;
import org.gatescope.ui.stage.StagePanel;

/**
 * The middle of the window: network and lanes, and below them why a number is what it is, at a place that stays. In a low
 * window one of what stands about the lanes gives way to the other; in one too low for two, lanes give way to the number.
 */
final class MiddleColumn extends FittedSplit {
    private static final double SHARE = 0.275;
    private static final double LOWEST = 130;
    private static final double HIGHEST = 300;

    /** The ruler and the lanes, in pixels. */
    private static final double LEAST_FOR_LANES = 160;
    /** The network, the gradient flow or “Why this number?”, in pixels. */
    private static final double LEAST_FOR_OTHERS = 105;

    /** The lanes and “Why this number?”, each so that something of it can be read, in pixels. */
    private static final double LEAST_FOR_BOTH = 220;

    private final StagePanel stage;
    private final Region why;
    private final BooleanProperty whyShown = new SimpleBooleanProperty();
    private final List<BooleanProperty> others;
    private final GivingWay aboutLanes;

    MiddleColumn(StagePanel stage, Region why) {
        super(height -> 1 - Math.min(height / 2, Math.clamp(SHARE * height, LOWEST, HIGHEST)) / height);
        this.stage = stage;
        this.why = why;
        stage.setMinHeight(0);
        why.setMinHeight(0);
        getItems().add(stage);
        whyShown.subscribe(this::arrange);
        others = List.of(whyShown, stage.networkShownProperty(), stage.flowShownProperty());
        aboutLanes = new GivingWay(others);
        heightProperty().subscribe(height -> {
            double room = (height.doubleValue() - LEAST_FOR_LANES) / LEAST_FOR_OTHERS;
            if (height.doubleValue() > 0) {
                aboutLanes.fit((int) Math.clamp(room, 0, others.size()));
                arrange();
            }
        });
    }

    private void arrange() {
        List<Region> shown = !whyShown.get() ? List.of(stage) : isTooLow() ? List.of(why) : List.of(stage, why);
        if (!getItems().equals(shown)) {
            getItems().setAll(shown);
            fit();
        }
    }

    private boolean isTooLow() {
        return getHeight() > 0 && getHeight() < LEAST_FOR_BOTH;
    }

    /** Where the lanes gave way to the number that was opened, they come back with its end. */
    void closed() {
        if (isTooLow()) {
            whyShown.set(false);
        }
    }

    /** Where only the lanes have room, they make some for what is asked. */
    void opened() {
        if (others.stream().noneMatch(BooleanProperty::get) && hides(whyShown)) {
            whyShown.set(true);
        }
    }

    /** Whether a part would be shown in a higher window. */
    boolean hides(BooleanProperty part) {
        return aboutLanes.hides(part);
    }

    /** Whether “Why this number?” stands below. */
    BooleanProperty whyShown() {
        return whyShown;
    }
}
