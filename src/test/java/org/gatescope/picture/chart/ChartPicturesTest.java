package org.gatescope.picture.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatescope.cell.SymbolName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.diagnostics.CheckedTable;
import org.gatescope.engine.diagnostics.Complex;
import org.gatescope.engine.diagnostics.GradientFlow;
import org.gatescope.engine.diagnostics.Statistics;
import org.gatescope.engine.training.Curve.Point;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.ColourMap;
import org.gatescope.picture.Family;
import org.gatescope.picture.Golden;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Raster;
import org.gatescope.picture.RecordingPen;
import org.gatescope.picture.RecordingPen.Filled;
import org.gatescope.picture.RecordingPen.Framed;
import org.gatescope.picture.RecordingPen.Hatched;
import org.gatescope.picture.RecordingPen.Rastered;
import org.gatescope.picture.RecordingPen.RoundFramed;
import org.gatescope.picture.RecordingPen.Rounded;
import org.gatescope.picture.RecordingPen.Traced;
import org.gatescope.picture.RecordingPen.Written;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.picture.chart.JacobianPicture.Pair;
import org.gatescope.picture.chart.Plane.Place;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.session.Playhead.Range;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each chart's layout as data, and what it makes of numbers that are none, of nothing and of much. */
class ChartPicturesTest {
    private static final Tones TONES = Tones.LIGHT;

    private static RecordingPen drawn(Picture picture) {
        RecordingPen pen = new RecordingPen();
        picture.draw(pen);
        return pen;
    }

    private static Matrix column(double... values) {
        double[][] rows = new double[values.length][1];
        for (int i = 0; i < values.length; i++) {
            rows[i][0] = values[i];
        }
        return Matrix.of(rows, 1);
    }

    @Nested
    class Flow {
        private static FlowPicture of(Matrix norms, int from, int current) {
            Matrix half = norms.map(norm -> norm / 2);
            GradientFlow flow = new GradientFlow(norms, half, half);
            int steps = norms.rows();
            FlowPicture.Row row = new FlowPicture.Row("h", "h", flow, new Range(from, steps));
            TimeAxis axis = TimeAxis.of(steps, 100);
            return new FlowPicture(
                    300, FlowPicture.height(1), List.of(row), 0, steps, axis, current, "", KeptFlow.NONE, TONES);
        }

        /** As high as the bar of the same norm; of steps that there are alone. */
        @Test
        void whatIsKeptIsALineOverTheBars() {
            FlowPicture now = of(column(1, 1, 1), 0, -1);
            KeptFlow.Norms norms = new KeptFlow.Norms(column(1e-3, 1, Double.NaN, 1), 0);
            FlowPicture compared = new FlowPicture(
                    now.width(),
                    now.height(),
                    now.rows(),
                    0,
                    3,
                    now.axis(),
                    -1,
                    "",
                    new KeptFlow("RNN", Map.of("h", norms)),
                    TONES);
            List<Traced> lines = drawn(compared).all(Traced.class);
            assertThat(lines).hasSize(2);
            List<Double> points = lines.getLast().points();
            assertThat(points).hasSize(4);
            double bar = drawn(now).all(Filled.class).stream()
                    .filter(fill ->
                            fill.colour().equals(TONES.forward()) && fill.box().y() > 14)
                    .findFirst()
                    .orElseThrow()
                    .box()
                    .y();
            assertThat(points.get(3)).isCloseTo(bar, within(0.01));
            assertThat(points.get(1)).isGreaterThan(points.get(3) + 10);
        }

        @Test
        void barsAreAsHighAsTheLogarithmAndHatchedWhereNothingIsComputed() {
            Golden.check("flow", of(column(1e-6, 1e-3, 1), 1, 1));
        }

        @Test
        void theLegendStaysWithinThePicture() {
            RecordingPen pen = drawn(of(column(1, 1, 1), 0, -1));
            assertThat(pen.all(Written.class)).allSatisfy(text -> {
                boolean isRight = text.lettering().anchor() == Anchor.RIGHT;
                double width = pen.measure().width(text.text(), text.lettering());
                assertThat(text.x() + (isRight ? 0 : width)).isLessThanOrEqualTo(300);
            });
        }

        @Test
        void whatIsNoNumberIsMarkedAtTheTop() {
            assertThat(drawn(of(column(Double.NaN), 0, -1)).all(Filled.class))
                    .contains(new Filled(new Box(TimeAxis.HEADING, 24, 98, 4), TONES.warning()));
        }

