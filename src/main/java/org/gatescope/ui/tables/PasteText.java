package org.gatescope.ui.tables;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.gatescope.session.Reshape;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Bubble;
import org.gatescope.ui.control.KeyText;
import org.gatescope.ui.control.ProblemLabel;

/** A text to be typed or pasted as the new input, with a choice of how it is read and a line that says what it would be. */
final class PasteText {
    private static final Texts TEXTS = Texts.of(PasteText.class);

    /** What a text is read as: what to say of it, and what it does; nothing if it is refused. */
    record Reading(String says, Optional<Function<org.gatescope.session.Session, Reshape>> change) {}

    private static final KeyCombination USE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final String key;
    private final TextArea area = new TextArea();
    static final double WIDTH = 432;

    /** Of what is said; a bubble that grew with it could leave the screen. */
    private static final double TWO_LINES = 36;

    private final ProblemLabel says = new ProblemLabel();
    private final Button use;
    private final Choices choices;
    private final PopOver popOver;

    /**
     * @param key     of its texts and ids
     * @param choices in which ways it can be read
     * @param onUse   told what to do with a text that is used
     */
    PasteText(
            String key,
            String text,
            Choices choices,
            java.util.function.Consumer<Function<org.gatescope.session.Session, Reshape>> onUse) {
        this.key = key;
        this.choices = choices;
        use = new Button(TEXTS.get(key + ".use"));
        use.setId(key + "-use");
        use.setDefaultButton(false);
        area.setId(key + "-area");
        area.setText(text);
        area.setPrefRowCount(6);
        area.setPrefColumnCount(34);
        area.setPromptText(TEXTS.get(key + ".prompt"));
        area.setAccessibleText(TEXTS.get(key + ".prompt"));
        says.setId(key + "-says");
        says.getStyleClass().add("muted");
        says.setMinHeight(TWO_LINES);
        choices.onChange(this::show);
        area.textProperty().subscribe(typed -> show()); // that of the beginning too
        popOver = Bubble.of(content(), PopOver.ArrowLocation.LEFT_TOP, TEXTS.get(key + ".title"));
        use.setOnAction(event -> choices.read(area.getText()).change().ifPresent(change -> {
            popOver.hide();
            onUse.accept(change);
        }));
        use.setTooltip(KeyText.tip(use.getText(), USE));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    /** Tab goes on to the buttons, as no text needs one that is typed; one that is pasted stays. */
    private void press(KeyEvent event) {
        if (USE.match(event)) {
            use.fire();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB) {
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    /** In which ways a text can be read. */
    interface Choices {
        /** Where they are made. */
        Node node();

        /** @param told after each change */
        void onChange(Runnable told);

        /** Reads a text in the chosen way. */
        Reading read(String text);
    }

    void showAt(Node button) {
        popOver.show(button);
        area.requestFocus();
        area.selectAll();
    }

    private Node content() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bottom = new HBox(says, space, use);
        bottom.getStyleClass().add("settings-row");
        bottom.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(says, Priority.ALWAYS);
        use.setMinWidth(Region.USE_PREF_SIZE);
        Label hint = new Label(TEXTS.get(key + ".hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox(hint, area, choices.node(), bottom) {
            /** A bubble asks for the height without saying how wide it is. */
            @Override
            protected double computePrefHeight(double width) {
                return super.computePrefHeight(width < 0 ? WIDTH + 28 : width);
            }
        };
        content.getStyleClass().add("paste-text");
        content.setPrefWidth(WIDTH + 28);
        return content;
    }

    private void show() {
        if (area.getText().isEmpty()) {
            says.tell("");
            use.setDisable(true);
            return;
        }
        Reading reading = choices.read(area.getText());
        boolean isRefused = reading.change().isEmpty();
        use.setDisable(isRefused);
        if (isRefused) {
            says.refuse(reading.says());
        } else {
            says.tell(reading.says());
        }
    }
}
