package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.gatescope.engine.FullName;
import org.gatescope.explain.Comparison.Deviation;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.FinishedLesson;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.Test;

/** A teacher who has ten minutes, before a class and in it. */
class TeachingTest extends WindowScene {
    private static final TableId FORGET = new TableId.Parameter(new FullName("0.forward", "b.f"));

    @Override
    protected Session first() {
        return Example.AGREEMENT.session();
    }

    private OpenLesson lesson() {
        return onWindow(() -> window.lesson().orElseThrow());
    }

    private String verdict() {
        return text("lesson-verdict");
    }

    private void choosesTheLesson() {
        chord(KeyCode.G, KeyCode.CONTROL);
        robot.interact(() -> ((ButtonBase) robot.lookup("#gallery-lesson-" + FinishedLesson.CELL_STATE.id())
                        .query())
                .fire());
        settle();
        assertThat(session().title()).isEqualTo(FinishedLesson.CELL_STATE.title());
    }

    /** The class says what it thinks; the remote shows what is so. */
    private void projectsItAndGoesOnWithTheRemote() {
        type(KeyCode.F5);
        type(KeyCode.PAGE_DOWN);
        assertThat(verdict()).isEqualTo("It is smaller.");
        type(KeyCode.PAGE_DOWN);
        assertThat(lesson().at()).isEqualTo(1);
        type(KeyCode.B);
        type(KeyCode.B);
        type(KeyCode.PAGE_UP);
        assertThat(lesson().at()).isZero();
        type(KeyCode.ESCAPE);
        assertThat(text("lesson-place")).startsWith("Step 1 of");
    }

    /** A number is hidden, somebody says what it is, and it is shown with its arithmetic. */
    private void asksForAPrediction() {
        OfStep gate = new OfStep("0.forward", "f", 10, 0, 0);
        press("show-why");
        robot.interact(() -> {
            workbench.move(now -> now.at(now.schedule().length()));
            window.selection().opened().set(gate);
            window.root().requestFocus();
        });
        settle();
        chord(KeyCode.H, KeyCode.SHIFT);
        assertThat(reading()).contains("hidden");
        robot.interact(() -> {
            TextField field = (TextField) node("prediction-field");
            field.setText("0.9");
            field.requestFocus();
        });
        type(KeyCode.ENTER);
        assertThat(onWindow(() -> ((Label) node("prediction-verdict")).getText()))
                .isNotBlank();
        assertThat(reading()).contains("0.99");
    }

    /** What the bias of the forget gate is for is seen beside the run before. */
    private void pinsTheRunChangesAWeightAndCompares() {
        robot.interact(() -> window.root().requestFocus());
        chord(KeyCode.DIGIT9, KeyCode.CONTROL);
        robot.interact(() -> window.root().requestFocus());
        type(KeyCode.P);
        robot.interact(() -> workbench.edit("closes the gate", now -> now.edit(FORGET, bias -> bias.map(four -> 0))));
        settle();
        await(() -> !differences().isEmpty());
        assertThat(differences().getFirst().first().number())
                .as("the first that differs is the one that was changed")
                .isEqualTo(new Given(FORGET, 0, 0));
        double now = workbench
                .shown()
                .get()
                .run()
                .trace()
                .part("0.forward")
                .gradient("c'")
                .at(0, 0, 0);
        assertThat(Math.abs(now)).isLessThan(1e-4);
        type(KeyCode.D);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(weight("b.f", 0, 0)).isEqualTo(4);
    }

    @SuppressWarnings("unchecked")
    private List<Deviation> differences() {
        return onWindow(() -> List.copyOf(((ListView<Deviation>) node("compare-list")).getItems()));
    }

    @Test
    void tenMinutes() {
        choosesTheLesson();
        projectsItAndGoesOnWithTheRemote();
        asksForAPrediction();
        pinsTheRunChangesAWeightAndCompares();
        assertThat(unhandled()).isEmpty();
    }
}
