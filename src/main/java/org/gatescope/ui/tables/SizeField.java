package org.gatescope.ui.tables;

import java.util.Optional;
import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Leaving;
import org.gatescope.ui.control.Refusal;

/** A whole number from 1 on: typed, or changed by the arrow keys. What is no size is refused beside the field. */
final class SizeField extends VBox {
    private static final Texts TEXTS = Texts.of(SizeField.class);
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final int LARGEST = 1_000_000;

    private final TextField field = new TextField();
    private final IntFunction<Optional<String>> onChange;
    private final int least;
    private int size = 1;
    private final Refusal refusal = new Refusal(field);
    private String reason = "";

    /** @param onChange answers why a size cannot be, if it cannot */
    SizeField(String key, IntFunction<Optional<String>> onChange) {
        this(key, 1, onChange);
    }

    /** @param least from which sizes go */
    SizeField(String key, int least, IntFunction<Optional<String>> onChange) {
        this(key, TEXTS.get("size." + key), TEXTS.get("size." + key + ".spoken"), least, onChange);
    }

    /** Of a size that a cell declares. */
    static SizeField declared(String name, IntFunction<Optional<String>> onChange) {
        return new SizeField(
                "declared-" + name,
                TEXTS.get("size.declared", name),
                TEXTS.get("size.declared.spoken", name),
                1,
                onChange);
    }

    private SizeField(String key, String name, String spoken, int least, IntFunction<Optional<String>> onChange) {
        this.onChange = onChange;
        this.least = least;
        Label label = new Label(name);
        label.getStyleClass().add("size-label");
        label.setLabelFor(field);
        field.setId("size-" + key);
        field.setAccessibleText(spoken);
        field.setPrefColumnCount(4);
        field.setOnAction(event -> commit());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Leaving.commits(field, this::leave);
        field.textProperty().subscribe(() -> refuse(""));
        getStyleClass().add("size");
        getChildren().addAll(label, field);
    }

    void show(int shown) {
        size = shown;
        field.setText(Numerals.grouped(shown));
    }

    /** What was typed counts when the field is left, if it can; otherwise the old size is back. */
    private void leave() {
        commit();
        if (!reason.isEmpty()) {
            show(size);
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> change(size + 1, Integer.toString(size + 1));
            case DOWN -> change(size - 1, Integer.toString(size - 1));
            case ESCAPE -> show(size);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void commit() {
        switch (TypedNumber.readWhole(field.getText())) {
            case TypedNumber.Number(double value) when value == Math.rint(value) -> change(value, field.getText());
            case TypedNumber.Number(double value) -> refuse(TEXTS.get("size.whole", field.getText()));
            case TypedNumber.Refused refused -> refuse(TEXTS.get("size.whole", field.getText()));
        }
    }

    private void change(double wanted, String typed) {
        if (wanted < least || wanted > LARGEST) {
            refuse(TEXTS.get("size.range", typed, least, LARGEST));
        } else if (wanted != size) {
            onChange.apply((int) wanted).ifPresent(this::refuse);
        }
    }

    /** Shows beside the field why a size cannot be; nothing for the empty reason. */
    private void refuse(String why) {
        reason = why;
        field.pseudoClassStateChanged(REFUSED, !why.isEmpty());
        field.setAccessibleHelp(why);
        if (why.isEmpty()) {
            refusal.hide();
        } else {
            refusal.show(why);
        }
    }
}
