package org.gatescope.ui.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Mathematics;
import org.gatescope.cell.ShownNames;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.lesson.AnsweredNumbers;
import org.gatescope.lesson.Goal;
import org.gatescope.lesson.GoalAnswer;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.lesson.Place;
import org.gatescope.lesson.Sketch;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.KeyFocus;
import org.gatescope.ui.control.ProblemLabel;
import org.gatescope.ui.formula.FormulaView;

/** A question that is still open: what is asked, and where one answers. */
final class QuestionView extends VBox {
    private static final Texts TEXTS = Texts.of(QuestionView.class);
    private static final double FORMULA = 14;
    private static final double ROOM = 240;
    private static final int ROWS = 3;

    /** What the lesson does on a question's behalf. */
    interface Doing {
        /** Keeps an answer; an empty one where what is right is to be shown without. */
        void answer(String text);

        /** Brings the session back as the step found it. */
        void startOver();

        /** Makes the changes that lead to a goal. */
        void solve(Goal goal);
    }

    private final LessonQuestion question;
    private final Doing doing;
    private final Button answer = new Button(TEXTS.get("answer"));
    private final ProblemLabel problem = new ProblemLabel();
    /** Empty for none yet. */
    private Supplier<String> given = () -> "";

    private final Session begin;
    private final Consumer<Place> go;
    private Consumer<Run> onRun = run -> {};
    private Run run;

    /**
     * @param begin the session that the step begins with
     * @param go    leads to the place of a link
     */
    QuestionView(LessonQuestion question, Session begin, Run run, Consumer<Place> go, Doing doing) {
        this.question = question;
        this.begin = begin;
        this.run = run;
        this.go = go;
        this.doing = doing;
        getStyleClass().add("lesson-question");
        answer.setId("lesson-answer");
        answer.getStyleClass().add("accent");
        answer.setDisable(true);
        answer.setMinWidth(Region.USE_PREF_SIZE);
        answer.setOnAction(event -> commit());
        FlowPane buttons = new FlowPane(answer, link("skip", this::skip));
        buttons.getStyleClass().add("lesson-buttons");
        if (question instanceof Goal) {
            answer.setText(TEXTS.get("check"));
            answer.setDisable(false);
            buttons.getChildren().add(link("restart", doing::startOver));
        }
        getChildren().add(new LessonText(question.prompt(), go, run.session()));
        getChildren().addAll(controls(question, run));
        getChildren().addAll(problem, buttons);
    }

    static Hyperlink link(String key, Runnable action) {
        Hyperlink link = new Hyperlink(TEXTS.get(key));
        link.setId("lesson-" + key);
        link.getStyleClass().add("lesson-link");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(event -> {
            link.setVisited(false);
            action.run();
        });
        return link;
    }

    private void skip() {
        if (question instanceof Goal goal && goal.solution().isThere()) {
            doing.solve(goal);
        }
        doing.answer("");
    }

    /** Leads the keys to where one answers. */
    void ask() {
        KeyFocus.first(getChildren().get(1)).ifPresentOrElse(KeyFocus::lead, answer::requestFocus);
    }

    void check() {
        answer.requestFocus();
        answer.fire();
    }

    /** The session was changed. */
    void follow(Run now) {
        run = now;
        problem.refuse("");
        onRun.accept(now);
    }

    private List<? extends Node> controls(LessonQuestion question, Run run) {
        return switch (question) {
            case LessonQuestion.Amount amount -> List.of(number());
            case LessonQuestion.Words words -> List.of(words());
            case Sketch sketch -> List.of(sketch(sketch));
            case Goal goal -> List.of(goal(goal));
            case LessonQuestion.Line line ->
                choices(line.lines(run).stream()
                        .map(each -> line(each, run.session()))
                        .toList());
            case LessonQuestion.Sign sign -> choices(named(question.choices(run), "sign."));
            case LessonQuestion.Larger larger -> choices(named(question.choices(run), "larger."));
            case LessonQuestion.Unit unit ->
                choices(question.choices(run).stream()
                        .map(number -> button(number, TEXTS.get("unit", number)))
                        .toList());
        };
    }

