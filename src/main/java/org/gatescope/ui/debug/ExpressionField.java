package org.gatescope.ui.debug;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ProblemLabel;

/** A field for an expression; what is wrong with it stands below as one types. */
final class ExpressionField extends VBox {
    private static final Texts TEXTS = Texts.of(ExpressionField.class);

    private final TextField field = new TextField();
    private final Label problem = new ProblemLabel();
    private final UnaryOperator<String> check;

    /**
     * @param key   what it is called, in texts and as its id
     * @param check tells what is wrong; nothing for what is right
     * @param add   takes a text that is right
     */
    ExpressionField(String key, UnaryOperator<String> check, Consumer<String> add) {
        this.check = check;
        field.setId(key);
        field.setPromptText(TEXTS.get(key + ".prompt"));
        field.setAccessibleText(TEXTS.get(key));
        getChildren().addAll(field, problem);
        field.textProperty().subscribe(this::show);
        field.setOnAction(event -> commit(add));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                event.consume();
            }
        });
    }

    private void commit(Consumer<String> add) {
        String text = field.getText().strip();
        if (!text.isEmpty() && check.apply(text).isEmpty()) {
            add.accept(text);
            field.clear();
        }
    }

    private void show(String text) {
        String why = text.isBlank() ? "" : check.apply(text.strip());
        problem.setText(why);
        field.setAccessibleHelp(why);
    }
}