        @Test
        void normsNearTheLargestNumberAreToldApartAndParted() {
            Matrix whole = column(Double.MAX_VALUE, 1e300);
            Matrix tiny = column(1e-300, 1e-300);
            List<Filled> bars = bars(new GradientFlow(whole, tiny, whole), TONES.backward());
            assertThat(bars.get(0).box().height())
                    .isGreaterThan(bars.get(1).box().height());
            GradientFlow even = new GradientFlow(whole, whole, whole);
            assertThat(bars(even, TONES.backward()).getFirst().box().height())
                    .isEqualTo(bars(even, TONES.forward()).getFirst().box().height())
                    .isPositive();
        }

        /** Below the legend. */
        private static List<Filled> bars(GradientFlow flow, Rgb colour) {
            FlowPicture.Row row = new FlowPicture.Row("h", "h", flow, new Range(0, 2));
            return drawn(new FlowPicture(
                            300,
                            FlowPicture.height(1),
                            List.of(row),
                            0,
                            2,
                            TimeAxis.of(2, 100),
                            -1,
                            "",
                            KeptFlow.NONE,
                            TONES))
                    .all(Filled.class)
                    .stream()
                    .filter(bar -> bar.colour().equals(colour) && bar.box().y() > 14)
                    .toList();
        }

        @Test
        void withoutStepsTheLinesAreLeft() {
            assertThat(drawn(of(column(), 0, -1)).all(Hatched.class)).isEmpty();
        }

        @Test
        void manyStepsTakeAtMostAColumnOfPixelsEach() {
            Matrix norms = Matrix.filled(5000, 1, 1).with(4321, 0, 100);
            FlowPicture many = new FlowPicture(
                    300,
                    FlowPicture.height(1),
                    of(norms, 0, -1).rows(),
                    0,
                    5000,
                    new TimeAxis(5000, 100, 0, 0),
                    -1,
                    "",
                    KeptFlow.NONE,
                    TONES);
            List<Filled> bars = drawn(many).all(Filled.class).stream()
                    .filter(bar ->
                            bar.colour().equals(TONES.backward()) && bar.box().y() > 14)
                    .toList();
            assertThat(bars).hasSizeBetween(100, 101);
            Filled highest = Collections.max(
                    bars, (a, b) -> Double.compare(a.box().height(), b.box().height()));
            assertThat(highest.box().x()).isEqualTo(TimeAxis.HEADING + 86);
        }

        @Test
        void whatIsNoNumberIsMarkedAmongManySteps() {
            Matrix norms = Matrix.filled(5000, 1, 1).with(4321, 0, Double.NaN);
            FlowPicture many = new FlowPicture(
                    300,
                    FlowPicture.height(1),
                    of(norms, 0, -1).rows(),
                    0,
                    5000,
                    new TimeAxis(5000, 100, 0, 0),
                    -1,
                    "",
                    KeptFlow.NONE,
                    TONES);
            assertThat(drawn(many).all(Filled.class))
                    .contains(new Filled(new Box(TimeAxis.HEADING + 86, 24, 1, 4), TONES.warning()));
        }
    }

    @Nested
    class Jacobian {
        private static final Matrix NORMS = Matrix.of(new double[][] {{1, 0}, {0.5, 2}});

        private static JacobianPicture of(Matrix norms, int current, @Nullable Pair chosen) {
            return new JacobianPicture(
                    94, 82, norms, JacobianPicture.raster(norms, Ground.LIGHT), current, chosen, TONES);
        }

        @Test
        void stepsRunDownAndRight() {
            Golden.check("jacobian", of(NORMS, 1, new Pair(1, 0)));
        }

        @Test
        void aPointIsThePairWhereThereIsOne() {
            assertThat(of(NORMS, -1, null).at(35, 70)).isEqualTo(new Pair(1, 0));
            assertThat(of(NORMS, -1, null).at(80, 20)).isNull();
            assertThat(of(NORMS, -1, null).at(5, 5)).isNull();
        }

        @Test
        void whatIsNoNumberHasItsOwnColourAndNothingHasNone() {
            Raster raster = JacobianPicture.raster(Matrix.of(new double[][] {{Double.NaN, 0}}), Ground.DARK);
            assertThat(raster.argb(1, 0)).isZero();
            assertThat(raster.argb(0, 0))
                    .isEqualTo(Palette.of(Family.VALUES, true).argb(Palette.NAN));
        }

