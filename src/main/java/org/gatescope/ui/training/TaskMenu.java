package org.gatescope.ui.training;

import javafx.geometry.Pos;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.lesson.Task;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.desk.Notices;

/** The tasks with what each shows, and the seed that they are generated from. */
final class TaskMenu extends VBox {
    private static final Texts TEXTS = Texts.of(TaskMenu.class);
    /** Beyond it doubles skip whole numbers. */
    private static final double LARGEST_SEED = 1L << 53;

    /** Of a task's line, in pixels. */
    private static final double WIDTH = 320;

    private final MenuButton menu = new MenuButton(TEXTS.get("tasks"));
    private final TextField seed = new TextField("1");
    private final ProblemLabel problem = new ProblemLabel();

    /** @param notices told what a task shows */
    TaskMenu(Workbench workbench, Notices notices) {
        menu.setId("tasks");
        menu.setAccessibleText(menu.getText());
        menu.getStyleClass().addAll("outline-card", "cell-choice");
        seed.setId("task-seed");
        seed.setPrefColumnCount(4);
        seed.setAccessibleText(TEXTS.get("seed"));
        Label name = new Label(TEXTS.get("seed"));
        name.getStyleClass().add("size-label");
        name.setLabelFor(seed);
        name.setMinWidth(USE_PREF_SIZE);
        for (Task task : Task.values()) {
            CustomMenuItem item = new CustomMenuItem(card(task));
            item.setId("task-" + task.id());
            item.setText(task.title());
            item.getStyleClass().add("task-item");
            item.setOnAction(event -> open(workbench, task, notices));
            menu.getItems().add(item);
        }
        HBox row = new HBox(menu, name, seed);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("choice");
        problem.setId("task-problem");
        getChildren().addAll(row, problem);
        seed.textProperty().subscribe(() -> problem.refuse(""));
    }

    private static VBox card(Task task) {
        Label title = new Label(task.title());
        title.getStyleClass().add("strong");
        Text purpose = new Text(task.purpose());
        purpose.getStyleClass().add("task-purpose");
        purpose.setWrappingWidth(WIDTH); // a label would be as high as at no width, and so be cut
        VBox card = new VBox(title, purpose);
        card.getStyleClass().add("task-card");
        card.setAccessibleText(task.title() + ". " + task.purpose());
        return card;
    }

    private void open(Workbench workbench, Task task, Notices notices) {
        if (TypedNumber.read(seed.getText()) instanceof TypedNumber.Number(double value)
                && value == Math.rint(value)
                && Math.abs(value) <= LARGEST_SEED) {
            task.open(workbench, TEXTS.get("open", task.title()), (long) value);
            notices.tell(task.purpose());
        } else {
            problem.refuse(TEXTS.get("seed.whole", seed.getText()));
            seed.requestFocus();
        }
    }
}
