package org.gatescope.ui.tables;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
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
    private static final double WIDTH = 432;

    private final ProblemLabel says = new ProblemLabel();
    private final Button use;
    private final ToggleGroup ways = new ToggleGroup();
    private final PopOver popOver;

    /**
     * @param key   of its texts and ids
     * @param names of the ways to read it, keys of texts; the first is chosen
     * @param read  reads the text in the way of the given place in the list
     * @param onUse told what to do with a text that is used
     */
    PasteText(
            String key,
            String text,
            List<String> names,
            int chosen,
            Reader read,
            java.util.function.Consumer<Function<org.gatescope.session.Session, Reshape>> onUse) {
        this.key = key;
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
        says.setMinHeight(Region.USE_PREF_SIZE);
        FlowPane choices = new FlowPane(6, 6);
        choices.setPrefWrapLength(WIDTH); // long names go into the next line
        for (int i = 0; i < names.size(); i++) {
            choices.getChildren().add(pill(names.get(i), i, i == chosen));
        }
        Runnable show = () -> show(read);
        area.textProperty().subscribe(show);
        ways.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                ways.selectToggle(before); // one is always on
            } else {
                show.run();
            }
        });
        popOver = Bubble.of(content(choices), PopOver.ArrowLocation.LEFT_TOP, TEXTS.get(key + ".title"));
        use.setOnAction(event -> read(read).change().ifPresent(change -> {
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

    /** Reads a text in a way. */
    @FunctionalInterface
    interface Reader {
        Reading read(String text, int way);
    }

    void showAt(Node button) {
        popOver.show(button);
        area.requestFocus();
        area.selectAll();
    }

    private Node content(FlowPane choices) {
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
        VBox content = new VBox(hint, area, choices, bottom) {
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

    private ToggleButton pill(String name, int way, boolean isChosen) {
        ToggleButton pill = new ToggleButton(TEXTS.get(key + "." + name));
        pill.setId(key + "-" + name);
        pill.getStyleClass().add("pill");
        pill.setToggleGroup(ways);
        pill.setUserData(way);
        pill.setSelected(isChosen);
        return pill;
    }

    private Reading read(Reader read) {
        return read.read(area.getText(), (Integer) ways.getSelectedToggle().getUserData());
    }

    private void show(Reader read) {
        if (area.getText().isBlank()) {
            says.tell("");
            use.setDisable(true);
            return;
        }
        Reading reading = read(read);
        boolean isRefused = reading.change().isEmpty();
        use.setDisable(isRefused);
        if (isRefused) {
            says.refuse(reading.says());
        } else {
            says.tell(reading.says());
        }
    }
}
