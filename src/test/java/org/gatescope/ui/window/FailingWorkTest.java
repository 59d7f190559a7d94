package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.WatchedExpression;
import org.gatescope.engine.Layer;
import org.gatescope.engine.ReadOut;
import org.gatescope.explain.NumberId;
import org.gatescope.lesson.Example;
import org.gatescope.session.FailingBackground;
import org.gatescope.session.Playhead;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.session.debug.Breakpoint.OnStep;
import org.gatescope.session.debug.Debugging;
import org.gatescope.session.debug.Watch;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.transport.Transport;
import org.junit.jupiter.api.Test;

/** Whatever is worked out in the background may fail: then that is said where its result would stand. */
class FailingWorkTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private Workbench workbench = over(Example.SMALL_SEQUENCE.session());
    private Desk desk = desk(Runnable::run);

    private static Workbench over(Session session) {
        return new Workbench(session, Runnable::run, Runnable::run);
    }

    private Desk desk(Executor workers) {
        return Desk.over(workbench, new FailingBackground(workers), Theme.LIGHT);
    }

    private MainWindow window() {
        Theme.LIGHT.apply();
        MainWindow window =
                new MainWindow(desk, Runnable::run, new OwnCells(Path.of("target", "cells")), Arrangement.FIRST);
        new Scene(window.root(), 1200, 900);
        window.root().applyCss();
        return window;
    }

    private void open(Session session) {
        workbench = over(session);
        desk = desk(Runnable::run);
    }

    private static Session large() {
        return Session.zeros("large", BuiltInCells.cell("rnn-tanh"), 1, 900, 2, 64);
    }

    /** What is in a pane is found once the pane has its skin. */
    private static Node node(Parent root, String id) {
        root.applyCss();
        return root.lookup("#" + id);
    }

    private static String text(Parent root, String id) {
        return ((Label) node(root, id)).getText();
    }

    private static Stream<String> texts(Parent root, String selector) {
        root.applyCss();
        return root.lookupAll(selector).stream().map(node -> ((Label) node).getText());
    }

    @Test
    void aDiagramThatCannotBeLaidOutIsNotWaitedFor() throws Exception {
        Offscreen.call(() -> {
            Session session = Example.SMALL_SEQUENCE.session();
            Cell own = Cell.parse("state h\nh' = tanh(h @ Wh + sigmoid(x @ Wx) * h)");
            open(Reshape.withLayer(session, 0, new Layer(own, 3, Layer.Directions.FORWARD))
                    .change()
                    .session());
            assertThat(text(window().root(), "diagram-problem")).contains(FailingBackground.SENTENCE);
            return null;
        });
    }

    @Test
    void aNudgeSaysWhyThereIsNone() throws Exception {
        Offscreen.call(() -> {
            Parent root = window().root();
            desk.selection().opened().set(new NumberId.Given(new TableId.Parameter("0.forward.b.h"), 0, 0));
            assertThat(text(root, "nudge-result")).contains(FailingBackground.SENTENCE);
            return null;
        });
    }

    @Test
    void aWatchSaysWhyItHasNoHistory() throws Exception {
        Offscreen.call(() -> {
            open(large());
            MainWindow window = window();
            window.debugging().watch(new Watch("0.forward", WatchedExpression.parse("norm(h @ Wh.h)")));
            assertThat(texts(window.root(), ".watch-value")).containsExactly(FailingBackground.SENTENCE);
            return null;
        });
    }

    @Test
    void whatTheNetworkWouldGenerateIsNotWaitedFor() throws Exception {
        Offscreen.call(() -> {
            Session text = Example.SMALL_SEQUENCE.session();
            ReadOut readOut = new ReadOut(text.network().inputs(), true, ReadOut.Activation.SOFTMAX);
            open(Reshape.withReadOut(text, Optional.of(readOut)).change().session());
            MainWindow window = window();
            window.showRoom("training");
            ((Button) node(window.root(), "go-on")).fire();
            assertThat(text(window.root(), "go-on-result")).isEqualTo(FailingBackground.SENTENCE);
            return null;
        });
    }

    @Test
    void aSearchForABreakpointSaysThatItFailed() throws Exception {
        Offscreen.call(() -> {
            Debugging debugging = new Debugging();
            debugging.toggle(new OnStep(1, true));
            TransportController playback = new TransportController(desk, new Transport(), debugging);
            Playhead before = workbench.shown().get().playhead();
            playback.runTo(Playhead::toStart);
            assertThat(desk.notices().latest().get().text()).isEqualTo(FailingBackground.SENTENCE);
            assertThat(workbench.shown().get().playhead()).isEqualTo(before);
            return null;
        });
    }

    @Test
    void theRoomsOfDiagnosticsAndMistakesSaySo() throws Exception {
        Offscreen.call(() -> {
            open(large());
            MainWindow window = window();
            window.showRoom("diagnostics");
            Parent root = window.root();
            for (String label : List.of("spectrum-problem", "portrait-reading", "statistics-problem")) {
                assertThat(text(root, label)).as(label).contains(FailingBackground.SENTENCE);
            }
            return null;
        });
    }

    /** Whose explanation takes long and fails after another number has been opened. */
    @Test
    void aFailureThatComesLateDoesNotReplaceWhatIsShown() throws Exception {
        Offscreen.call(() -> {
            workbench = over(large());
            desk = desk(waiting::add);
            MainWindow window = window();
            desk.selection().opened().set(new NumberId.JacobianNorm("0.forward", "h", 0, 800, 10));
            desk.selection().opened().set(new NumberId.OfStep("0.forward", "h'", 3, 0, 2));
            List<Parent> shown = papers(window.root());
            List<String> before = texts(shown.getFirst(), ".label").toList();
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
            assertThat(texts(papers(window.root()).getFirst(), ".label").toList())
                    .isEqualTo(before)
                    .isNotEmpty()
                    .noneMatch(text -> text.contains(FailingBackground.SENTENCE));
            return null;
        });
    }

    private static List<Parent> papers(Parent root) {
        return root.lookupAll(".paper").stream().map(Parent.class::cast).toList();
    }
}
