package org.gatescope.ui.lesson;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.WrittenNumber;
import org.gatescope.lesson.AnsweredNumbers;
import org.gatescope.lesson.Goal;
import org.gatescope.lesson.GoalAnswer;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.lesson.LessonStep;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Place;
import org.gatescope.lesson.Sketch;
import org.gatescope.lesson.Verdict;
import org.gatescope.session.Run;
import org.gatescope.ui.inspect.Arithmetic;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is shown once a question is answered: what the answer is worth, the arithmetic, and what is to be read then. */
final class RevealView extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");

    /**
     * @param now       at a step that asks
     * @param go        leads to the place of a link
     * @param startOver brings the session back as the step began
     */
    RevealView(OpenLesson now, String answer, Run run, Consumer<Place> go, Runnable startOver) {
        LessonStep step = now.step();
        LessonQuestion question = step.question().orElseThrow();
        getStyleClass().add("lesson-reveal");
        Verdict verdict = question.judge(run, answer);
        Label words = new Label(AnswerWords.of(question, run, answer, verdict));
        words.setId("lesson-verdict");
        words.getStyleClass().add("lesson-verdict");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.pseudoClassStateChanged(RIGHT, verdict.kind() == Verdict.Kind.RIGHT);
        words.pseudoClassStateChanged(WRONG, sign(verdict.kind()).equals(Optional.of(Feather.X)));
        sign(verdict.kind()).ifPresent(icon -> words.setGraphic(new FontIcon(icon)));
        getChildren().addAll(new LessonText(question.prompt(), go, run.session()), words);
        if (question instanceof Sketch sketch) {
            getChildren().add(drawn(sketch, answer, run));
        }
        if (question instanceof Goal) {
            GoalAnswer.read(answer)
                    .words(GoalAnswer.Kind.CHANGED)
                    .forEach(change -> getChildren().add(changed(change)));
        }
        taken(step.shown(), run).ifPresent(why -> getChildren().add(new Arithmetic(run, why)));
        if (!step.reveal().isBlank()) {
            getChildren().add(new LessonText(step.reveal(), go, run.session()));
        }
        if (question instanceof Goal && !run.session().equals(now.begin())) {
            getChildren().add(QuestionView.link("restart", startOver));
        }
    }

    private static Label changed(String change) {
        Label label = new Label(change);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static SketchPad drawn(Sketch sketch, String answer, Run run) {
        SketchPad pad = new SketchPad(sketch.curve().size(), sketch.low(), sketch.high());
        pad.show(
                AnsweredNumbers.of(answer), AnsweredNumbers.of(sketch.right(run).orElse("")));
        return pad;
    }

    private static Optional<Feather> sign(Verdict.Kind kind) {
        return switch (kind) {
            case RIGHT -> Optional.of(Feather.CHECK);
            case WRONG, KNOWN -> Optional.of(Feather.X);
            default -> Optional.empty();
        };
    }

    /** The number that is opened then, taken apart. */
    private static Optional<Explanation> taken(Place shown, Run run) {
        return Optional.ofNullable(shown.view().get(Place.OPENED))
                .flatMap(WrittenNumber::read)
                .filter(number -> WrittenNumber.isThere(run, number))
                .flatMap(number -> Explanation.of(run, number));
    }
}
