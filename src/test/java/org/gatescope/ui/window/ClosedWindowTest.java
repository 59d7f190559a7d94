package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.gatescope.lesson.Example;
import org.gatescope.session.Background;
import org.gatescope.session.Workbench;
import org.gatescope.ui.FxEvents;
import org.gatescope.ui.SwiftRobot;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A window that was closed leaves nothing behind, even if it was closed while it played. */
class ClosedWindowTest {
    private final FxRobot robot = new SwiftRobot();

    @BeforeEach
    void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void stop() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void itCanBeCollected() {
        WeakReference<ScaledPane> closed = openPlayAndClose();
        openAnother(); // the headless platform's robot keeps the window that it last worked on
        for (int i = 0; i < 50 && closed.get() != null; i++) {
            System.gc();
            WindowScene.settle();
            FxEvents.awaitFrames(2);
        }
        assertThat(closed.get() == null).as("the closed window is gone").isTrue();
    }

    private void openAnother() {
        Stage shown = WindowScene.onWindow(() -> {
            Stage another = new Stage();
            another.setScene(new Scene(new BorderPane(), 100, 100));
            another.show();
            return another;
        });
        robot.clickOn(shown.getScene().getRoot()).type(KeyCode.A);
        WindowScene.settle();
    }

    private WeakReference<ScaledPane> openPlayAndClose() {
        WeakReference<ScaledPane> root = WindowScene.onWindow(() -> {
            Workbench workbench = new Workbench(Example.SMALL_SEQUENCE.session(), Runnable::run, Runnable::run);
            MainWindow window = new MainWindow(
                    Desk.over(workbench, Background.atOnce(), Theme.LIGHT),
                    Runnable::run,
                    new OwnCells(Path.of("target", "cells")),
                    Arrangement.FIRST);
            Stage stage = new Stage();
            stage.setScene(new Scene(window.root(), 900, 800));
            stage.show();
            stage.toFront();
            window.root().requestFocus();
            return new WeakReference<>(window.root());
        });
        WindowScene.settle();
        robot.type(KeyCode.HOME, KeyCode.SPACE).type(KeyCode.TAB, 4);
        WindowScene.settle();
        WindowScene.onWindow(() -> {
            ScaledPane shown = root.get();
            if (shown != null) {
                shown.getScene().getWindow().hide();
            }
            return true;
        });
        WindowScene.settle();
        return root;
    }
}
