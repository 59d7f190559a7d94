package org.gatescope.picture.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.cell.SymbolName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.diagnostics.CheckedTable;
import org.gatescope.engine.diagnostics.Complex;
import org.gatescope.engine.diagnostics.GradientFlow;
import org.gatescope.engine.diagnostics.Statistics;
import org.gatescope.engine.training.Curve.Point;
import org.gatescope.picture.Box;
import org.gatescope.picture.Golden;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Raster;
import org.gatescope.picture.RecordingPen;
import org.gatescope.picture.RecordingPen.Cornered;
import org.gatescope.picture.RecordingPen.Filled;
import org.gatescope.picture.RecordingPen.Framed;
import org.gatescope.picture.RecordingPen.Lined;
import org.gatescope.picture.RecordingPen.RoundFramed;
import org.gatescope.picture.RecordingPen.Rounded;
import org.gatescope.picture.RecordingPen.Traced;
import org.gatescope.picture.RecordingPen.Written;
import org.gatescope.picture.Tones;
import org.gatescope.picture.chart.Plane.Place;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.session.Playhead.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts of odd numbers in odd sizes, in both themes: every mark has a place, and golden layouts of the plain ones. */
class OddChartsTest {
    private static final double[] ODD = {
        0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1e300, -1e300
    };
    private static final double[] SIZES = {0, 1, 3, 20, 250, 4000};

    private record Named(String name, Picture picture) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Named> charts() {
        List<Named> all = new ArrayList<>();
        for (Tones tones : List.of(Tones.LIGHT, Tones.DARK)) {
            for (double width : SIZES) {
                for (double height : new double[] {0, 1, 24, 300}) {
                    add(all, width, height, tones);
                }
            }
        }
        return all.stream();
    }

    private static void add(List<Named> all, double width, double height, Tones tones) {
        String size = " " + width + " × " + height + (tones.dark() ? " dark" : "");
        for (List<Double> numbers :
                List.of(List.<Double>of(), list(ODD), list(1, 2), list(Double.MAX_VALUE, -Double.MAX_VALUE))) {
            double[] values = numbers.stream().mapToDouble(Double::doubleValue).toArray();
            Range computed = new Range(0, values.length / 2);
            all.add(new Named(
                    "sparkline" + size,
                    new SparklinePicture(width, height, values, computed, values.length - 1, tones.forward(), tones)));
            List<ChangesPicture.Change> changes = numbers.stream()
                    .map(value -> new ChangesPicture.Change("layer 2", SymbolName.of("W.of.something.long"), value))
                    .toList();
            all.add(new Named("changes" + size, new ChangesPicture(width, changes, tones)));
            List<Point> points = new ArrayList<>();
            for (double value : values) {
                points.add(new Point(points.size(), value, value));
            }
            for (boolean logarithmic : new boolean[] {true, false}) {
                all.add(new Named(
                        "curve" + size,
                        new CurvePicture(
                                width,
                                height,
                                points,
                                points,
                                Point::loss,
                                Optional.empty(),
                                points.size(),
                                0,
                                logarithmic,
                                tones.forward(),
                                tones)));
            }
            List<Optional<PredictionPicture.Step>> steps = new ArrayList<>(List.of(Optional.empty()));
            for (double value : values) {
                steps.add(Optional.of(new PredictionPicture.Step("", "😀", false, value, list(value), list(-value))));
            }
            all.add(new Named("classes" + size, new PredictionPicture(width, 1, "", steps, true, tones)));
            all.add(new Named("predictions" + size, new PredictionPicture(width, 1, "", steps, false, tones)));
        }
    }

