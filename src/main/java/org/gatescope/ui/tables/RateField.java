package org.gatescope.ui.tables;

import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Leaving;
import org.gatescope.ui.control.Refusal;

/** A share from 0 to below 1 that is typed, with its label before it. What is none is refused beside the field. */
final class RateField extends HBox {
    private static final Texts TEXTS = Texts.of(RateField.class);
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final TextField field = new TextField();
    private final DoubleConsumer onChange;
    private final Refusal refusal = new Refusal(field);
    private double rate;
    private boolean isRefused;

    /** @param key of its label and its id */
    RateField(String key, DoubleConsumer onChange) {
        this.onChange = onChange;
        Label label = new Label(TEXTS.get("rate." + key));
        label.getStyleClass().add("size-label");
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        field.setId("rate-" + key);
        field.setAccessibleText(TEXTS.get("rate." + key + ".spoken"));
        field.setPrefColumnCount(4);
        field.setOnAction(event -> commit());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                show(rate);
                event.consume();
            }
        });
        Leaving.commits(field, this::leave);
        field.textProperty().subscribe(() -> refuse(""));
        getStyleClass().add("choice");
        getChildren().addAll(label, field);
    }

    void show(double shown) {
        rate = shown;
        field.setText(Numerals.typed(shown));
    }

    /** What was typed counts when the field is left, if it can; otherwise the old rate is back. */
    private void leave() {
        commit();
        if (isRefused) {
            show(rate);
        }
    }

    private void commit() {
        String typed = field.getText();
        if (TypedNumber.read(typed) instanceof TypedNumber.Number(double value) && value >= 0 && value < 1) {
            if (value != rate) {
                onChange.accept(value);
            }
        } else {
            refuse(TEXTS.get("rate.refused", typed));
        }
    }

    private void refuse(String why) {
        isRefused = !why.isEmpty();
        field.pseudoClassStateChanged(REFUSED, isRefused);
        field.setAccessibleHelp(why);
        if (isRefused) {
            refusal.show(why);
        } else {
            refusal.hide();
        }
    }
}
