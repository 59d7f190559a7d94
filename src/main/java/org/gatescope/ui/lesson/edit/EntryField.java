package org.gatescope.ui.lesson.edit;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.ui.control.ProblemLabel;

/** An entry of the form: its heading, what is typed, and what is wrong with it. */
final class EntryField extends VBox {
    private static final double LINE = 19;
    private static final double BORDER = 16;
    private static final int MOST_LINES = 12;
    private static final int LETTERS = 42;

    private final TextInputControl input;
    private final ProblemLabel problem = new ProblemLabel();
    private final HBox heading;

    private EntryField(String id, String title, TextInputControl input) {
        this.input = input;
        getStyleClass().add("entry-field");
        input.setId("edit-" + id);
        input.setAccessibleText(title);
        problem.setId("edit-" + id + "-problem");
        problem.setMinHeight(Region.USE_PREF_SIZE);
        Label label = new Label(title);
        label.setLabelFor(input);
        label.getStyleClass().add("entry-title");
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        heading = new HBox(label);
        heading.getStyleClass().add("entry-heading");
        getChildren().addAll(heading, input, problem);
    }

    /** For a line. */
    static EntryField line(String id, String title, String text, Consumer<String> onTyped) {
        TextField field = new TextField(text);
        return new EntryField(id, title, field).telling(onTyped);
    }

    /** For several, as high as what is written in it. */
    static EntryField lines(String id, String title, String text, int least, Consumer<String> onTyped) {
        TextArea area = new TextArea(text);
        area.setWrapText(true);
        area.textProperty().subscribe(now -> area.setPrefHeight(height(now, least)));
        area.setMinHeight(Region.USE_PREF_SIZE);
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
        return new EntryField(id, title, area).telling(onTyped);
    }

    private static double height(String text, int least) {
        long lines = text.lines().mapToLong(line -> 1 + line.length() / LETTERS).sum();
        return BORDER + LINE * Math.clamp(lines, least, MOST_LINES);
    }

    private EntryField telling(Consumer<String> onTyped) {
        input.textProperty().subscribe((before, now) -> onTyped.accept(now));
        return this;
    }

    EntryField prompted(String help) {
        input.setPromptText(help);
        return this;
    }

    /** Beside its heading. */
    EntryField with(Node... tools) {
        heading.getChildren().addAll(tools);
        return this;
    }

    void refuse(String reason) {
        problem.refuse(reason);
    }

    TextInputControl input() {
        return input;
    }
}
