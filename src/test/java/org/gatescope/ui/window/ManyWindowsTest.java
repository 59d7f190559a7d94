package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.gatescope.lesson.Example;
import org.gatescope.session.Background;
import org.gatescope.session.Playhead;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.Test;

/** What was closed is gone, though the process, and even the workbench, live on. */
class ManyWindowsTest {
    private static final int WINDOWS = 200;

    private final List<WeakReference<Parent>> closed = new ArrayList<>();

    private static Workbench workbench() {
        return new Workbench(Example.SMALL_SEQUENCE.session(), Runnable::run, Runnable::run);
    }

    private void openAndClose(Workbench workbench) {
        Desk desk = Desk.over(workbench, Background.atOnce(), Theme.LIGHT);
        OwnCells cells = new OwnCells(Path.of("target", "cells"));
        MainWindow window = new MainWindow(desk, Runnable::run, cells, Arrangement.FIRST);
        new Scene(window.root(), 900, 700);
        workbench.move(Playhead::previous);
        window.close();
        closed.add(new WeakReference<>(window.root()));
    }

    /** Those that something still holds, once the collector has had its chance. */
    private long left() throws Exception {
        long left = closed.size();
        for (int i = 0; i < 10 && left > 0; i++) {
            System.gc();
            Offscreen.call(() -> null); // what was put off to the next turn has been done
            left = closed.stream()
                    .map(WeakReference::get)
                    .filter(Objects::nonNull)
                    .count();
        }
        return left;
    }

    @Test
    void aWorkbenchThatLivesOnHoldsNone() throws Exception {
        Workbench workbench = workbench();
        Offscreen.call(() -> {
            Theme.LIGHT.apply();
            for (int i = 0; i < WINDOWS; i++) {
                openAndClose(workbench);
            }
            return null;
        });
        assertThat(left()).isZero();
        Offscreen.call(() -> {
            workbench.move(Playhead::toStart);
            return null;
        });
    }

    @Test
    void norDoesTheProcess() throws Exception {
        Offscreen.call(() -> {
            for (int i = 0; i < WINDOWS / 10; i++) {
                openAndClose(workbench());
            }
            return null;
        });
        assertThat(left()).isZero();
    }
}
