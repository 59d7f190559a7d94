package org.gatescope.ui.file;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.gatescope.text.Texts;

/** Choices below one another, each with its name and its tip. */
final class ChoiceRows extends GridPane {
    private final Texts texts;
    private final String page;

    /** @param page what ids and keys of the texts begin with */
    ChoiceRows(Texts texts, String page) {
        this.texts = texts;
        this.page = page;
        getStyleClass().add("picture-choices");
    }

    void add(String key, Control choice) {
        Label label = new Label(texts.get(page + "." + key));
        label.setMinWidth(USE_PREF_SIZE); // a long choice gives way, not its name
        label.setLabelFor(choice);
        choice.setId(page + "-" + key);
        choice.setAccessibleText(label.getText());
        choice.setTooltip(new Tooltip(texts.get(page + "." + key + ".tip")));
        choice.setMaxWidth(Double.MAX_VALUE);
        setHgrow(choice, Priority.ALWAYS);
        addRow(getRowCount(), label, choice);
    }
}
