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
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.Training;
import org.gatescope.engine.training.TrainingProgress;
import org.gatescope.lesson.Example;
import org.gatescope.session.Background;
import org.gatescope.session.Session;
import org.gatescope.session.Trainer;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.MainWindow;
import org.gatescope.ui.window.Rooms;

/**
 * A training in a window with every panel open: the share of frames that come more than half a frame after their time,
 * and the updates a second beside those of the same training without a window, one after the other in one run.
 */
public final class TrainingFrames {
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(25);
    private static final long MEASURED = TimeUnit.SECONDS.toNanos(10);
    /** Milliseconds from one frame to the next: one and a half of sixty a second. */
    private static final double LATE = 25;

    private static final int ENDLESS = 1_000_000;

    private static final ExecutorService BACKGROUND = Executors.newFixedThreadPool(2);
    private static final ExecutorService UPDATES = Executors.newSingleThreadExecutor();

    private TrainingFrames() {}

    public static void main(String[] arguments) throws Exception {
        for (Example example : List.of(Example.THREE_SENTENCES)) {
            Session session = endless(example.session());
            double alone = alone(session);
            for (String room : arguments.length == 0 ? Rooms.keys() : List.of(arguments)) {
                Frames frames = inWindow(session, room);
                Times between = Times.ofNanos(frames.between());
                System.out.printf(
                        "%s\t%s\t%.1f %%\t%.1f\t%.1f\t%.0f\t%.0f\t%.2f ×\t%+.1f%n",
                        session.title(),
                        room,
                        100 * frames.late(),
                        between.median(),
                        between.percentile95(),
                        frames.updates(),
                        alone,
                        frames.updates() / alone,
                        frames.grown());
            }
        }
        System.exit(0);
    }

    private static Session endless(Session session) {
        Training usual = session.training();
        return session.withTraining(usual.withEpochs(ENDLESS));
    }

    /** Updates a second. */
    private static double alone(Session session) {
        NetworkPlan plan = NetworkPlan.of(session.network(), session.batch(), session.steps());
        Snapshot snapshot = Snapshot.first(session.numbers().parameters());
        long begin = System.nanoTime();
        int before = 0;
        while (System.nanoTime() - begin < WARM_UP + MEASURED) {
            if (System.nanoTime() - begin < WARM_UP) {
                before = snapshot.epoch();
            }
            snapshot = session.training().next(plan, session.inputs(), snapshot);
        }
        return (snapshot.epoch() - before) * 1e9 / MEASURED;
    }

    /**
     * @param between nanoseconds from each frame to the next
     * @param updates a second
     * @param grown   megabytes in use after the run more than after its warm-up
     */
    private record Frames(List<Long> between, double updates, double grown) {
        double late() {
            return between.stream().filter(nanos -> nanos / 1e6 > LATE).count() / (double) between.size();
        }
    }

    private static Frames inWindow(Session session, String room) throws Exception {
        CompletableFuture<Frames> result = new CompletableFuture<>();
        Stage stage = Offscreen.call(() -> {
            Theme.LIGHT.apply();
            Workbench workbench = new Workbench(session, BACKGROUND, Platform::runLater);
            Desk desk = Desk.over(workbench, new Background(BACKGROUND, Platform::runLater), Theme.LIGHT);
            MainWindow window =
                    new MainWindow(desk, UPDATES, OwnCells.ofUser(), new Arrangement(true, true, true, 0.25, 0.34));
            window.showRoom(room);
            Stage opened = new Stage();
            Scene scene = new Scene(window.root(), 1000, 960);
            opened.setScene(scene);
            opened.show();
            new Recorder(window.trainer(), result::complete).start();
            window.trainer().setPace(0);
            window.trainer().start();
            return opened;
        });
        Frames frames = result.get(90, TimeUnit.SECONDS);
        Offscreen.call(() -> {
            stage.hide();
            return stage;
        });
        return frames;
    }

    /** Takes the times from the begin of each pulse to that of the next. */
    private static final class Recorder extends AnimationTimer {
        private final Trainer trainer;
        private final Consumer<Frames> onDone;
        private final List<Long> between = new ArrayList<>();
        private long first;
        private long last;
        private int epoch;
        private double before;

        Recorder(Trainer trainer, Consumer<Frames> onDone) {
            this.trainer = trainer;
            this.onDone = onDone;
        }

        /** What is still reachable. */
        private static double megabytes() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
        }

        @Override
        public void handle(long now) {
            long time = System.nanoTime();
            first = first == 0 ? time : first;
            if (before != 0) {
                between.add(time - last);
            }
            last = time;
            int reached =
                    trainer.progress().get().map(TrainingProgress::reached).orElse(0);
            if (time - first < WARM_UP) {
                epoch = reached;
            } else if (before == 0) {
                before = megabytes();
                last = System.nanoTime();
            }
            if (time - first > WARM_UP + MEASURED) {
                stop();
                trainer.end();
                onDone.accept(new Frames(between, (reached - epoch) * 1e9 / MEASURED, megabytes() - before));
            }
        }
    }
}
