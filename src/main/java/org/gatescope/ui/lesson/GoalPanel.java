package org.gatescope.ui.lesson;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gatescope.lesson.Goal;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Place;
import org.gatescope.session.Run;
import org.gatescope.session.Subscriptions;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;

/** What the desk's lesson asks to be reached, below the tables in which one changes it. */
public final class GoalPanel extends VBox {
    private static final Texts TEXTS = Texts.of(GoalPanel.class);

    private final Desk desk;
    private final Consumer<Place> go;
    private final Runnable onCheck;
    private final Subscriptions open = new Subscriptions();

    /**
     * @param go      leads the window to a place
     * @param onCheck where one wants to know whether it is reached
     */
    public GoalPanel(Desk desk, Consumer<Place> go, Runnable onCheck) {
        this.desk = desk;
        this.go = go;
        this.onCheck = onCheck;
        setId("lesson-goal");
        getStyleClass().add("lesson-goal");
        open.add(
                desk.lesson()
                        .subscribe(now -> show(desk.workbench().shown().get().run())),
                desk.workbench().followRuns(this::show));
    }

    /** Lets go of what it listens to. */
    public void close() {
        open.unsubscribe();
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(GoalPanel.class.getResource("lesson.css")).toExternalForm();
    }

    private void show(Run run) {
        getChildren().clear();
        Optional<OpenLesson> asking =
                desk.lesson().get().filter(OpenLesson::asksForChange).filter(now -> !now.isDone());
        setVisible(asking.isPresent());
        setManaged(asking.isPresent());
        asking.ifPresent(now -> {
            Label title = new Label(TEXTS.get("goal.title"));
            title.getStyleClass().add("muted");
            Goal goal = (Goal) now.step().question().orElseThrow();
            getChildren().addAll(title, new GoalView(goal, now.begin(), run, go), QuestionView.link("check", onCheck));
        });
    }
}
