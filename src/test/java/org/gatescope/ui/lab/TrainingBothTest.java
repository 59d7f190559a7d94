package org.gatescope.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.scene.input.KeyCode;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.lesson.Task;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Training with and without the mistakes, while the session changes. */
class TrainingBothTest extends WindowScene {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    protected Session first() {
        return Task.HELLO.session(1).withMistake(Mistake.RECURRENT_GRADIENT_LOST, true);
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(false, false, true, 0.3, 0.45, false, "mistakes");
    }

    @Override
    protected Executor background() {
        return waiting::add;
    }

    @BeforeEach
    void settleDown() {
        work();
    }

    @Test
    void undoToWhatWasTrainedBeforeSaysNothingOfATrainingThatEnded() {
        press("effects-train");
        work();
        assertThat(text("effects-trained")).is(holding("ui.lab:effects.trained", null, null, 200));
        edit();
        work();
        press("effects-train");
        assertThat(text("effects-trained")).is(saying("ui.lab:effects.training"));
        robot.interact(workbench::undo);
        work();
        assertThat(text("effects-trained")).isEmpty();
        assertThat(node("effects-train").isDisabled()).isFalse();
    }

    @Test
    void anEditInAnotherRoomEndsItToo() {
        press("effects-train");
        chord(KeyCode.DIGIT3, KeyCode.CONTROL);
        edit();
        work();
        chord(KeyCode.DIGIT6, KeyCode.CONTROL);
        work();
        assertThat(text("effects-trained")).isEmpty();
        assertThat(node("effects-train").isDisabled()).isFalse();
    }

    @Test
    void itGoesOnInAnotherRoom() {
        press("effects-train");
        chord(KeyCode.DIGIT3, KeyCode.CONTROL);
        work();
        chord(KeyCode.DIGIT6, KeyCode.CONTROL);
        assertThat(text("effects-trained")).is(holding("ui.lab:effects.trained", null, null, 200));
    }

    private void edit() {
        TableId bias = new TableId.Parameter("dense.b");
        robot.interact(() -> workbench.edit("bias", session -> session.edit(bias, b -> b.map(old -> 0.5))));
    }

    private void work() {
        while (!waiting.isEmpty()) {
            robot.interact(() -> waiting.remove().run());
        }
        settle();
    }
}
