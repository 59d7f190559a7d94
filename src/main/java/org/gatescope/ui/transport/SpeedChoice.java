package org.gatescope.ui.transport;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.ComboBox;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;

/** Operations a second, from slow enough to talk over to fast. */
final class SpeedChoice extends ComboBox<Double> {
    private static final Texts TEXTS = Texts.of(SpeedChoice.class);

    private final DoubleProperty speed = new SimpleDoubleProperty(2);

    SpeedChoice() {
        getStyleClass().add("speed");
        getItems().setAll(0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0);
        setVisibleRowCount(getItems().size());
        setConverter(ChoiceNames.of(value -> TEXTS.get("speed.value", Numerals.exact(value))));
        setAccessibleText(TEXTS.get("speed"));
        speed.subscribe(value -> setValue(value.doubleValue()));
        valueProperty().subscribe(this::chosen);
    }

    DoubleProperty speedProperty() {
        return speed;
    }

    private void chosen(Double value) {
        if (value != null) {
            speed.set(value);
        }
    }
}
