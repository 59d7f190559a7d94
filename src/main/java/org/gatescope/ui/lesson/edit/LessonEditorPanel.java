package org.gatescope.ui.lesson.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.explain.WrittenNumber;
import org.gatescope.lesson.Lesson;
import org.gatescope.lesson.LessonStep;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Place;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Subscriptions;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.desk.Desk;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The desk's lesson as it is written: its steps and the entries of one of them. What is typed is the desk's lesson at once;
 * a question that cannot be asked yet stays what it was there.
 */
public final class LessonEditorPanel extends BorderPane {
    private static final Texts TEXTS = Texts.of(LessonEditorPanel.class);
    private static final double LIST = 132;
    private static final int MOST_MINUTES = 10_000;
    private static final int MOST_STEPS = 1000;
    private static final int LONGEST = 60;
    private static final int USUAL_MINUTES = 10;

    private final Desk desk;
    private final Supplier<Place> here;
    private final Consumer<Place> go;
    private final Editing editing = new Doing();
    private final Subscriptions open = new Subscriptions();
    private final ListView<Integer> list = new ListView<>();
    private final VBox column = new VBox();
    private final ScrollPane scroll = new ScrollPane(column);
    private final ProblemLabel status = new ProblemLabel();
    private final Button undo = tool("undo", Feather.ROTATE_CCW, this::undo);
    private final Button redo = tool("redo", Feather.ROTATE_CW, this::redo);
    private final Button add = tool("add", Feather.PLUS, this::add);
    private final Button copy = tool("copy", Feather.COPY, this::copy);
    private final Button delete = tool("delete", Feather.TRASH_2, this::delete);
    private final Button up = tool("up", Feather.ARROW_UP, () -> move(-1));
    private final Button down = tool("down", Feather.ARROW_DOWN, () -> move(1));
    private final Map<Session, Run> runs = new HashMap<>(); // of the sessions that other steps begin with
    private DraftHistory history;
    private @Nullable StepForm form;
    private boolean isShowing;
    private int shownStep = -1;

    /**
     * @param here what the window shows now
     * @param go   leads the window to a place
     * @param done ends the editing
     */
    public LessonEditorPanel(Desk desk, Supplier<Place> here, Consumer<Place> go, Runnable done) {
        this.desk = desk;
        this.here = here;
        this.go = go;
        history = new DraftHistory(
                LessonDraft.of(first(Place.ANY, desk.workbench().session().get())));
        setId("lesson-editor");
        getStyleClass().addAll("panel", "lesson-editor");
        column.getStyleClass().add("edit-column");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("lesson-scroll");
        list.setId("edit-steps");
        list.setAccessibleText(TEXTS.get("steps"));
        list.setPrefHeight(LIST);
        list.setMinHeight(LIST / 2);
        list.setCellFactory(view -> new StepCell());
        list.getSelectionModel().selectedIndexProperty().subscribe(index -> choose(index.intValue()));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        addEventFilter(KeyEvent.KEY_PRESSED, this::takeBack);
        Shortcuts.keepUndo(this);
        setTop(heading(done));
        setCenter(scroll);
        status.setId("edit-status");
        status.getStyleClass().add("edit-status");
        setBottom(status);
        open.add(desk.workbench().followRuns(run -> check()), desk.workbench().followSession(this::follow));
    }

    /**
     * A lesson with nothing said yet.
     *
     * @param place   what the window shows at its one step
     * @param session that it begins with
     */
    public static OpenLesson first(Place place, Session session) {
        return OpenLesson.of(
                new Lesson(
                        TEXTS.get("new.title"),
                        USUAL_MINUTES,
                        List.of(),
                        List.of(new LessonStep("", place, Optional.empty(), "", place))),
                session);
    }

    /** Lets go of what it listens to. */
    public void close() {
        open.unsubscribe();
    }

    /** Begins with a lesson, of which nothing is to be taken back. */
    public void edit(OpenLesson lesson) {
        history = new DraftHistory(LessonDraft.of(lesson));
        show();
        lead();
    }

    /** The preview is left: nothing of it is kept. */
    public void comeBack() {
        desk.lesson().get().ifPresent(lesson -> history.look(lesson.at()));
        show();
        publish();
        lead();
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(LessonEditorPanel.class.getResource("edit.css"))
                .toExternalForm();
    }

    private static Button tool(String key, Feather icon, Runnable action) {
        Button tool = new Button("", new FontIcon(icon));
        tool.setId("edit-" + key);
        tool.getStyleClass().add("tool");
        tool.setAccessibleText(TEXTS.get(key));
        tool.setTooltip(new Tooltip(TEXTS.get(key + ".tip")));
        tool.setMinWidth(Region.USE_PREF_SIZE);
        tool.setOnAction(event -> action.run());
        return tool;
    }