        @Test
        void largeOnesHaveNoContour() {
            Matrix large = Matrix.filled(60, 60, 0.5).with(3, 3, 2);
            assertThat(drawn(of(large, -1, null)).all(Filled.class)).isEmpty();
        }
    }

    @Nested
    class Eigenvalues {
        @Test
        void discsAreOfTheMatrixRingsOfTheStep() {
            SpectrumPicture picture =
                    new SpectrumPicture(100, 60, List.of(new Complex(0.5, 0.5)), List.of(new Complex(-2, 0)), TONES);
            RecordingPen pen = drawn(picture);
            double scale = 22 / 2.3;
            assertThat(pen.all(Rounded.class))
                    .extracting(Rounded::box)
                    .containsExactly(new Box(50 + 0.5 * scale - 2.5, 30 - 0.5 * scale - 2.5, 5, 5));
            assertThat(pen.all(RoundFramed.class))
                    .extracting(RoundFramed::box)
                    .containsExactly(new Box(50 - 2 * scale - 4, 26, 8, 8));
        }

        @Test
        void withoutAnyTheCircleIsLeft() {
            RecordingPen pen = drawn(new SpectrumPicture(1, 1, List.of(), List.of(), TONES));
            assertThat(pen.all(Traced.class)).hasSize(1);
        }
    }

    @Nested
    class Portrait {
        private static final Plane PLANE = Plane.of(Matrix.zeros(1, 2), 0, 1, "h0", "h1");

        private static PortraitPicture of(List<Place> path, int done, int current, List<Place> field) {
            return new PortraitPicture(
                    140, 124, PLANE, PortraitPicture.View.of(path), path, done, current, field, List.of("a"), TONES);
        }

        @Test
        void thePathIsPaleWhereItIsStillToCome() {
            List<Place> path = List.of(new Place(0, 0), new Place(1, 0), new Place(1, 1));
            Golden.check("portrait", of(path, 2, 1, List.of(new Place(0, 0), new Place(0.5, 0))));
        }

        @Test
        void placesThatAreNoNumbersAreLeftOut() {
            List<Place> path = List.of(new Place(0, 0), new Place(Double.NaN, 0), new Place(1, 1));
            assertThat(drawn(of(path, 3, 2, List.of())).all(Traced.class)).isEmpty();
        }

        @Test
        void allAtOnePlaceHasAReachOfItsOwn() {
            assertThat(PortraitPicture.View.of(List.of(new Place(2, 3)))).isEqualTo(new PortraitPicture.View(2, 3, 1));
            assertThat(PortraitPicture.View.of(List.of())).isEqualTo(new PortraitPicture.View(0, 0, 1));
        }
    }

    @Nested
    class Histogram {
        @Test
        void barsAreAsHighAsTheRootOfTheirShare() {
            Statistics statistics = new Statistics(5, 0, -1, 1, 0, 1, List.of(4L, 1L, 0L));
            List<Filled> bars =
                    drawn(new HistogramPicture(34, 24, statistics, TONES)).all(Filled.class);
            assertThat(bars)
                    .extracting(Filled::box)
                    .containsExactly(
                            new Box(2, 2, 9, 20), new Box(12, 12, 9, 10), new Box(22, 22, 9, 0), new Box(17, 2, 1, 20));
        }

        @Test
        void nothingHasNoBars() {
            Statistics none = new Statistics(0, 3, Double.NaN, Double.NaN, Double.NaN, Double.NaN, List.of(0L, 0L));
            assertThat(drawn(new HistogramPicture(34, 24, none, TONES)).marks).isEmpty();
        }
    }

    @Nested
    class Differences {
        @Test
        void areSquaresInPowersOfTen() {
            Matrix computed = Matrix.of(new double[][] {{1, 0, Double.NaN}});
            Matrix numeric = Matrix.of(new double[][] {{1, 1, 1}});
            CheckedTable table = new CheckedTable("W", computed, numeric, Matrix.zeros(1, 3), 1e-9, false);
            Raster raster = DifferencesPicture.raster(table, Ground.LIGHT);
            Palette palette = Palette.of(ColourMap.VIRIDIS, false);
            assertThat(IntStream.range(0, 3).map(column -> raster.argb(column, 0)))
                    .containsExactly(palette.argb(0), palette.argb(Palette.SIZE - 1), palette.argb(Palette.NAN));
            assertThat(drawn(new DifferencesPicture(100, 16, raster)).all(Rastered.class))
                    .extracting(Rastered::place)
                    .containsExactly(new Box(1, 1, 42, 14));
        }
    }

