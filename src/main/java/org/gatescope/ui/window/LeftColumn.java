package org.gatescope.ui.window;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.gatescope.text.Texts;

/** The left of the window: the tables, or in their place the lesson, while one is open. */
final class LeftColumn extends BorderPane {
    private static final Texts TEXTS = Texts.of(LeftColumn.class);

    private final Node tables;
    private final Node lesson;
    private final Node goal;
    private final ToggleButton first = pill("lesson");
    private final ToggleButton second = pill("tables");
    private final HBox choice = new HBox(first, second);

    /**
     * @param goal   what the lesson asks to be reached, below the tables
     * @param isOpen whether there is a lesson: it is shown as soon as there is
     */
    LeftColumn(Node tables, Node lesson, Node goal, ObservableValue<Boolean> isOpen) {
        this.tables = tables;
        this.lesson = lesson;
        this.goal = goal;
        getStyleClass().addAll("panel", "left-column");
        choice.getStyleClass().add("left-choice");
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(first, second);
        first.setOnAction(event -> show(true));
        second.setOnAction(event -> show(false));
        setTop(choice);
        isOpen.subscribe(open -> {
            choice.setVisible(open);
            choice.setManaged(open);
            show(open);
        });
    }

    private static ToggleButton pill(String key) {
        ToggleButton pill = new ToggleButton(TEXTS.get("left." + key));
        pill.setId("left-" + key);
        pill.getStyleClass().add("pill");
        return pill;
    }

    private void show(boolean isLesson) {
        setCenter(isLesson ? lesson : tables);
        setBottom(isLesson ? null : goal);
        first.setSelected(isLesson);
        second.setSelected(!isLesson);
    }

    void showTables() {
        show(false);
    }

    void showLesson() {
        show(true);
    }
}
