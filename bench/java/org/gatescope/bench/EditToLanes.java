package org.gatescope.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Sizes;
import org.gatescope.session.Background;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.render.NodeImage;
import org.gatescope.ui.render.Offscreen;
import org.gatescope.ui.settings.OwnCells;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.MainWindow;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One weight edited in the main window until all lanes in view are drawn anew: LSTM, H = D = 64, T = 200, N = 1, window of
 * 1440 × 900 without a display. The whole scene is rendered each time, which is more than a window does that draws what
 * changed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EditToLanes {
    /** Where the times of the parts are left. */
    static final String PARTS_FILE = "gatescope.bench.parts";

    private static final TableId TABLE = new TableId.Parameter(Inputs.LAYER + ".Wx.i");

    private final Parts parts = new Parts();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final Semaphore computed = new Semaphore(0);
    private Window window;
    private int edits;

    private record Window(Workbench workbench, Scene scene, Parent lanes, WritableImage image) {
        WritableImage render() {
            return scene.snapshot(image);
        }
    }

    @Setup
    public void open() throws Exception {
        window = Offscreen.call(() -> {
            Theme.LIGHT.apply();
            Cell cell = BuiltInCells.cell("lstm");
            Sizes sizes = new Sizes(1, 200, 64, 64);
            Session session = Inputs.session(cell, sizes);
            Workbench workbench = new Workbench(session, background, Platform::runLater);
            Scene scene = new Scene(
                    new MainWindow(
                                    Desk.over(workbench, new Background(background, Platform::runLater), Theme.LIGHT),
                                    Runnable::run,
                                    OwnCells.ofUser(),
                                    Arrangement.FIRST)
                            .root(),
                    1440,
                    900);
            WritableImage image = NodeImage.of(scene);
            workbench.followRuns(run -> computed.release()); // the last to be told
            computed.drainPermits(); // of the run that is there already
            return new Window(workbench, scene, (Parent) scene.getRoot().lookup(".lanes"), image);
        });
    }

    @Setup(Level.Iteration)
    public void forgetWarmUp() {
        parts.clear();
    }

    /** @return so that nothing can be left out */
    @Benchmark
    public WritableImage edit() throws Exception {
        long start = System.nanoTime();
        Offscreen.call(() -> {
            window.workbench().edit("edit", this::edited);
            return null;
        });
        computed.acquire();
        long shown = System.nanoTime();
        return Offscreen.call(() -> {
            window.lanes().layout();
            long drawn = System.nanoTime();
            window.scene().getRoot().layout();
            long laidOut = System.nanoTime();
            WritableImage image = window.render();
            long rendered = System.nanoTime();
            window.render();
            long again = System.nanoTime();
            long engine = run().nanos();
            parts.add("engine", engine);
            parts.add("listeners and threads", shown - start - engine);
            parts.add("lanes' pictures", drawn - shown);
            parts.add("tables and the rest", laidOut - drawn);
            parts.add("scene rendered", rendered - laidOut);
            parts.add("whole", rendered - start);
            parts.add("(the same scene rendered once more)", again - rendered);
            return image;
        });
    }

    @TearDown
    public void close() throws IOException {
        parts.append(Path.of(System.getProperty(PARTS_FILE, "parts.tsv")));
        background.shutdownNow();
        Platform.exit();
    }

    private Session edited(Session session) {
        double value = 0.1 + 0.01 * (edits++ % 5);
        return session.edit(TABLE, table -> table.with(0, 0, value));
    }

    private Run run() {
        return window.workbench().shown().get().run();
    }
}
