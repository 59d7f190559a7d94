package org.gatescope.bench;

import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Sizes;
import org.gatescope.session.Background;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
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
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The playhead one time step on and back in the middle of a run; RNN with tanh, H = 512, D = 8, N = 1. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlayheadMoves {
    @Param({"100", "10000"})
    public int steps = 100;

    private Workbench model;
    private Window window;
    private boolean forth;

    private record Window(Workbench workbench, Scene scene) {}

    @Setup
    public void open() throws Exception {
        Cell cell = BuiltInCells.cell("rnn-tanh");
        Sizes sizes = new Sizes(1, steps, 8, 512);
        Session session = Inputs.session(cell, sizes);
        model = new Workbench(session, Runnable::run, Runnable::run);
        model.move(now -> now.atStep(Phase.FORWARD, Inputs.LAYER, steps / 2));
        window = Offscreen.call(() -> {
            Theme.LIGHT.apply();
            Workbench workbench = new Workbench(session, Runnable::run, Runnable::run);
            workbench.move(now -> now.atStep(Phase.FORWARD, Inputs.LAYER, steps / 2));
            Scene scene = new Scene(
                    new MainWindow(
                                    Desk.over(workbench, Background.atOnce(), Theme.LIGHT),
                                    Runnable::run,
                                    OwnCells.ofUser(),
                                    Arrangement.FIRST)
                            .root(),
                    1440,
                    900);
            NodeImage.of(scene);
            return new Window(workbench, scene);
        });
    }

    @Benchmark
    public Playhead inTheModel() {
        step(model);
        return model.shown().get().playhead();
    }

    /** Until the lanes are drawn. */
    @Benchmark
    public Scene inTheWindow() throws Exception {
        return Offscreen.call(() -> {
            step(window.workbench());
            window.scene().getRoot().layout();
            return window.scene();
        });
    }

    @TearDown
    public void close() {
        Platform.exit();
    }

    private void step(Workbench workbench) {
        forth = !forth;
        workbench.move(forth ? Playhead::nextStep : Playhead::previousStep);
    }
}
