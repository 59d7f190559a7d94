package org.gatescope.ui.projector;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.gatescope.cell.Formula;
import org.gatescope.lesson.Lesson;
import org.gatescope.lesson.LessonStep;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Place;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.formula.FormulaView;
import org.gatescope.ui.lesson.LessonText;

/** What whoever speaks sees while others look at the projector: the notes of the step, what comes next, and the time. */
public final class SpeakerPanel extends VBox {
    private static final Texts TEXTS = Texts.of(SpeakerPanel.class);
    private static final int MOST_OPERATIONS = 6;
    private static final double FORMULA = 17;
    private static final int SECONDS_OF_A_MINUTE = 60;

    private final Desk desk;
    private final Workbench workbench;
    private final Consumer<Place> go;
    private final BiFunction<Playhead, Session, String> position;
    private final BiFunction<Playhead, Session, Formula> operation;
    private final LongSupplier seconds;
    private final Label title = new Label();
    private final Label step = new Label();
    private final Label elapsed = new Label();
    private final Label place = new Label();
    private final VBox notes = new VBox();
    private final VBox next = new VBox();
    private final Timeline clock;
    private final Subscriptions open = new Subscriptions();

    /**
     * @param go        leads to the place of a link
     * @param position  of the playhead, in words
     * @param operation at the playhead
     * @param seconds   since speaking began
     */
    public SpeakerPanel(
            Desk desk,
            Consumer<Place> go,
            BiFunction<Playhead, Session, String> position,
            BiFunction<Playhead, Session, Formula> operation,
            LongSupplier seconds) {
        this.desk = desk;
        this.workbench = desk.workbench();
        this.go = go;
        this.position = position;
        this.operation = operation;
        this.seconds = seconds;
        setId("speaker");
        getStyleClass().add("speaker");
        title.getStyleClass().add("speaker-title");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        elapsed.setId("speaker-elapsed");
        elapsed.getStyleClass().add("speaker-elapsed");
        elapsed.setMinWidth(USE_PREF_SIZE);
        step.setId("speaker-step");
        step.getStyleClass().add("muted");
        place.setId("speaker-place");
        place.getStyleClass().add("strong");
        notes.setId("speaker-notes");
        next.setId("speaker-next");
        next.getStyleClass().add("speaker-next");
        VBox column = new VBox(notes, next);
        column.getStyleClass().add("speaker-column");
        ScrollPane page = new ScrollPane(column);
        page.setFitToWidth(true);
        VBox.setVgrow(page, Priority.ALWAYS);
        Label keys = new Label(TEXTS.get("speaker.keys"));
        keys.getStyleClass().add("muted");
        keys.setWrapText(true);
        keys.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(new HBox(12, title, elapsed), step, page, place, keys);
        clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        tick();
        open.add(
                desk.lesson().subscribe(now -> show()),
                workbench.follow((run, playhead) -> show(), playhead -> show()),
                clock::stop);
    }

    /** Lets go of what it listens to, and of its clock. */
    public void close() {
        open.unsubscribe();
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(Board.class.getResource("projector.css")).toExternalForm();
    }

    private void tick() {
        long passed = seconds.getAsLong();
        elapsed.setText(TEXTS.get(
                "speaker.elapsed", passed / SECONDS_OF_A_MINUTE, String.format("%02d", passed % SECONDS_OF_A_MINUTE)));
    }

    private void show() {
        Playhead now = workbench.shown().get().playhead();
        Session session = workbench.shown().get().run().session();
        place.setText(position.apply(now, session));
        Optional<OpenLesson> lesson = desk.lesson().get();
        title.setText(lesson.map(known -> known.lesson().title()).orElseGet(desk::title));
        step.setText(lesson.map(SpeakerPanel::step).orElse(""));
        step.setManaged(lesson.isPresent());
        if (lesson.isPresent()) {
            show(lesson.get(), session);
        } else {
            showOperations(now, session);
        }
    }

    private static String step(OpenLesson lesson) {
        return TEXTS.get(
                "speaker.step",
                lesson.at() + 1,
                lesson.lesson().steps().size(),
                lesson.lesson().minutes());
    }

    /** Where a step has no notes, what the others read is better than nothing. */
    private void show(OpenLesson open, Session session) {
        LessonStep now = open.step();
        Lesson lesson = open.lesson();
        notes.getChildren().setAll(new LessonText(now.notes().isEmpty() ? now.text() : now.notes(), go, session));
        next.getChildren().setAll(heading("speaker.next"));
        next.getChildren()
                .add(
                        open.isLast()
                                ? words(TEXTS.get("speaker.end"))
                                : new LessonText(first(lesson.steps().get(open.at() + 1)), go, session));
    }

    /** Its first paragraph. */
    private static String first(LessonStep step) {
        return step.text().strip().split("\\n\\s*\\n", 2)[0];
    }

    private void showOperations(Playhead now, Session session) {
        Formula formula = operation.apply(now, session);
        boolean isAtStart = formula.equals(Formula.EMPTY);
        Node what = isAtStart ? words(TEXTS.get("speaker.start")) : new FormulaView(formula, FORMULA);
        notes.getChildren().setAll(what);
        List<Node> rows = new ArrayList<>(List.of(heading("speaker.operations")));
        Playhead at = now;
        for (int i = 0; i < MOST_OPERATIONS && !at.isAtEnd(); i++) {
            at = at.next();
            rows.add(new FormulaView(operation.apply(at, session), FORMULA));
        }
        if (rows.size() == 1) {
            rows.add(words(TEXTS.get("speaker.end")));
        }
        next.getChildren().setAll(rows);
    }

    private static Label heading(String key) {
        Label heading = words(TEXTS.get(key));
        heading.getStyleClass().add("muted");
        return heading;
    }

    private static Label words(String text) {
        Label words = new Label(text);
        words.setWrapText(true);
        return words;
    }
}
