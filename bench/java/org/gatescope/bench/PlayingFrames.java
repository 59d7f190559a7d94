package org.gatescope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Sizes;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Background;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.MainWindow;

/**
 * Frames of a window with every panel open while something moves: how long from one to the next, and how long the window's
 * thread is at work in each. LSTM, H = D = 64. Its own JVM; prints a line for each case.
 */
public final class PlayingFrames {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 960;
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(4);
    private static final long MEASURED = TimeUnit.SECONDS.toNanos(8);
    /** A frame of 60 a second, with what a timer may be late. */
    private static final double FRAME = 16.7;

    /** As the app has it. */
    private static final ExecutorService BACKGROUND = Executors.newFixedThreadPool(2);

    private PlayingFrames() {}

    public static void main(String[] arguments) throws Exception {
        report(
                "playing forward, T = 200, 60 operations a second",
                200,
                (now, nanos) -> now.at(nanos * 60 / 1_000_000_000));
        report(
                "playing backward, T = 200, 60 operations a second",
                200,
                (now, nanos) -> now.at(now.schedule().length() - nanos * 60 / 1_000_000_000));
        report("scrubbing over T = 2,000, there and back in 4 s", 2000, (now, nanos) -> {
            double turn = nanos / 4e9 % 1;
            double share = turn < 0.5 ? 2 * turn : 2 - 2 * turn;
            return now.at((long) (share * now.schedule().length()));
        });
        System.exit(0);
    }

    private interface Movement {
        Playhead at(Playhead now, long nanos);
    }

    private static void report(String what, int steps, Movement movement) throws Exception {
        Frames frames = measure(steps, movement);
        System.out.printf(
                "%s\t%.1f %%\t%.1f\t%.1f\t%.1f%n",
                what,
                100 * frames.late(),
                Times.ofNanos(frames.work()).median(),
                Times.ofNanos(frames.work()).percentile95(),
                Times.ofNanos(frames.between()).median());
    }

    /** Nanoseconds between frames, and of the thread's work in each. */
    private record Frames(List<Long> between, List<Long> work) {
        /** The share of frames whose work alone takes longer than a frame. */
        double late() {
            return work.stream().filter(nanos -> nanos / 1e6 > FRAME).count() / (double) work.size();
        }
    }

    private static Frames measure(int steps, Movement movement) throws Exception {
        CompletableFuture<Frames> result = new CompletableFuture<>();
        Stage stage = Offscreen.call(() -> {
            Theme.LIGHT.apply();
            Session session = Inputs.session(BuiltInCells.cell("lstm"), new Sizes(1, steps, 64, 64));
            Workbench workbench = new Workbench(session, BACKGROUND, Platform::runLater);
            MainWindow window = new MainWindow(
                    Desk.over(workbench, new Background(BACKGROUND, Platform::runLater), Theme.LIGHT),
                    Runnable::run,
                    OwnCells.ofUser(),
                    new Arrangement(true, true, true, 0.25, 0.3));
            window.selection().opened().set(new OfStep(Inputs.LAYER, "d.f", steps / 2, 0, 3));
            Stage opened = new Stage();
            Scene scene = new Scene(window.root(), WIDTH, HEIGHT);
            opened.setScene(scene);
            opened.show();
            new Recorder(workbench, scene, movement, result::complete).start();
            return opened;
        });
        Frames frames = result.get(60, TimeUnit.SECONDS);
        Offscreen.call(() -> {
            stage.hide();
            return stage;
        });
        return frames;
    }

    /** Moves the playhead in each frame and takes the times. */
    private static final class Recorder extends AnimationTimer {
        private final Workbench workbench;
        private final Movement movement;
        private final Consumer<Frames> onDone;
        private final Frames frames = new Frames(new ArrayList<>(), new ArrayList<>());
        private long first;
        private long last;
        private long began;

        Recorder(Workbench workbench, Scene scene, Movement movement, Consumer<Frames> onDone) {
            this.workbench = workbench;
            this.movement = movement;
            this.onDone = onDone;
            scene.addPostLayoutPulseListener(() -> {
                if (began > 0 && last - first > WARM_UP) {
                    frames.work().add(System.nanoTime() - began);
                }
                began = 0;
            });
        }

        @Override
        public void handle(long now) {
            began = System.nanoTime();
            if (first == 0) {
                first = now;
            } else if (now - first > WARM_UP) {
                frames.between().add(now - last);
            }
            last = now;
            if (now - first > WARM_UP + MEASURED) {
                stop();
                onDone.accept(frames);
                return;
            }
            long played = now - first;
            workbench.move(playhead -> movement.at(playhead, played));
        }
    }
}
