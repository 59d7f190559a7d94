package org.gatescope.ui.equations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.gatescope.lesson.Example;
import org.gatescope.session.Background;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.session.debug.Debugging;
import org.gatescope.ui.FxEvents;
import org.gatescope.ui.SwiftRobot;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The panel in a window, over a workbench that computes at once. */
@SuppressWarnings("NullAway.Init")
abstract class EquationsScene {
    final FxRobot robot = new SwiftRobot();
    final List<String> notices = new ArrayList<>();
    Workbench workbench;
    Selection selection;
    EquationsPanel panel;
    OwnCells cells;

    @TempDir
    Path folder;

    Session first() {
        return Example.of("sentence").orElseThrow().session();
    }

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::start);
        settle();
    }

    private void start(Stage stage) {
        Theme.LIGHT.apply();
        workbench = new Workbench(first(), Runnable::run, Runnable::run);
        Desk desk = Desk.over(workbench, Background.atOnce(), Theme.LIGHT);
        desk.notices().latest().subscribe((before, now) -> notices.add(now.text()));
        selection = desk.selection();
        cells = new OwnCells(folder.resolve("cells"));
        panel = new EquationsPanel(desk, cells, new Debugging());
        ScrollPane pane = new ScrollPane(panel);
        pane.setFitToWidth(true);
        stage.setScene(new Scene(pane, 400, 900));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.toFront();
    }

    @AfterEach
    void close() throws TimeoutException {
        robot.release(new KeyCode[0]).release(new MouseButton[0]);
        FxToolkit.cleanupStages();
    }

    void settle() {
        FxEvents.settle();
    }

    static <T> T onWindow(Callable<T> question) {
        if (Platform.isFxApplicationThread()) {
            try {
                return question.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        FutureTask<T> task = new FutureTask<>(question);
        Platform.runLater(task);
        return WaitForAsyncUtils.waitFor(task);
    }

    void seek(Phase phase, String part, int step, int operation) {
        robot.interact(() -> workbench.move(now -> now.atOperation(phase, part, step, operation)));
        settle();
    }

    Node node(String id) {
        return onWindow(() -> panel.lookupAll("*").stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing called " + id)));
    }

    void click(Node node) {
        robot.clickOn(node);
        settle();
    }

    void click(String id) {
        click(node(id));
    }

    void type(KeyCode... keys) {
        robot.type(keys);
        settle();
    }

    void chord(KeyCode key, KeyCode... held) {
        robot.press(held).type(key).release(held);
        settle();
    }

    void write(String text) {
        robot.write(text);
        settle();
    }

    /** The lines that are in view, as they are spoken. */
    List<String> spoken() {
        return onWindow(() -> panel.lookupAll(".equation").stream()
                .filter(node -> node instanceof LineCell cell && cell.getItem() != null)
                .sorted(Comparator.comparingInt(node -> ((LineCell) node).getIndex()))
                .map(Node::getAccessibleText)
                .toList());
    }

    LineList lines() {
        return (LineList) node("equations");
    }

    TextArea source() {
        return (TextArea) node("cell-source");
    }

    String text(String id) {
        return onWindow(() -> ((javafx.scene.control.Labeled) node(id)).getText());
    }

    Playhead playhead() {
        return onWindow(() -> workbench.shown().get().playhead());
    }
}
