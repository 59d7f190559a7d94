package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.gatescope.session.Example;
import org.gatescope.session.Workbench;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A window that was closed leaves nothing behind, even if it was closed while it played. */
class ClosedWindowTest {
    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void itCanBeCollected() throws InterruptedException {
        WeakReference<BorderPane> closed = openPlayAndClose();
        for (int i = 0; i < 50 && closed.get() != null; i++) {
            System.gc();
            WindowScene.settle();
            Thread.sleep(50);
        }
        if (closed.get() != null) {
            java.lang.management.ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class);
            dump();
        }
        assertThat(closed.get() == null).as("the closed window is gone").isTrue();
    }

    private static void dump() {
        try {
            new java.io.File("/tmp/closed.hprof").delete();
            java.lang.management.ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class)
                    .dumpHeap("/tmp/closed.hprof", true);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private WeakReference<BorderPane> openPlayAndClose() {
        WeakReference<BorderPane> root = WindowScene.onWindow(() -> {
            Workbench workbench = new Workbench(Example.SMALL_SEQUENCE.session(), Runnable::run, Runnable::run);
            MainWindow window = new MainWindow(workbench, Theme.LIGHT, 0);
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
            BorderPane shown = root.get();
            if (shown != null) {
                shown.getScene().getWindow().hide();
            }
            return true;
        });
        WindowScene.settle();
        return root;
    }
}