    private Node heading(Runnable done) {
        Label title = new Label(TEXTS.get("title"));
        title.getStyleClass().add("strong");
        Button end = new Button(TEXTS.get("done"));
        end.setId("edit-done");
        end.setTooltip(new Tooltip(TEXTS.get("done.tip")));
        end.setMinWidth(Region.USE_PREF_SIZE);
        end.setOnAction(event -> done.run());
        HBox row = new HBox(title, space(), undo, redo, end);
        row.getStyleClass().add("edit-row");
        HBox steps = new HBox(new Label(TEXTS.get("steps")), space(), add, copy, delete, up, down);
        steps.getStyleClass().add("edit-row");
        VBox heading = new VBox(row, steps, list);
        heading.getStyleClass().add("edit-heading");
        return heading;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private final class StepCell extends ListCell<Integer> {
        @Override
        protected void updateItem(Integer index, boolean isEmpty) {
            super.updateItem(index, isEmpty);
            boolean isThere =
                    !isEmpty && index != null && index < history.now().steps().size();
            setText(isThere ? name(index) : "");
            setPrefWidth(0); // as wide as the list: longer texts end in dots
        }
    }

    private String name(int index) {
        StepDraft step = history.now().steps().get(index);
        String words = step.text().replaceAll("\\]\\([^)]*\\)|[`*\\[\\]]", "").strip();
        String start = words.isEmpty()
                ? TEXTS.get("step.empty")
                : words.lines().findFirst().orElse("");
        return TEXTS.get("step", index + 1, start.length() <= LONGEST ? start : start.substring(0, LONGEST));
    }

    private void press(KeyEvent event) {
        boolean isMove = event.isAltDown() && !event.isShortcutDown();
        if (isMove && event.getCode() == KeyCode.UP) {
            move(-1);
        } else if (isMove && event.getCode() == KeyCode.DOWN) {
            move(1);
        } else if (event.getCode() == KeyCode.DELETE) {
            delete();
        } else if (event.getCode() == KeyCode.INSERT) {
            add();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.D) {
            copy();
        } else {
            return;
        }
        list.requestFocus();
        event.consume();
    }

    private void takeBack(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean isRedo = event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown();
        if (isRedo) {
            redo();
        } else if (event.getCode() == KeyCode.Z) {
            undo();
        } else {
            return;
        }
        event.consume();
    }

    private void undo() {
        if (history.canUndo()) {
            history.undo();
            show();
            publish();
            lead();
        }
    }

    private void redo() {
        if (history.canRedo()) {
            history.redo();
            show();
            publish();
            lead();
        }
    }

    private void change(UnaryOperator<LessonDraft> how) {
        history.put("", how.apply(history.now()));
        show();
        publish();
        lead();
    }

    private void add() {
        if (history.now().steps().size() < MOST_STEPS) {
            change(now -> now.with(StepDraft.at(here.get())));
        }
    }

    private void copy() {
        if (history.now().steps().size() < MOST_STEPS) {
            change(now -> now.with(now.step()));
        }
    }

    private void delete() {
        if (history.now().canDelete()) {
            change(LessonDraft::withoutStep);
        }
    }

    private void move(int by) {
        if (history.now().canMove(by)) {
            change(now -> now.moved(by));
        }
    }

    private void choose(int index) {
        if (!isShowing && index >= 0 && index != history.now().at()) {
            history.look(index);
            show();
            publish();
            lead();
            go.accept(history.now().step().place());
        }
    }

    /** The window shows the session that the step begins with. */
    private void lead() {
        Session begin = history.now().open().begin();
        if (!desk.workbench().session().get().equals(begin)) {
            desk.workbench().put(TEXTS.get("begin"), begin);
        }
    }

    /** What is edited of the session is what the step begins with. */
    private void follow(Session session) {
        boolean isEdited = getScene() != null
                && desk.lesson().get().isPresent()
                && !desk.workbench().isOpening();
        if (isEdited && !history.now().open().begin().equals(session)) {
            history.put("session", history.now().withBegin(session));
            publish();
        }
    }

    /** The draft as the desk's lesson. */
    private void publish() {
        desk.lesson().set(Optional.of(history.now().open()));
    }

    /** All entries anew, with the focus where it was. */
    private void show() {
        isShowing = true;
        Optional<String> focused = Optional.ofNullable(getScene())
                .map(scene -> scene.getFocusOwner())
                .filter(this::isWithin)
                .map(Node::getId);
        LessonDraft now = history.now();
        boolean isSame = now.at() == shownStep;
        shownStep = now.at();
        list.getItems().setAll(IntStream.range(0, now.steps().size()).boxed().toList());
        list.getSelectionModel().clearAndSelect(now.at());
        list.scrollTo(Math.max(0, now.at() - 1));
        StepForm shown = new StepForm(now.step(), editing);
        form = shown;
        List<Node> nodes = new ArrayList<>();
        if (now.at() == 0) {
            nodes.add(ofLesson(now));
        }
        nodes.add(shown);
        double was = isSame ? scrolled() : 0;
        column.getChildren().setAll(nodes);
        check();
        scrollTo(was);
        focused.map(id -> lookup("#" + id)).ifPresent(Node::requestFocus);
        isShowing = false;
    }

    /** How far down the entries are scrolled, in pixels: of a column that has grown, the share is another. */
    private double scrolled() {
        return scroll.getVvalue() * hidden();
    }

    private void scrollTo(double pixels) {
        applyCss();
        layout();
        scroll.setVvalue(hidden() <= 0 ? 0 : Math.min(1, pixels / hidden()));
    }

    /** The height of the entries beyond that of the view. */
    private double hidden() {
        return column.getHeight() - scroll.getViewportBounds().getHeight();
    }

    private boolean isWithin(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(this)) {
                return true;
            }
        }
        return false;
    }

    private VBox ofLesson(LessonDraft now) {
        EntryField title = EntryField.line("title", TEXTS.get("lesson.title"), now.title(), text -> {});
        title.input().textProperty().subscribe((before, text) -> {
            title.refuse(text.isBlank() ? TEXTS.get("problem.title") : "");
            if (!text.isBlank()) {
                type("title", draft -> draft.withTitle(text));
            }
        });
        EntryField minutes =
                EntryField.line("minutes", TEXTS.get("lesson.minutes"), String.valueOf(now.minutes()), text -> {});
        minutes.input().textProperty().subscribe((before, text) -> {
            boolean isFit =
                    text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_MINUTES;
            minutes.refuse(isFit ? "" : TEXTS.get("problem.minutes", MOST_MINUTES));
            if (isFit) {
                type("minutes", draft -> draft.withMinutes(Integer.parseInt(text)));
            }
        });
        EntryField goals = EntryField.lines(
                "goals",
                TEXTS.get("lesson.goals"),
                String.join("\n", now.goals()),
                2,
                text -> type(
                        "goals",
                        draft -> draft.withGoals(text.lines()
                                .filter(line -> !line.isBlank())
                                .map(String::strip)
                                .toList())));
        VBox entries = new VBox(title, minutes, goals);
        entries.getStyleClass().add("edit-column");
        return entries;
    }

    private void type(String key, UnaryOperator<LessonDraft> how) {
        history.put(key, how.apply(history.now()));
        check();
        publish();
        list.refresh();
    }

    /** What is wrong is said; what can be asked now is what is asked. */
    private void check() {
        LessonDraft now = history.now();
        Run run = editing.run();
        Optional<TypedQuestion.Outcome> outcome = now.step().question().map(draft -> TypedQuestion.read(draft, run));
        outcome.flatMap(TypedQuestion.Outcome::question)
                .ifPresent(question -> history.settle(now.change(step -> step.withAsked(question))));
        StepForm shown = form;
        if (shown != null) {
            shown.tell(now.step(), outcome);
        }
        tellStatus();
        undo.setDisable(!history.canUndo());
        redo.setDisable(!history.canRedo());
        delete.setDisable(!now.canDelete());
        up.setDisable(!now.canMove(-1));
        down.setDisable(!now.canMove(1));
    }

    /** A step may begin with a session of its own, whose numbers its question is about. */
    private Run run(int step, OpenLesson lesson) {
        Run shown = editing.run();
        Session begin = lesson.at(step).begin();
        return shown.session().equals(begin) ? shown : runs.computeIfAbsent(begin, Run::of);
    }

    private void tellStatus() {
        List<StepDraft> steps = history.now().steps();
        OpenLesson lesson = history.now().open();
        runs.keySet()
                .retainAll(IntStream.range(0, steps.size())
                        .mapToObj(i -> lesson.at(i).begin())
                        .collect(Collectors.toSet()));
        String faulty = String.join(
                ", ",
                IntStream.range(0, steps.size())
                        .filter(i -> steps.get(i).question().stream()
                                .anyMatch(question -> !TypedQuestion.read(question, run(i, lesson))
                                        .problems()
                                        .isEmpty()))
                        .mapToObj(i -> String.valueOf(i + 1))
                        .toList());
        status.refuse(faulty.isEmpty() ? "" : TEXTS.get("status", faulty));
    }

    private final class Doing implements Editing {
        @Override
        public Run run() {
            return desk.workbench().shown().get().run();
        }

        @Override
        public Place here() {
            return here.get();
        }

        @Override
        public void go(Place place) {
            go.accept(place);
        }

        @Override
        public String openNumber() {
            return WrittenNumber.written(desk.selection().opened().get());
        }

        @Override
        public void type(String key, UnaryOperator<StepDraft> change) {
            LessonEditorPanel.this.type(
                    key.isEmpty() ? "" : history.now().at() + " " + key, draft -> draft.change(change));
        }

        @Override
        public void choose(UnaryOperator<StepDraft> change) {
            LessonEditorPanel.this.change(draft -> draft.change(change));
        }

        @Override
        public void refuse(String sentence) {
            desk.notices().tell(sentence);
        }
    }
}
