package org.gatescope.ui.equations;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gatescope.text.Texts;

/** A question within the panel: a sentence, a name to be typed where one is needed, yes and no. */
final class Question extends VBox {
    private static final Texts TEXTS = Texts.of(Question.class);

    private final Label sentence = new Label();
    private final TextField name = new TextField();
    private final Button yes = new Button();
    private final Button no = new Button(TEXTS.get("question.no"));
    private Runnable onYes = () -> {};
    private Runnable onClose = () -> {};

    Question() {
        getStyleClass().addAll("framed", "question");
        sentence.setWrapText(true);
        name.setId("own-name");
        name.managedProperty().bind(name.visibleProperty());
        HBox.setHgrow(name, Priority.ALWAYS);
        yes.setId("question-yes");
        no.setId("question-no");
        yes.setMinWidth(USE_PREF_SIZE);
        no.setMinWidth(USE_PREF_SIZE);
        HBox answers = new HBox(6, name, yes, no);
        getChildren().addAll(sentence, answers);
        name.setOnAction(event -> answer());
        yes.setOnAction(event -> answer());
        no.setOnAction(event -> close());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            }
            event.consume(); // typing is no matter of the window
        });
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** @param closed told after either answer */
    void setOnClose(Runnable closed) {
        onClose = closed;
    }

    void ask(String question, String answer, Runnable then) {
        open(question, answer, then);
        name.setVisible(false);
        yes.requestFocus();
    }

    void askName(String question, String answer, String proposed, Runnable then) {
        open(question, answer, then);
        name.setVisible(true);
        name.setText(proposed);
        name.requestFocus();
        name.selectAll();
    }

    String name() {
        return name.getText().strip();
    }

    private void open(String question, String answer, Runnable then) {
        sentence.setText(question);
        yes.setText(answer);
        onYes = then;
        setVisible(true);
    }

    private void answer() {
        setVisible(false);
        onYes.run();
        if (!isVisible()) {
            onClose.run();
        }
    }

    private void close() {
        setVisible(false);
        onClose.run();
    }
}