    @Nested
    class Curves {
        private static CurvePicture of(List<Point> points, List<Point> before, int epochs, boolean logarithmic) {
            return new CurvePicture(
                    158,
                    72,
                    points,
                    before,
                    Point::loss,
                    Optional.empty(),
                    epochs,
                    1,
                    logarithmic,
                    TONES.forward(),
                    TONES);
        }

        @Test
        void theRunBeforeLiesBehind() {
            List<Point> points = List.of(new Point(1, 1, 0), new Point(2, 0.1, 0));
            Golden.check("curve", of(points, List.of(new Point(1, 0.5, 0)), 4, true));
        }

        @Test
        void theRunBeforeEndsWhereTheAxisDoes() {
            List<Point> points = List.of(new Point(1, 1, 0), new Point(2, 0.5, 0));
            List<Point> within = List.of(new Point(1, 0.8, 0), new Point(2, 0.7, 0));
            List<Point> longer = List.of(new Point(1, 0.8, 0), new Point(2, 0.7, 0), new Point(3, 900, 0));
            assertThat(drawn(of(points, longer, 2, false)).lines())
                    .isEqualTo(drawn(of(points, within, 2, false)).lines());
        }

        @Test
        void smallNumbersOfTheAxisAreWrittenAsEverywhere() {
            assertThat(drawn(of(List.of(new Point(1, 4e-5, 0)), List.of(), 2, false))
                            .lines())
                    .anyMatch(line -> line.contains("2×10⁻⁵"));
        }

        @Test
        void manyUpdatesOfAPixelAreTheStretchFromLeastToLargest() {
            List<Point> points = IntStream.rangeClosed(1, 10_000)
                    .mapToObj(epoch -> new Point(epoch, epoch % 2 + 1, 0))
                    .toList();
            List<Filled> stretches = drawn(of(points, List.of(), 10_000, false)).all(Filled.class).stream()
                    .filter(mark -> mark.colour().equals(TONES.forward()))
                    .toList();
            assertThat(stretches).hasSizeLessThan(210);
            assertThat(stretches.get(50).box().height()).isGreaterThan(20);
        }

        @Test
        void numbersThatAreNoneLieAtTheTop() {
            List<Point> points = List.of(new Point(1, 1, 0), new Point(2, Double.NaN, 0));
            assertThat(drawn(of(points, List.of(), 2, false)).all(Filled.class))
                    .anyMatch(mark ->
                            mark.colour().equals(TONES.forward()) && mark.box().y() < 6);
        }

        @Test
        void aPlaceIsAnEpoch() {
            CurvePicture picture = of(List.of(), List.of(), 10, true);
            assertThat(List.of(picture.epoch(0), picture.epoch(94), picture.epoch(1000)))
                    .containsExactly(0, 5, 10);
        }
    }

    @Nested
    class Predictions {
        private static final PredictionPicture.Step RIGHT =
                new PredictionPicture.Step("pen", "pen", true, 0.9, List.of(), List.of());
        private static final PredictionPicture.Step WRONG =
                new PredictionPicture.Step("pen", "ink", false, 0.25, List.of(), List.of());

        @Test
        void whatIsWrongIsUnderlined() {
            Golden.check(
                    "prediction-words",
                    new PredictionPicture(
                            126,
                            1,
                            "",
                            List.of(Optional.of(RIGHT), Optional.empty(), Optional.of(WRONG)),
                            true,
                            TONES));
        }

        @Test
        void whereNoWordHasRoomBarsTellHowSureItIs() {
            List<Optional<PredictionPicture.Step>> steps = Collections.nCopies(50, Optional.of(WRONG));
            RecordingPen pen = drawn(new PredictionPicture(126, 1, "", steps, true, TONES));
            assertThat(pen.all(Filled.class))
                    .hasSize(50)
                    .allMatch(bar -> bar.box().height() == 8);
        }

        @Test
        void valuesAreCurvesTargetsDots() {
            List<Optional<PredictionPicture.Step>> steps = List.of(value(0, 0), value(1, Double.NaN), value(1, 1));
            Golden.check("prediction-values", new PredictionPicture(86, 2, "", steps, false, TONES));
        }

