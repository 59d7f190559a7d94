package org.gatescope.ui.transport;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.ComboBox;
import org.gatescope.session.Playback;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;

/** Operations a second, from slow enough to talk over to fast, and at last the whole run in ten seconds. */
final class SpeedChoice extends ComboBox<Double> {
    private static final Texts TEXTS = Texts.of(SpeedChoice.class);

    private final DoubleProperty speed = new SimpleDoubleProperty(2);

    SpeedChoice() {
        getStyleClass().add("speed");
        setMinWidth(USE_PREF_SIZE);
        getItems().setAll(0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, Transport.WHOLE_RUN);
        setVisibleRowCount(getItems().size());
        setConverter(ChoiceNames.of(SpeedChoice::name));
        setAccessibleText(TEXTS.get("speed"));
        speed.subscribe(value -> setValue(nearest(value.doubleValue())));
        valueProperty().subscribe(this::chosen);
    }

    private double nearest(double wanted) {
        return getItems().stream()
                .filter(offered -> offered >= wanted)
                .findFirst()
                .orElse(Transport.WHOLE_RUN);
    }

    private static String name(double value) {
        return value == Transport.WHOLE_RUN
                ? TEXTS.get("speed.whole", Playback.WHOLE_RUN)
                : TEXTS.get("speed.value", Numerals.exact(value));
    }

    /** The next faster one, or the next slower; at either end it stays. */
    void change(boolean faster) {
        int next = getItems().indexOf(getValue()) + (faster ? 1 : -1);
        setValue(getItems().get(Math.clamp(next, 0, getItems().size() - 1)));
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
