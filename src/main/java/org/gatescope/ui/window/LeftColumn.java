package org.gatescope.ui.window;

import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.gatescope.text.Texts;

/**
 * The left of the window: the tables, or in their place the lesson, while one is open. While it is edited the form stands
 * there, and the lesson as learners see it is its preview.
 */
final class LeftColumn extends BorderPane {
    private static final Texts TEXTS = Texts.of(LeftColumn.class);

    private final Map<ToggleButton, Node> nodes;
    private final Node goal;
    private final ToggleButton lesson = pill("lesson");
    private final ToggleButton form = pill("edit");
    private final ToggleButton tables = pill("tables");
    private final HBox choice = new HBox(form, lesson, tables);
    private final ToggleGroup group = new ToggleGroup();

    /**
     * @param form     in which the lesson is edited
     * @param goal     what the lesson asks to be reached, below the tables
     * @param isOpen   whether there is a lesson: it is shown as soon as there is
     * @param isEdited whether the form is offered
     */
    LeftColumn(
            Node tables, Node lesson, Node form, Node goal, ObservableValue<Boolean> isOpen, BooleanProperty isEdited) {
        this.goal = goal;
        nodes = Map.of(this.lesson, lesson, this.form, form, this.tables, tables);
        getStyleClass().addAll("panel", "left-column");
        choice.getStyleClass().add("left-choice");
        nodes.keySet().forEach(pill -> {
            pill.setToggleGroup(group);
            pill.setOnAction(event -> show(pill));
        });
        this.form.visibleProperty().bind(isEdited);
        this.form.managedProperty().bind(isEdited);
        setTop(choice);
        isOpen.subscribe(open -> {
            choice.setVisible(open);
            choice.setManaged(open);
            show(open ? this.lesson : this.tables);
        });
        isEdited.subscribe((before, edited) -> {
            this.lesson.setText(TEXTS.get(edited ? "left.preview" : "left.lesson"));
            show(edited ? this.form : isOpen.getValue() ? this.lesson : this.tables);
        });
    }

    private static ToggleButton pill(String key) {
        ToggleButton pill = new ToggleButton(TEXTS.get("left." + key));
        pill.setId("left-" + key);
        pill.getStyleClass().add("pill");
        return pill;
    }

    private void show(ToggleButton pill) {
        setCenter(nodes.get(pill));
        setBottom(pill.equals(tables) && !form.isVisible() ? goal : null);
        pill.setSelected(true);
    }

    void showTables() {
        show(tables);
    }

    /** The lesson, or the form where it is edited and nobody looks at its preview. */
    void showLesson() {
        if (!(form.isSelected() && form.isVisible())) {
            show(lesson);
        }
    }
}
