package org.gatescope.ui.lane;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.StackPane;
import org.gatescope.picture.lane.TimeAxis;

/** Scrolls the time axis; there only while some of it is out of view. */
final class AxisScrollBar extends StackPane {
    private final ObjectProperty<TimeAxis> axis;
    private final ScrollBar bar = new ScrollBar();

    AxisScrollBar(ObjectProperty<TimeAxis> axis) {
        this.axis = axis;
        setPadding(new Insets(0, 0, 0, TimeAxis.HEADING));
        getChildren().add(bar);
        axis.subscribe(this::show);
        bar.valueProperty().subscribe(this::scrolled);
    }

    private void show(TimeAxis now) {
        double hidden = Math.max(0, now.length() - now.width());
        setVisible(hidden > 0);
        setManaged(hidden > 0);
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden * now.width() / Math.max(1, now.length()));
        bar.setUnitIncrement(Math.max(10, now.column()));
        bar.setBlockIncrement(now.width() * 0.9);
        bar.setValue(now.offset());
    }

    private void scrolled(Number value) {
        TimeAxis now = axis.get();
        if (Math.rint(value.doubleValue()) != now.offset()) {
            axis.set(now.panned(value.doubleValue() - now.offset()));
        }
    }
}
