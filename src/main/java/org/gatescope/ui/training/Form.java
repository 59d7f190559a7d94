package org.gatescope.ui.training;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Names with their fields, below one another; those of all forms of the panel begin and end at the same places. */
final class Form extends GridPane {
    /** Room for nearly every name. */
    private static final double NAMES = 92;

    Form() {
        getStyleClass().add("training-fields");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(NAMES);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    /** Below those that are there. */
    void add(String name, Control field) {
        Label label = new Label(name);
        label.getStyleClass().add("size-label");
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        field.setMaxWidth(Double.MAX_VALUE);
        addRow(getRowCount(), label, field);
    }
}
