package org.gatescope.ui.lesson;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.lesson.Goal;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Place;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Fillable;
import org.gatescope.ui.control.Reveal;
import org.gatescope.ui.control.ShownNotation;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Notices;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The desk's lesson: the step that is shown, its question, and the way on and back. */
public final class LessonPanel extends BorderPane {
    private static final Texts TEXTS = Texts.of(LessonPanel.class);

    /** Of the buttons below, in pixels. */
    private static final double LEAST_FOR_WORDS = 320;

    private final Desk desk;
    private final ObjectProperty<Optional<OpenLesson>> lesson;
    private final Consumer<Place> go;
    private final Fillable fillable;
    private final Subscriptions open = new Subscriptions();
    private final Label title = new Label();
    private final Label place = new Label();
    private final VBox column = new VBox();
    private final ScrollPane scroll = new ScrollPane(column);
    private final Button back = button("back", Feather.CHEVRON_LEFT);
    private final Button again = button("again", Feather.CORNER_UP_LEFT);
    private final Button next = button("next", Feather.CHEVRON_RIGHT);
    private @Nullable QuestionView question;
    private @Nullable RevealView reveal;
    /** What became of the session in steps that ask for a change, by step. */
    private final Map<Integer, Session> made = new HashMap<>();

    /** @param go leads the window to a place */
    public LessonPanel(Desk desk, Consumer<Place> go) {
        this.desk = desk;
        this.go = go;
        lesson = desk.lesson();
        setId("lesson");
        getStyleClass().addAll("panel", "lesson-panel");
        fillable = Fillable.enlarged(this, "lesson", TEXTS.get("title")).wide();
        column.getStyleClass().add("lesson-column");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("lesson-scroll");
        setTop(heading());
        setCenter(scroll);
        setBottom(footer());
        open.add(
                lesson.subscribe((before, now) -> {
                    if (!before.map(OpenLesson::lesson).equals(now.map(OpenLesson::lesson))) {
                        made.clear();
                    }
                    show(now);
                }),
                desk.workbench().followRuns(this::follow),
                ShownNotation.follow(() -> show(lesson.get())));
        show(lesson.get());
    }

    /** Lets go of what it listens to. */
    public void close() {
        open.unsubscribe();
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(LessonPanel.class.getResource("lesson.css"))
                .toExternalForm();
    }

    private HBox heading() {
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        place.getStyleClass().add("muted");
        place.setId("lesson-place");
        VBox words = new VBox(title, place);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button leave = new Button("", new FontIcon(Feather.X));
        leave.setId("lesson-leave");
        leave.getStyleClass().add("tool");
        leave.setAccessibleText(TEXTS.get("leave"));
        leave.setTooltip(new Tooltip(TEXTS.get("leave")));
        leave.setMinWidth(Region.USE_PREF_SIZE);
        leave.setOnAction(event -> leave());
        HBox heading = new HBox(words, fillable.button(), leave);
        heading.setAlignment(Pos.TOP_LEFT);
        heading.getStyleClass().add("lesson-heading");
        fillable.byDoubleClick(heading);
        return heading;
    }