        private static Optional<PredictionPicture.Step> value(double target, double output) {
            return Optional.of(new PredictionPicture.Step("", "", true, 0, List.of(target), List.of(output)));
        }
    }

    @Nested
    class Changes {
        @Test
        void barsAreOfPowersOfTen() {
            RecordingPen pen = drawn(new ChangesPicture(
                    226,
                    List.of(
                            new ChangesPicture.Change("", SymbolName.of("Wx"), 1e-3),
                            new ChangesPicture.Change("", SymbolName.of("a_name_that_is_much_longer"), Double.NaN)),
                    TONES));
            assertThat(pen.all(Filled.class).stream()
                            .filter(mark -> mark.colour().equals(TONES.forward()))
                            .map(Filled::box))
                    .containsExactly(new Box(112, 4, 30, 9), new Box(112, 21, 0, 9));
            assertThat(pen.texts().stream().filter(text -> text.endsWith("…"))).hasSize(1);
        }

        @Test
        void namesAreTypesetAsEverywhereElse() {
            RecordingPen pen = drawn(new ChangesPicture(
                    226, List.of(new ChangesPicture.Change("layer 2 ←", SymbolName.of("Wx.f"), 1e-3)), TONES));
            assertThat(pen.texts()).contains("layer 2 ←", "W").doesNotContain("Wx.f");
        }
    }

    @Nested
    class Sparkline {
        private static RecordingPen of(int current, double... values) {
            return drawn(new SparklinePicture(20, 22, values, new Range(0, 1), current, TONES.forward(), TONES));
        }

        @Test
        void theLargestNumbersHaveTheirPlaces() {
            List<Filled> marks = of(-1, -Double.MAX_VALUE, 0, Double.MAX_VALUE).all(Filled.class);
            assertThat(marks).extracting(mark -> mark.box().y()).containsExactly(11.0, 19.0, 10.0, 1.0);
        }

        @Test
        void whatIsStillToComeIsPaleAndWhatIsNoNumberMarked() {
            List<Filled> marks = of(1, 0, 1, Double.NaN, -1).all(Filled.class);
            assertThat(marks)
                    .extracting(Filled::colour)
                    .containsExactly(
                            TONES.faintBorder(),
                            TONES.highlight(),
                            TONES.forward(),
                            TONES.hatch(),
                            TONES.warning(),
                            TONES.hatch());
        }

        @Test
        void nothingIsNotDrawn() {
            assertThat(of(-1).marks).isEmpty();
        }

        @Test
        void thereIsAtMostOneColumnAPixel() {
            assertThat(of(-1, new double[1000]).all(Filled.class)).hasSize(21);
        }
    }

    @Nested
    class Shares {
        private static ShareMapPicture of(int rows, int columns, @Nullable Raster raster) {
            double square = ShareMapPicture.square(rows, columns, 40);
            return new ShareMapPicture(rows, columns, square, raster, new ShareMapPicture.Place(0, 1), TONES);
        }

        @Test
        void squaresFillThePlaceAndOneIsMarked() {
            RecordingPen pen = drawn(of(1, 4, Raster.of(4, 1, (column, row) -> column)));
            assertThat(pen.all(Rastered.class)).extracting(Rastered::place).containsExactly(new Box(1, 1, 40, 10));
            assertThat(pen.all(Framed.class)).contains(new Framed(new Box(11, 1, 10, 10), TONES.selection()));
        }

        @Test
        void whatIsNotComputedYetIsHatchedAndNothingIsNotDrawn() {
            assertThat(drawn(of(2, 2, null)).all(Hatched.class)).hasSize(1);
            assertThat(drawn(of(0, 2, null)).marks).isEmpty();
        }

        @Test
        void aPointIsASquare() {
            assertThat(of(1, 4, null).at(22, 5)).isEqualTo(new ShareMapPicture.Place(0, 2));
            assertThat(of(1, 4, null).at(22, 12)).isNull();
        }
    }

    @Test
    void namesOfAxesAreWritten() {
        Plane line = Plane.of(Matrix.zeros(1, 1), 0, 0, "right", "up");
        PortraitPicture picture = new PortraitPicture(
                200, 200, line, PortraitPicture.View.of(List.of()), List.of(), 0, -1, List.of(), List.of(), TONES);
        assertThat(drawn(picture).all(Written.class)).extracting(Written::text).contains("right", "up");
    }
}
