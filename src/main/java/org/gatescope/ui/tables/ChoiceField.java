package org.gatescope.ui.tables;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/** One of a few values, chosen from a menu, with its label before it. */
final class ChoiceField<T> extends HBox {
    private static final Texts TEXTS = Texts.of(ChoiceField.class);

    private final MenuButton button = new MenuButton();
    private final String label;
    private final Function<T, String> keys;
    private @Nullable T shown;

    /**
     * @param key  of its label, and its id
     * @param keys of the text that says what a value is, and of its item's id
     */
    ChoiceField(String key, List<T> values, Function<T, String> keys, Consumer<T> onChoose) {
        this.keys = keys;
        this.label = TEXTS.get("choice." + key);
        Label before = new Label(label);
        before.getStyleClass().add("size-label");
        before.setLabelFor(button);
        before.setMinWidth(USE_PREF_SIZE);
        button.setId("choice-" + key);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().addAll("outline-card", "cell-choice");
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            RadioMenuItem item = new RadioMenuItem(words(value));
            item.setToggleGroup(group);
            item.setUserData(value);
            item.setId("choice-" + keys.apply(value).replace('.', '-').toLowerCase(Locale.ROOT));
            item.setOnAction(event -> onChoose.accept(value));
            button.getItems().add(item);
        }
        button.setOnShowing(event -> mark()); // a choice that was refused is none
        HBox.setHgrow(button, Priority.ALWAYS);
        getStyleClass().add("choice");
        getChildren().addAll(before, button);
    }

    /** Where a label stands elsewhere. */
    ChoiceField<T> withoutLabel() {
        getChildren().setAll(button);
        return this;
    }

    void show(T value) {
        shown = value;
        button.setText(words(value));
        button.setAccessibleText(label + ": " + button.getText());
    }

    private void mark() {
        for (MenuItem item : button.getItems()) {
            ((RadioMenuItem) item).setSelected(item.getUserData().equals(shown));
        }
    }

    private String words(T value) {
        return TEXTS.get(keys.apply(value));
    }
}