    private HBox footer() {
        back.setOnAction(event -> back());
        again.setOnAction(event -> returnToStep());
        next.setOnAction(event -> on());
        next.getStyleClass().add("accent");
        next.setGraphicTextGap(4);
        next.setContentDisplay(ContentDisplay.RIGHT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox footer = new HBox(back, again, space, next);
        footer.getStyleClass().add("lesson-footer");
        footer.widthProperty()
                .subscribe(width -> again.setContentDisplay(
                        width.doubleValue() < LEAST_FOR_WORDS ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        again.setMinWidth(0);
        again.setAccessibleText(TEXTS.get("again"));
        return footer;
    }

    private static Button button(String key, Feather icon) {
        Button button = new Button(TEXTS.get(key), new FontIcon(icon));
        button.setId("lesson-" + key);
        button.getStyleClass().add("lesson-step");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(TEXTS.get(key + ".tip")));
        return button;
    }

    private void show(Optional<OpenLesson> now) {
        column.getChildren().clear();
        question = null;
        reveal = null;
        now.ifPresent(this::show);
    }

    private void show(OpenLesson now) {
        title.setText(now.lesson().title());
        place.setText(TEXTS.get("place", now.at() + 1, now.lesson().steps().size()));
        if (now.isFirst()) {
            column.getChildren().add(goals(now));
        }
        column.getChildren()
                .add(new LessonText(
                        now.step().text(), go, desk.workbench().session().get()));
        Run run = desk.workbench().shown().get().run();
        if (now.isDone()) {
            reveal(now, run);
        } else {
            QuestionView asked =
                    new QuestionView(now.step().question().orElseThrow(), now.begin(), run, go, new Doing());
            question = asked;
            column.getChildren().add(asked);
        }
        back.setDisable(now.isFirst());
        next.setDisable(now.isLast() || !now.isDone());
        if (now.isLast() && now.isDone()) {
            Label end = new Label(TEXTS.get("end"));
            end.getStyleClass().add("muted");
            end.setWrapText(true);
            column.getChildren().add(end);
        }
        scroll.setVvalue(0);
    }

    private void follow(Run run) {
        QuestionView asked = question;
        if (asked != null) {
            asked.follow(run);
        }
        lesson.get().ifPresent(now -> reveal(now, run));
    }

    /** The session as the step began. */
    private void startOver() {
        lesson.get().ifPresent(now -> desk.workbench().put(TEXTS.get("restart"), now.begin()));
    }

    /** What a question asks of the lesson. */
    private final class Doing implements QuestionView.Doing {
        @Override
        public void answer(String text) {
            LessonPanel.this.answer(text);
        }

        @Override
        public void startOver() {
            LessonPanel.this.startOver();
        }

        @Override
        public void solve(Goal goal) {
            lesson.get()
                    .ifPresent(now -> desk.workbench()
                            .put(TEXTS.get("skip"), goal.solution().of(now.begin())));
        }
    }

    private static VBox goals(OpenLesson now) {
        VBox goals = new VBox(new Label(TEXTS.get("minutes", now.lesson().minutes())));
        now.lesson().goals().forEach(goal -> goals.getChildren().add(new Label(TEXTS.get("goal", goal))));
        goals.getChildren().forEach(line -> {
            line.getStyleClass().add("muted");
            ((Label) line).setWrapText(true);
            ((Label) line).setMinHeight(Region.USE_PREF_SIZE);
        });
        goals.getStyleClass().add("lesson-goals");
        return goals;
    }

    /** What the answer comes to in a run, in the place of what it came to in the one before. */
    private void reveal(OpenLesson now, Run run) {
        if (now.answer().isPresent()) {
            RevealView shown = new RevealView(now, now.answer().get(), run, go, this::startOver);
            int at = column.getChildren().indexOf(reveal);
            if (at < 0) {
                column.getChildren().add(shown);
            } else {
                column.getChildren().set(at, shown);
            }
            reveal = shown;
        }
    }

    private void answer(String text) {
        lesson.get().ifPresent(now -> {
            lesson.set(Optional.of(now.answered(text)));
            go.accept(now.step().shown());
            if (next.isDisabled()) {
                getScene().getRoot().requestFocus();
            } else {
                next.requestFocus();
            }
            scrollToReveal();
        });
    }

    private void scrollToReveal() {
        Platform.runLater(() -> {
            scroll.applyCss();
            scroll.layout();
            RevealView shown = reveal;
            if (shown != null) {
                double top = shown.getBoundsInParent().getMinY();
                double room = scroll.getViewportBounds().getHeight();
                Reveal.vertically(scroll, top, top + Math.min(room, shown.getHeight()), 8);
            }
        });
    }

    /**
     * Goes on to the next step. Where a question is still open it leads to that.
     *
     * @param unanswered whether what is asked is shown without an answer, as in front of a class
     */
    public void goOn(boolean unanswered) {
        QuestionView asked = question;
        if (asked == null) {
            on();
        } else if (unanswered) {
            answer("");
        } else {
            asked.ask();
        }
    }

    private void on() {
        lesson.get().filter(now -> now.isDone() && !now.isLast()).ifPresent(now -> to(now, now.at(now.at() + 1)));
    }

    /** The same as the button: where something is asked for, it is seen whether it is there. */
    public void check() {
        QuestionView asked = question;
        if (asked != null) {
            asked.check();
        }
    }

    /** To the step before. */
    public void back() {
        lesson.get().filter(now -> !now.isFirst()).ifPresent(now -> to(now, now.at(now.at() - 1)));
    }

    private void to(OpenLesson left, OpenLesson step) {
        boolean wasHere = next.isFocused() || back.isFocused();
        bringSession(left, step);
        lesson.set(Optional.of(step));
        returnToStep();
        if (wasHere) {
            (next.isDisabled() ? this : next).requestFocus();
        }
    }

    /**
     * What was changed for a goal is not there in other steps, whose numbers are those from before, and is there again when
     * one comes back.
     */
    private void bringSession(OpenLesson left, OpenLesson step) {
        if (left.asksForChange()) {
            made.put(left.at(), desk.workbench().session().get());
        }
        Session kept = made.get(step.at());
        if (kept != null) {
            desk.workbench().put(TEXTS.get("kept"), kept);
        } else if (left.asksForChange() || !left.begin().equals(step.begin())) {
            desk.workbench().put(TEXTS.get("begun", step.at() + 1), step.begin());
        }
    }

    /** What the step shows, wherever the window was led meanwhile. */
    public void returnToStep() {
        lesson.get().ifPresent(now -> now.places().forEach(go));
    }

    private void leave() {
        Optional<OpenLesson> left = lesson.get();
        lesson.set(Optional.empty());
        desk.notices().tell(TEXTS.get("left"), new Notices.Offer(TEXTS.get("left.back"), () -> lesson.set(left)));
    }

    /** As it can fill the window. */
    public Fillable fillable() {
        return fillable;
    }
}
