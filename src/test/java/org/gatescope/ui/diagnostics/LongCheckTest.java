package org.gatescope.ui.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A check that takes long, while the session changes. */
class LongCheckTest extends WindowScene {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    protected Session first() {
        return Session.zeros("large", BuiltInCells.cell("lstm"), 1, 60, 8, 16);
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(false, false, true, 0.3, 0.45);
    }

    @Override
    protected Executor background() {
        return waiting::add;
    }

    @BeforeEach
    void enter() {
        chord(KeyCode.DIGIT5, KeyCode.CONTROL);
        work();
        assertThat(text("check-verdict")).is(saying("ui.diagnostics:check.asked"));
    }

    @Test
    void anotherRunEndsIt() {
        press("check-start");
        assertThat(node("check-stop").isDisabled()).isFalse();
        edit();
        work();
        assertThat(node("check-stop").isDisabled()).isTrue();
        assertThat(text("check-verdict")).is(saying("ui.diagnostics:check.asked"));
        assertEnded();
    }

    @Test
    void stoppedItIsNotWaitedFor() {
        press("check-start");
        assertThat(lamp()).is(saying("ui.diagnostics:lamp.waiting"));
        press("check-stop");
        work();
        assertThat(lamp()).is(saying("ui.diagnostics:lamp.stopped"));
        assertThat(text("check-verdict")).is(saying("ui.diagnostics:check.stopped"));
    }

    private String lamp() {
        return onWindow(() -> ((Labeled) node("check-lamp")).getText());
    }

    @Test
    void itGoesOnWhileItIsHidden() {
        press("check-start");
        chord(KeyCode.DIGIT3, KeyCode.CONTROL);
        work();
        chord(KeyCode.DIGIT5, KeyCode.CONTROL);
        assertThat(text("check-verdict")).startsWith("✓");
    }

    @Test
    void anotherRunEndsItWhileItIsHidden() {
        press("check-start");
        chord(KeyCode.DIGIT3, KeyCode.CONTROL);
        edit();
        work();
        chord(KeyCode.DIGIT5, KeyCode.CONTROL);
        assertThat(node("check-stop").isDisabled()).isTrue();
        assertThat(text("check-verdict")).is(saying("ui.diagnostics:check.asked"));
        assertEnded();
    }

    /** What goes on to its end reports all of its progress. */
    private void assertEnded() {
        assertThat(onWindow(() -> ((ProgressBar) styled("#card-check .progress-bar")).getProgress()))
                .isLessThan(0.5);
    }

    private void edit() {
        TableId bias = new TableId.Parameter("0.forward.b.f");
        robot.interact(() -> workbench.edit("bias", session -> session.edit(bias, b -> b.map(old -> 1.0))));
    }

    private void work() {
        while (!waiting.isEmpty()) {
            robot.interact(() -> waiting.remove().run());
        }
        settle();
    }
}
