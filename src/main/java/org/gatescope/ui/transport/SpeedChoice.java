package org.gatescope.ui.transport;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.text.Text;
import org.gatescope.picture.Typeface;
import org.gatescope.session.Playback;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ChoiceNames;
import org.gatescope.ui.theme.Fonts;

/** Operations a second, from slow enough to talk over to fast, and at last the whole run in ten seconds. */
final class SpeedChoice extends ComboBox<Double> {
    private static final Texts TEXTS = Texts.of(SpeedChoice.class);

    /** As in the stylesheet, in pixels. */
    private static final double FONT_SIZE = 12;
    /** The arrow, with its padding and that of the text. */
    private static final double BESIDE = 24;

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

    /** Of the speed that is chosen, so that the arrow stands beside it. */
    @Override
    protected double computePrefWidth(double height) {
        Text text = new Text(name(getValue()));
        text.setFont(Fonts.of(Typeface.TEXT, FONT_SIZE));
        return Math.ceil(text.getLayoutBounds().getWidth()) + BESIDE;
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
            requestLayout();
        }
    }
}