    private static List<Double> list(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static RecordingPen drawn(Picture picture) {
        RecordingPen pen = new RecordingPen();
        picture.draw(pen);
        return pen;
    }

    private static List<Double> coordinates(RecordingPen pen) {
        List<Double> all = new ArrayList<>();
        pen.all(Filled.class).forEach(mark -> add(all, mark.box()));
        pen.all(Framed.class).forEach(mark -> add(all, mark.box()));
        pen.all(Rounded.class).forEach(mark -> add(all, mark.box()));
        pen.all(RoundFramed.class).forEach(mark -> add(all, mark.box()));
        pen.all(Lined.class)
                .forEach(mark -> Collections.addAll(all, mark.fromX(), mark.fromY(), mark.toX(), mark.toY()));
        pen.all(Written.class).forEach(mark -> Collections.addAll(all, mark.x(), mark.baseline()));
        pen.all(Traced.class).forEach(mark -> all.addAll(mark.points()));
        pen.all(Cornered.class).forEach(mark -> all.addAll(mark.corners()));
        return all;
    }

    private static void add(List<Double> to, Box box) {
        Collections.addAll(to, box.x(), box.y(), box.width(), box.height());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void everyMarkHasAPlace(Named chart) {
        assertThat(coordinates(drawn(chart.picture())))
                .allSatisfy(coordinate -> assertThat(coordinate).isFinite());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void nothingIsWrittenThatIsEmpty(Named chart) {
        assertThat(chart.picture().height()).isGreaterThanOrEqualTo(0);
        assertThat(drawn(chart.picture()).marks).doesNotContainNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void barsOfAHistogramStandSideBySideWithinItsPlace(int parts) {
        List<Long> counts = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            counts.add((long) part * part + 1);
        }
        Statistics statistics = new Statistics(9, 0, 1, 2, 1.5, 1, counts);
        List<Filled> bars =
                drawn(new HistogramPicture(204, 64, statistics, Tones.LIGHT)).all(Filled.class);
        assertThat(bars).hasSize(parts);
        for (int part = 0; part < parts; part++) {
            Box bar = bars.get(part).box();
            assertThat(bar.bottom()).isEqualTo(62);
            assertThat(bar.y()).isGreaterThanOrEqualTo(2);
            assertThat(bar.right()).isLessThanOrEqualTo(202);
            if (part > 0) {
                assertThat(bar.x())
                        .isGreaterThanOrEqualTo(bars.get(part - 1).box().right());
                assertThat(bar.height()).isGreaterThan(bars.get(part - 1).box().height());
            }
        }
        assertThat(bars.getLast().box().height()).as("the most take all").isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 1.5, 20, 1e6})
    void everyEigenvalueIsInViewHoweverLarge(double modulus) {
        List<Complex> values = List.of(
                new Complex(modulus, 0), new Complex(-modulus, 0), new Complex(0, modulus), new Complex(0, -modulus));
        RecordingPen pen = drawn(new SpectrumPicture(120, 90, values, values, Tones.DARK));
        assertThat(pen.all(Rounded.class)).hasSize(4).allSatisfy(disc -> {
            assertThat(disc.box().x()).isGreaterThanOrEqualTo(0);
            assertThat(disc.box().right()).isLessThanOrEqualTo(120);
            assertThat(disc.box().y()).isGreaterThanOrEqualTo(0);
            assertThat(disc.box().bottom()).isLessThanOrEqualTo(90);
        });
        for (int i = 0; i < 4; i++) {
            Box disc = pen.all(Rounded.class).get(i).box();
            Box ring = pen.all(RoundFramed.class).get(i).box();
            assertThat(ring.centreX()).isEqualTo(disc.centreX());
            assertThat(ring.centreY()).isEqualTo(disc.centreY());
        }
    }

    /** Up is positive: the conjugate of what lies above lies as far below. */
    @Test
    void conjugatesMirrorEachOther() {
        List<Complex> pair = List.of(new Complex(0.3, 0.8), new Complex(0.3, -0.8));
        List<Rounded> discs = drawn(new SpectrumPicture(100, 100, pair, List.of(), Tones.LIGHT))
                .all(Rounded.class);
        assertThat(discs.get(0).box().centreY()).isLessThan(50);
        assertThat(discs.get(0).box().centreY() + discs.get(1).box().centreY()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 84, 500})
    void everySquareOfAShareMapIsHit(int rows) {
        double square = ShareMapPicture.square(rows, 3, 60);
        ShareMapPicture map = new ShareMapPicture(rows, 3, square, null, null, Tones.LIGHT);
        assertThat(map.height()).isLessThanOrEqualTo(86);
        assertThat(map.width()).isLessThanOrEqualTo(62);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < 3; column++) {
                double x = 1 + (column + 0.5) * Math.max(1, 3 * square) / 3;
                double y = 1 + (row + 0.5) * Math.max(1, rows * square) / rows;
                assertThat(map.at(x, y)).isEqualTo(new ShareMapPicture.Place(row, column));
            }
        }
        assertThat(map.at(0, 2)).isNull();
        assertThat(map.at(2, 0)).isNull();
        assertThat(map.at(1e9, 2)).isNull();
    }

