package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.gatescope.engine.FullName;
import org.gatescope.format.session.SavedSession;
import org.gatescope.lesson.AnsweredNumbers;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.FinishedLesson;
import org.gatescope.lesson.Goal;
import org.gatescope.lesson.KnownAnswer;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Reckoning;
import org.gatescope.lesson.Sketch;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lessons are opened from the gallery and gone through to their end. */
class LessonTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.SMALL_SEQUENCE.session();
    }

    private void begin(FinishedLesson lesson) {
        robot.interact(() -> button("gallery").fire());
        settle();
        robot.interact(() ->
                ((ButtonBase) robot.lookup("#gallery-lesson-" + lesson.id()).query()).fire());
        settle();
    }

    private ButtonBase button(String id) {
        return (ButtonBase) node(id);
    }

    private void fire(String id) {
        does(() -> button(id).fire());
    }

    private void does(Runnable what) {
        if (Platform.isFxApplicationThread()) {
            what.run();
        } else {
            robot.interact(what);
            settle();
        }
    }

    private OpenLesson now() {
        return onWindow(() -> lesson().orElseThrow());
    }

    private Optional<OpenLesson> lesson() {
        return window.lesson();
    }

    private String verdict() {
        return text("lesson-verdict");
    }

    private Run run() {
        return onWindow(() -> workbench.shown().get().run());
    }

    /** By the controls, whatever the question. */
    private void answer(String text) {
        LessonQuestion question = now().step().question().orElseThrow();
        does(() -> {
            switch (question) {
                case LessonQuestion.Amount amount -> ((TextInputControl) node("lesson-number")).setText(text);
                case LessonQuestion.Words words -> ((TextInputControl) node("lesson-words")).setText(text);
                case Sketch sketch -> draw(sketch, AnsweredNumbers.of(text));
                case Goal goal -> assertThat(has("lesson-answer")).isTrue();
                default -> ((ToggleButton) node("lesson-choice-" + text)).setSelected(true);
            }
        });
        fire("lesson-answer");
    }

    /** By the arrow keys, as near as they lead. */
    private void draw(Sketch sketch, double[] heights) {
        Node pad = node("lesson-sketch");
        double stride = (sketch.high() - sketch.low()) / 20;
        double begin = Math.clamp(0, sketch.low(), sketch.high());
        for (double height : heights) {
            long strides = Math.round((height - begin) / stride);
            press(pad, strides > 0 ? KeyCode.UP : KeyCode.DOWN, Math.max(1, Math.abs(strides)));
            press(pad, KeyCode.RIGHT, 1);
        }
    }

    private static void press(Node on, KeyCode code, long times) {
        for (int i = 0; i < times; i++) {
            Event.fireEvent(on, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        }
    }

    /** Without a change it is not reached; with the solution it is. */
    private void reach(Goal goal, boolean byHand) {
        fire("lesson-answer");
        assertThat(now().answer()).as("not yet").isEmpty();
        if (byHand) {
            does(() -> workbench.edit("solution", goal.solution()::of));
            fire("lesson-answer");
            assertThat(verdict()).isEqualTo("Done.");
        } else {
            fire("lesson-skip");
            assertThat(goal.isReached(run(), now().begin())).as(goal.prompt()).isTrue();
        }
    }

    private String right() {
        LessonQuestion question = now().step().question().orElseThrow();
        return question.right(run()).orElse("It remembers.");
    }

    private String wrong() {
        LessonQuestion question = now().step().question().orElseThrow();
        return question.choices(run()).stream()
                .filter(choice -> !choice.equals(right()))
                .findFirst()
                .orElse(question instanceof Sketch sketch ? flat(sketch) : "123.5");
    }

    private static String flat(Sketch sketch) {
        return AnsweredNumbers.written(Collections.nCopies(sketch.curve().size(), sketch.low()));
    }

    @ParameterizedTest
    @EnumSource
    void everyLessonIsGoneThroughFromBeginningToEnd(FinishedLesson lesson) {
        begin(lesson);
        robot.interact(() -> goThrough(lesson));
    }

    private void goThrough(FinishedLesson lesson) {
        int steps = now().lesson().steps().size();
        assertThat(steps).isBetween(6, 10);
        assertThat(now().lesson().title())
                .isEqualTo(lesson.title())
                .isEqualTo(session().title());
        for (int step = 0; step < steps; step++) {
            assertThat(text("lesson-place")).isEqualTo("Step " + (step + 1) + " of " + steps);
            assertThat(button("lesson-next").isDisabled()).as("asks first").isTrue();
            assertThat(playhead().position())
                    .isEqualTo(now().step().place().position().orElseThrow());
            nothingOfTheMarkupIsLeft();
            LessonQuestion question = now().step().question().orElseThrow();
            if (question instanceof Goal goal) {
                reach(goal, step % 2 == 0);
            } else {
                answer(step % 2 == 0 ? right() : wrong());
                assertThat(verdict()).as("step %d", step).startsWith(said(question, step % 2 == 0));
            }
            assertThat(playhead().position())
                    .isEqualTo(now().step().shown().position().orElseThrow());
            assertThat(verdict()).doesNotContain("`");
            nothingOfTheMarkupIsLeft();
            if (step < steps - 1) {
                fire("lesson-next");
            }
        }
        assertThat(button("lesson-next").isDisabled()).isTrue();
        assertThat(now().answers()).hasSize(steps);
    }

    private static String said(LessonQuestion question, boolean isRight) {
        return switch (question) {
            case LessonQuestion.Words words -> "You wrote";
            case Sketch sketch when !isRight -> "Your curve is off by more than";
            default -> isRight ? "Right: " : "You answered ";
        };
    }

    private void nothingOfTheMarkupIsLeft() {
        assertThat(window.root().lookupAll(".lesson-words"))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(((Text) node).getText()).doesNotContainPattern("[`*\\[\\]]"));
        assertThat(window.root().lookupAll(".lesson-panel .hyperlink"))
                .allSatisfy(node -> assertThat(((Labeled) node).getText()).doesNotContain("{"));
    }

    /** Without a window: each wrong answer, and the mistakes that are known. */
    @ParameterizedTest
    @EnumSource
    void knownMistakesAreWrongAndEachIsRecognisedForItself(FinishedLesson lesson) {
        OpenLesson open = LessonController.saved(lesson).lesson().orElseThrow();
        for (int i = 0; i < open.lesson().steps().size(); i++) {
            OpenLesson step = open.at(i);
            Run run = Run.of(step.begin());
            LessonQuestion question = step.step().question().orElseThrow();
            for (KnownAnswer mistake : question.known()) {
                assertThat(question.judge(run, answer(question, mistake, run)).sentence())
                        .as(question.prompt())
                        .isEqualTo(mistake.sentence());
            }
        }
    }

    private static String answer(LessonQuestion question, KnownAnswer mistake, Run run) {
        return question instanceof LessonQuestion.Amount || question instanceof Sketch
                ? AnsweredNumbers.written(Arrays.stream(mistake.answer().split(Sketch.BETWEEN))
                        .map(number -> Reckoning.of(number).in(run).orElseThrow())
                        .toList())
                : mistake.answer();
    }

    @Test
    void theKeysSetThePace() {
        begin(FinishedLesson.ONE_NUMBER);
        type(KeyCode.SPACE);
        assertThat(onWindow(() -> node("lesson-number").isFocused())).isTrue();
        write("5/2");
        type(KeyCode.ENTER);
        assertThat(verdict()).startsWith("You answered 2.5; it is 2. That is what comes out if the state before");
        type(KeyCode.SPACE);
        assertThat(text("lesson-place")).isEqualTo("Step 2 of 8");
        type(KeyCode.PAGE_DOWN);
        assertThat(onWindow(() -> node("lesson-choice-negative").isFocused())).isTrue();
        type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(verdict()).isEqualTo("Right: positive.");
        type(KeyCode.PAGE_UP);
        assertThat(verdict()).startsWith("You answered 2.5");
        type(KeyCode.RIGHT, KeyCode.RIGHT);
        fire("lesson-again");
        assertThat(playhead().position()).isEqualTo(4);
    }

    @Test
    void whatIsRightFollowsTheWeightsAndAnAnswerStays() {
        begin(FinishedLesson.ONE_NUMBER);
        answer("2");
        TableId weight = new TableId.Parameter(new FullName("0.forward", "Wx.h"));
        robot.interact(() -> workbench.edit("edit", session -> session.edit(weight, table -> table.map(old -> 3))));
        assertThat(verdict()).isEqualTo("You answered 2; it is 3. Yours is 1 too small.");
        assertThat(has("lesson-answer")).isFalse();
        type(KeyCode.PAGE_DOWN);
        fire("lesson-skip");
        assertThat(verdict()).isEqualTo("It is positive.");
    }

    @Test
    void tablesStandInItsPlaceUntilItIsWantedAgainAndUndoBringsItBack() {
        begin(FinishedLesson.SUM_OVER_TIME);
        answer("3");
        fire("left-tables");
        assertThat(has("lesson-place")).isFalse();
        assertThat(has("table-Wh.h")).isTrue();
        fire("left-lesson");
        assertThat(verdict()).isEqualTo("Right: 3.");
        Map<Integer, String> answers = now().answers();
        robot.interact(() -> workbench.open("open", Example.SENTENCE.session()));
        settle();
        assertThat(onWindow(this::lesson)).isEmpty();
        assertThat(has("lesson-place")).isFalse();
        robot.interact(workbench::undo);
        settle();
        assertThat(now().answers()).isEqualTo(answers);
        fire("lesson-leave");
        assertThat(onWindow(this::lesson)).isEmpty();
        assertThat(notice()).isEqualTo("The lesson is closed.");
    }

    @Test
    void aProjectorShowsItAndARemoteRevealsWithoutAnAnswer() {
        begin(FinishedLesson.ONE_NUMBER);
        type(KeyCode.F5);
        assertThat(seen(".lesson-panel")).isTrue();
        assertThat(seen(".lanes")).isTrue();
        type(KeyCode.PAGE_DOWN);
        assertThat(verdict()).isEqualTo("It is 2.");
        type(KeyCode.PAGE_DOWN);
        assertThat(text("lesson-place")).isEqualTo("Step 2 of 8");
        type(KeyCode.PAGE_UP);
        assertThat(text("lesson-place")).isEqualTo("Step 1 of 8");
        type(KeyCode.ESCAPE);
        assertThat(seen(".lesson-panel")).isTrue();
        assertThat(seen(".filled")).isFalse();
    }

    /** As a file keeps it: the step, and what was answered. */
    @Test
    void whatWasSavedIsOpenedAsItWasLeft() {
        SavedSession finished = LessonController.saved(FinishedLesson.ONE_NUMBER);
        OpenLesson left = finished.lesson().orElseThrow().answered("2").at(1);
        SavedSession saved =
                new SavedSession(finished.session(), 9, List.of(), List.of(), Map.of("zoom", "1.0"), Optional.of(left));
        robot.interact(() -> {
            HiddenWindow hidden = HiddenWindow.of(saved, Theme.DARK, 1280, 800);
            hidden.window().root().applyCss(); // split panes hold nothing before
            assertThat(hidden.window().lesson()).hasValue(left);
            assertThat(((Label) hidden.scene().lookup("#lesson-place")).getText())
                    .isEqualTo("Step 2 of 8");
            assertThat(hidden.workbench().shown().get().playhead().position()).isEqualTo(9);
            hidden.window().close();
            HiddenWindow fresh = HiddenWindow.of(finished, Theme.DARK, 1280, 800);
            assertThat(fresh.window().arrangement().shows(Arrangement.CELL))
                    .as("the lesson says what is shown")
                    .isFalse();
            fresh.window().close();
        });
    }

    private boolean seen(String selector) {
        return onWindow(() -> window.root().lookupAll(selector).stream().anyMatch(LessonTest::isSeen));
    }

    private static boolean isSeen(Node node) {
        return Stream.iterate(node, at -> at != null, Node::getParent).allMatch(Node::isVisible);
    }
}
