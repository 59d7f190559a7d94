package org.gatescope.ui.paint;

import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.gatescope.picture.Family;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Scale;
import org.gatescope.picture.lane.CellGrid;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.lane.LaneMosaic;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.ui.render.Offscreen;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One lane's image filled through its palette: all of T in view, 960 × 128 pixels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LaneFilling {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 128;
    private static final int AT_A_TIME = 20;

    /** T/H */
    @Param({"200/64", "100/512", "10000/512"})
    public String size = "200/64";

    private final Pixels pixels = new Pixels();
    private LaneMosaic cells;

    @Setup
    public void fillContent() {
        int slash = size.indexOf('/');
        int steps = Integer.parseInt(size.substring(0, slash));
        int units = Integer.parseInt(size.substring(slash + 1));
        TimeAxis axis = TimeAxis.of(steps, WIDTH).fitAll();
        cells = new LaneMosaic(
                new Sines(steps, units),
                new CellGrid(axis, units, HEIGHT),
                Scale.diverging(1),
                Palette.of(Family.VALUES, false));
    }

    /** Several at a time, as handing over to the JavaFX thread takes time too. */
    @Benchmark
    @OperationsPerInvocation(AT_A_TIME)
    public Object fill() throws Exception {
        return Offscreen.call(() -> {
            for (int i = 0; i < AT_A_TIME; i++) {
                pixels.write(cells.mosaic());
            }
            return pixels;
        });
    }

    @TearDown
    public void close() {
        Platform.exit();
    }

    private static final class Sines implements LaneContent {
        private final int steps;
        private final int units;
        private final double[] values;

        Sines(int steps, int units) {
            this.steps = steps;
            this.units = units;
            values = new double[steps * units];
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.sin(0.7 * i);
            }
        }

        @Override
        public int steps() {
            return steps;
        }

        @Override
        public int units() {
            return units;
        }

        @Override
        public double value(int t, int unit) {
            return values[t * units + unit];
        }

        @Override
        public int computedFrom() {
            return 0;
        }

        @Override
        public int computedTo() {
            return steps;
        }
    }
}
