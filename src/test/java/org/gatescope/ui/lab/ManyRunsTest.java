package org.gatescope.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.scene.input.KeyCode;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training, or a knob that is turned, brings runs faster than they can be compared, checked or decomposed. */
class ManyRunsTest extends WindowScene {
    private static final int RUNS = 40;
    /** Each view has one piece of work under way and keeps one that is wanted. */
    private static final int MOST = 8;

    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    protected Session first() {
        return Example.SMALL_SEQUENCE.session().withMistake(Mistake.RECURRENT_GRADIENT_LOST, true);
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(false, false, true, 0.3, 0.45);
    }

    @Override
    protected Executor background() {
        return waiting::add;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mistakes", "diagnostics", "training"})
    void noWorkPilesUp(String room) {
        robot.interact(() -> window.showRoom(room));
        settle();
        if (room.equals("mistakes")) {
            press("effects-lanes");
        }
        TableId bias = new TableId.Parameter("0.forward.b.h");
        for (int i = 0; i < RUNS; i++) {
            double value = i;
            robot.interact(() -> workbench.edit("bias", session -> session.edit(bias, b -> b.map(old -> value))));
        }
        assertThat(waiting.size()).isLessThanOrEqualTo(MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mistakes", "diagnostics"})
    void whatIsShownInTheEndIsOfTheLastRun(String room) {
        robot.interact(() -> window.showRoom(room));
        turnTo(KeyCode.DIGIT7);
        robot.interact(() -> workbench.edit("right", session -> session.withMistakes(Session.NO_MISTAKES)));
        while (!waiting.isEmpty()) {
            robot.interact(() -> waiting.remove().run());
        }
        settle();
        assertThat(text(room.equals("mistakes") ? "effects-says" : "check-verdict"))
                .is(holding(room.equals("mistakes") ? "ui.lab:effects.none" : "ui.diagnostics:verdict.agrees"));
    }

    private void turnTo(KeyCode digit) {
        chord(digit, KeyCode.CONTROL);
    }
}
