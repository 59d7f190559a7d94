package org.gatescope.ui.diagnostics;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.text.Numerals;

/**
 * A number that is turned or typed: a row of a form. One turn, from press to release, or as long as the slider keeps the
 * focus, is one gesture.
 */
final class Knob {
    private final Label label;
    private final Slider slider;
    private final TextField field = new TextField();
    private final DoubleConsumer onTurn;
    private final Consumer<String> onRefusal;
    private final BooleanProperty visible = new SimpleBooleanProperty(true);
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
        label = new Label(name);
        label.getStyleClass().add("size-label");
        label.setLabelFor(slider);
        label.setMinWidth(Region.USE_PREF_SIZE);
        field.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().subscribe((before, wanted) -> {
            if (!showing) {
                onTurn.accept(wanted.doubleValue());
            }
        });
        slider.valueChangingProperty().subscribe(turning -> gesture = turning ? new Object() : gesture);
        slider.focusedProperty().subscribe(focused -> gesture = new Object());
        field.setOnAction(event -> commit());
    }

    /** Knobs of one form begin and end below one another. */
    void addTo(GridPane form) {
        form.addRow(form.getRowCount(), label, slider, field);
        for (Node part : List.of(label, slider, field)) {
            part.visibleProperty().bind(visible);
            part.managedProperty().bind(visible);
        }
    }

    void setVisible(boolean isThere) {
        visible.set(isThere);
    }

    void setDisable(boolean isDisabled) {
        slider.setDisable(isDisabled);
        field.setDisable(isDisabled);
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
                onRefusal.accept("");
                onTurn.accept(value);
            }
            case TypedNumber.Number(double value) -> field.setText(Numerals.rounded(shown, 3));
            case TypedNumber.Refused(String reason) -> onRefusal.accept(reason);
        }
    }
}
