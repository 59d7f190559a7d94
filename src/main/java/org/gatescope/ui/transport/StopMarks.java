package org.gatescope.ui.transport;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.KeyText;

/** Marks of breakpoints above the bar of phases; a click there sets and removes them. */
final class StopMarks extends Pane {
    /** So far beside a mark a click still means it, in pixels. */
    static final double REACH = 4;

    private static final Texts TEXTS = Texts.of(StopMarks.class);
    private static final double RADIUS = 2.5;
    private static final double APART = 4;

    private DoubleConsumer onStop = x -> {};
    private double[] shown = {};

    StopMarks() {
        getStyleClass().add("stop-marks");
        Tooltip.install(this, KeyText.tip(TEXTS.get("stops"), new KeyCodeCombination(KeyCode.F9)));
        setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                onStop.accept(event.getX());
                event.consume();
            }
        });
        setOnMouseDragged(event -> event.consume()); // the bar below is not dragged
    }

    void setOnStop(DoubleConsumer action) {
        onStop = action;
    }

    /** @param places ascending; those too close to the one before to be told apart are left out */
    void show(double[] places) {
        if (Arrays.equals(places, shown)) {
            return; // they stay while playing
        }
        shown = places;
        getChildren().clear();
        double free = Double.NEGATIVE_INFINITY;
        for (double x : places) {
            if (x >= free) {
                free = x + APART;
                getChildren().add(mark(x));
            }
        }
    }

    private Circle mark(double x) {
        Circle mark = new Circle(x, getHeight() - RADIUS, RADIUS);
        mark.getStyleClass().add("stop-mark");
        mark.setMouseTransparent(true);
        return mark;
    }
}
