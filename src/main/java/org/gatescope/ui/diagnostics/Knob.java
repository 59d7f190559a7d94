package org.gatescope.ui.diagnostics;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.text.Numerals;

/**
 * A number that is turned or typed. One turn, from press to release, or as long as the slider keeps the focus, is one
 * gesture.
 */
final class Knob extends HBox {
    private final Slider slider;
    private final TextField field = new TextField();
    private final DoubleConsumer onTurn;
    private final Consumer<String> onRefusal;
    private Object gesture = new Object();
    private boolean showing;
    private double shown;

    /** @param onTurn told the number that is wanted; it reads {@link #gesture} */
    Knob(String id, String name, double low, double high, DoubleConsumer onTurn, Consumer<String> onRefusal) {
        this.onTurn = onTurn;
        this.onRefusal = onRefusal;
        slider = new Slider(low, high, low);
        slider.setId(id);
        slider.setAccessibleText(name);
        slider.setBlockIncrement((high - low) / 40);
        field.setId(id + "-field");
        field.setAccessibleText(name);
        field.setPrefColumnCount(5);
        Label label = new Label(name);
        label.getStyleClass().add("size-label");
        label.setLabelFor(slider);
        label.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(slider, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        getChildren().addAll(label, slider, field);
        slider.valueProperty().subscribe((before, wanted) -> {
            if (!showing) {
                onTurn.accept(wanted.doubleValue());
            }
        });
        slider.valueChangingProperty().subscribe(turning -> gesture = turning ? new Object() : gesture);
        slider.focusedProperty().subscribe(focused -> gesture = new Object());
        field.setOnAction(event -> commit());
    }

    /** The same as long as one turn lasts. */
    Object gesture() {
        return gesture;
    }

    void show(double value) {
        shown = value;
        showing = true;
        if (!slider.isValueChanging()) {
            slider.setValue(value);
        }
        if (!field.isFocused()) {
            field.setText(Numerals.rounded(value, 3));
        }
        showing = false;
    }

    private void commit() {
        switch (TypedNumber.read(field.getText())) {
            case TypedNumber.Number(double value)
            when Double.isFinite(value) -> {
                gesture = new Object();
                onTurn.accept(value);
            }
            case TypedNumber.Number(double value) -> field.setText(Numerals.rounded(shown, 3));
            case TypedNumber.Refused(String reason) -> onRefusal.accept(reason);
        }
    }
}
