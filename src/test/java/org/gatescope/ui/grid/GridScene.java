package org.gatescope.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.gatescope.picture.table.GridCell;
import org.gatescope.picture.table.GridSelection;
import org.gatescope.session.Background;
import org.gatescope.ui.FxEvents;
import org.gatescope.ui.SwiftRobot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A grid between two fields in a window; its owner carries out the edits it sends. */
@SuppressWarnings("NullAway.Init")
abstract class GridScene {
    final FxRobot robot = new SwiftRobot();
    final List<GridEdit> edits = new ArrayList<>();
    TextField before;
    TextField after;
    Grid grid;

    private void start(Stage stage) {
        before = new TextField("before");
        after = new TextField("after");
        grid = new Grid(Background.atOnce());
        grid.setOnEdit(edit -> {
            edits.add(edit);
            grid.setContent(((Sample) grid.getContent()).with(edit));
        });
        grid.setContent(Sample.random(7, 6));
        stage.setScene(new Scene(new VBox(10, before, grid, after), 600, 500));
        stage.show();
        stage.toFront();
    }

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::start);
        robot.interact(grid::requestFocus);
        settle();
    }

    /** Nodes are where the next pulse would put them. */
    void settle() {
        FxEvents.await();
        onWindow(() -> {
            grid.getScene().getRoot().applyCss();
            grid.getScene().getRoot().layout();
            return true;
        });
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
        robot.release(new KeyCode[0]).release(new MouseButton[0]);
    }

    static <T> T onWindow(Callable<T> question) {
        FutureTask<T> task = new FutureTask<>(question);
        Platform.runLater(task);
        return WaitForAsyncUtils.waitFor(task);
    }

    double value(int row, int column) {
        return onWindow(() -> grid.getContent().value(row, column));
    }

    void select(int row, int column, int lastRow, int lastColumn) {
        robot.interact(
                () -> grid.select(new GridSelection(new GridCell(row, column), new GridCell(lastRow, lastColumn))));
    }

    void show(GridContent content) {
        robot.interact(() -> grid.setContent(content));
        settle();
    }

    GridCell active() {
        return onWindow(() -> grid.selection().anchor());
    }

    Point2D middleOf(int row, int column) {
        return onWindow(() -> GridPlaces.middleOf(grid, row, column));
    }

    void copyToClipboard(String text) {
        robot.interact(() -> {
            ClipboardContent copied = new ClipboardContent();
            copied.putString(text);
            Clipboard.getSystemClipboard().setContent(copied);
        });
    }

    String clipboard() {
        return onWindow(() -> Clipboard.getSystemClipboard().getString());
    }

    boolean editorShows() {
        return onWindow(() -> grid.editor().field().isVisible());
    }

    /** The reason that stands beside the cell, or nothing. */
    String reason() {
        return onWindow(() -> Window.getWindows().stream()
                .filter(window -> window instanceof Tooltip note
                        && note.isShowing()
                        && note.getStyleClass().contains("refusal"))
                .map(window -> ((Tooltip) window).getText())
                .findFirst()
                .orElse(""));
    }

    void shortcut(KeyCode key) {
        robot.press(KeyCode.SHORTCUT).type(key).release(KeyCode.SHORTCUT);
    }
}
