package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;

/** The panels at the sides are as wide as they were left. */
class PanelsTest extends WindowScene {
    private static final double SHARE = 0.3;

    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, true, true, SHARE, SHARE);
    }

    /** A window on the whole screen opens in its usual size, and is given the screen by the system thereafter. */
    @Test
    void theyAreAsWideAsTheyWereLeftHoweverTheWindowComesToItsSize() {
        resize(860, HEIGHT);
        resize(1340, HEIGHT);
        assertThat(dividers()).containsExactly(new double[] {SHARE, 1 - SHARE}, within(0.01));
    }

    @Test
    void aDividerThatWasDraggedStays() {
        Bounds divider = onWindow(() -> {
            Region first = (Region) styled("#main > .split-pane-divider");
            return first.localToScreen(first.getLayoutBounds());
        });
        Point2D at = new Point2D(divider.getCenterX(), divider.getCenterY());
        drag(at, at.add(40, 0));
        double dragged = dividers()[0];
        assertThat(dragged).isCloseTo(SHARE + 40 / WIDTH, within(0.01));
        resize(1340, HEIGHT);
        assertThat(dividers()[0] * 1340).as("it is as wide as it was").isCloseTo(dragged * WIDTH, within(4.0));
    }

    private double[] dividers() {
        return onWindow(() -> ((SplitPane) node("main")).getDividerPositions());
    }
}