    private static List<RadioButton> named(List<String> words, String group) {
        return words.stream().map(word -> button(word, TEXTS.get(group + word))).toList();
    }

    private static RadioButton button(String word, String text) {
        RadioButton button = new RadioButton(text);
        button.setUserData(word);
        button.setId("lesson-choice-" + word);
        return button;
    }

    private static RadioButton line(Assignment line, Session session) {
        RadioButton button = button(line.name(), "");
        ShownNames names = NamesOfParts.of(session, session.network().key(0));
        FormulaView formula = new FormulaView(Mathematics.of(line, names), FORMULA, ROOM);
        button.setGraphic(formula);
        button.setAccessibleText(formula.getAccessibleText());
        return button;
    }

    private List<VBox> choices(List<RadioButton> buttons) {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(buttons);
        group.selectedToggleProperty().subscribe(chosen -> answer.setDisable(chosen == null));
        given = () -> group.getSelectedToggle() == null
                ? ""
                : String.valueOf(group.getSelectedToggle().getUserData());
        VBox column = new VBox(new ArrayList<>(buttons).toArray(Node[]::new));
        column.getStyleClass().add("lesson-choices");
        column.addEventFilter(KeyEvent.KEY_PRESSED, event -> commitBy(event, event.getCode() == KeyCode.ENTER));
        return List.of(column);
    }

    private TextField number() {
        TextField field = new TextField();
        field.setId("lesson-number");
        field.setPromptText(TEXTS.get("number"));
        field.setAccessibleText(TEXTS.get("number"));
        field.setMaxWidth(ROOM / 2);
        field.textProperty().subscribe(text -> {
            problem.refuse("");
            answer.setDisable(text.isBlank());
        });
        field.setOnAction(event -> commit());
        given = () -> switch (TypedNumber.read(field.getText())) {
            case TypedNumber.Number(double value) -> Double.toString(value);
            case TypedNumber.Refused(String reason) -> {
                problem.refuse(reason);
                yield "";
            }
        };
        return field;
    }

    private TextArea words() {
        TextArea area = new TextArea();
        area.setId("lesson-words");
        area.setPromptText(TEXTS.get("words"));
        area.setAccessibleText(TEXTS.get("words"));
        area.setPrefRowCount(ROWS);
        area.setWrapText(true);
        area.textProperty().subscribe(text -> answer.setDisable(text.isBlank()));
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> commitBy(event, event.getCode() == KeyCode.ENTER && event.isShortcutDown()));
        given = () -> area.getText().strip();
        return area;
    }

    private SketchPad sketch(Sketch sketch) {
        SketchPad pad = new SketchPad(sketch.curve().size(), sketch.low(), sketch.high());
        answer.disableProperty().bind(pad.complete().not());
        given = () ->
                AnsweredNumbers.written(Arrays.stream(pad.heights()).boxed().toList());
        pad.addEventFilter(KeyEvent.KEY_PRESSED, event -> commitBy(event, event.getCode() == KeyCode.ENTER));
        return pad;
    }

    private GoalView goal(Goal goal) {
        GoalView view = new GoalView(goal, begin, run, go);
        onRun = view::show;
        given = () -> {
            if (goal.isReached(run, begin)) {
                return GoalAnswer.of(goal, run, begin).written();
            }
            problem.refuse(goal.attempt(run, begin).orElse(TEXTS.get("goal.not-yet")));
            return "";
        };
        return view;
    }

    private void commitBy(KeyEvent event, boolean isMeant) {
        if (isMeant && !answer.isDisabled()) {
            commit();
            event.consume();
        }
    }

    private void commit() {
        String text = given.get();
        if (!text.isEmpty()) {
            doing.answer(text);
        }
    }
}