    @Test
    void ofNothingAFlowHasItsLinesAlone() {
        Matrix none = Matrix.zeros(0, 1);
        GradientFlow flow = new GradientFlow(none, none, none);
        FlowPicture picture = new FlowPicture(
                200,
                FlowPicture.height(1),
                List.of(new FlowPicture.Row("h", "h", flow, new Range(0, 0))),
                0,
                0,
                TimeAxis.of(0, 100),
                -1,
                "",
                KeptFlow.NONE,
                Tones.DARK);
        assertThat(coordinates(drawn(picture)))
                .allSatisfy(coordinate -> assertThat(coordinate).isFinite());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-320, 1e-200, 1, 1e200, Double.NaN, Double.POSITIVE_INFINITY})
    void aFlowOfAnySizeHasBarsWithinItsRow(double norm) {
        Matrix whole = Matrix.filled(3, 1, norm);
        Matrix half = Matrix.filled(3, 1, norm / 2);
        GradientFlow flow = new GradientFlow(whole, half, half);
        FlowPicture.Row row = new FlowPicture.Row("h", "h", flow, new Range(0, 3));
        FlowPicture picture = new FlowPicture(
                300, FlowPicture.height(1), List.of(row), 0, 3, TimeAxis.of(3, 150), 1, "", KeptFlow.NONE, Tones.LIGHT);
        RecordingPen pen = drawn(picture);
        assertThat(coordinates(pen))
                .allSatisfy(coordinate -> assertThat(coordinate).isFinite());
        assertThat(pen.all(Filled.class)).allSatisfy(bar -> {
            assertThat(bar.box().y()).isGreaterThanOrEqualTo(0);
            assertThat(bar.box().bottom()).isLessThanOrEqualTo(picture.height());
        });
    }

    @Test
    void spectrum() {
        List<Complex> matrix = List.of(new Complex(0.5, 0.5), new Complex(0.5, -0.5), new Complex(1.2, 0));
        Golden.check("spectrum", new SpectrumPicture(120, 80, matrix, List.of(new Complex(-0.9, 0)), Tones.LIGHT));
    }

    @Test
    void histogram() {
        Statistics statistics = new Statistics(10, 1, -1, 3, 0.5, 1, List.of(1L, 4L, 0L, 9L));
        Golden.check("histogram", new HistogramPicture(84, 44, statistics, Tones.DARK));
    }

    @Test
    void differences() {
        Matrix computed = Matrix.of(new double[][] {{1, 1, 1}, {Double.NaN, 0, 1}});
        Matrix numeric = Matrix.of(new double[][] {{1, 1 + 1e-6, 1.1}, {1, 1, -1}});
        CheckedTable table = new CheckedTable("W", computed, numeric, Matrix.zeros(2, 3), 1e-9, false);
        Golden.check("differences", new DifferencesPicture(60, 30, DifferencesPicture.raster(table, Ground.DARK)));
    }

    @Test
    void changes() {
        List<ChangesPicture.Change> changes = List.of(
                new ChangesPicture.Change("", SymbolName.of("Wx.f"), 1),
                new ChangesPicture.Change("", SymbolName.of("Wh.f"), 1e-3),
                new ChangesPicture.Change("read-out", SymbolName.of("b.f"), 1e-9),
                new ChangesPicture.Change("layer 1 ←", SymbolName.of("Wx.candidate"), 0));
        Golden.check("changes", new ChangesPicture(260, changes, Tones.LIGHT));
    }

    @Test
    void sparkline() {
        double[] values = {0, 1, -0.5, Double.NaN, 0.25};
        Golden.check(
                "sparkline",
                new SparklinePicture(50, 24, values, new Range(0, 3), 2, Tones.DARK.forward(), Tones.DARK));
    }

    @Test
    void shares() {
        Raster raster = Raster.of(3, 2, (x, y) -> 0xff000000 | 40 * x << 16 | 90 * y);
        Golden.check("shares", new ShareMapPicture(2, 3, 12, raster, new ShareMapPicture.Place(1, 2), Tones.LIGHT));
    }

    @Test
    void axesOfALine() {
        Plane plane = Plane.of(Matrix.zeros(1, 1), 0, 0, "h₀", "");
        List<Place> path = List.of(new Place(-1, 0), new Place(0.5, 0), new Place(0.25, 0));
        Golden.check(
                "portrait-line",
                new PortraitPicture(
                        120,
                        100,
                        plane,
                        PortraitPicture.View.of(path),
                        path,
                        3,
                        2,
                        List.of(),
                        List.of("a", "b", "c"),
                        Tones.DARK));
    }
}
