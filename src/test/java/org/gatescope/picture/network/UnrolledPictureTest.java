package org.gatescope.picture.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatescope.engine.Truncation;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.picture.Box;
import org.gatescope.picture.Family;
import org.gatescope.picture.Golden;
import org.gatescope.picture.Palette;
import org.gatescope.picture.RecordingPen;
import org.gatescope.picture.RecordingPen.Filled;
import org.gatescope.picture.RecordingPen.Laid;
import org.gatescope.picture.RecordingPen.Parted;
import org.gatescope.picture.RecordingPen.RoundFramed;
import org.gatescope.picture.RecordingPen.Traced;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.picture.lane.Numbers;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.picture.network.NetworkRow.Kind;
import org.gatescope.picture.network.RowNumbers.Shown;
import org.junit.jupiter.api.Test;

class UnrolledPictureTest {
    private static final double HEADING = TimeAxis.HEADING;
    private static final String PART = "0.forward";
    private static final StepWords WORDS = words("in", "out");
    private static final StepWords NO_WORDS = words("", "");

    /** A run of a network of one layer, as far as the playhead has come. */
    private record Played(int steps, int units, int forwardTo, int backFrom) {
        List<RowNumbers> rows() {
            Numbers values = numbers(units).computed(0, forwardTo);
            Numbers back = numbers(units).computed(backFrom, steps);
            Shown input = Shown.of("x", Family.VALUES, numbers(units));
            Shown output = Shown.of("y", Family.GATES, values);
            Shown loss = Shown.of("loss", Family.VALUES, numbers(1).computed(0, forwardTo));
            return List.of(
                    new RowNumbers(
                            new NetworkRow(Kind.INPUT, "embedding", 0, false), List.of(input), values, back, back, 0),
                    new RowNumbers(
                            new NetworkRow(Kind.LAYER, PART, 1, false),
                            List.of(Shown.of("c'", Family.VALUES, values), Shown.of("h'", Family.VALUES, values)),
                            values,
                            back,
                            back,
                            2),
                    new RowNumbers(
                            new NetworkRow(Kind.OUTPUT, "dense", 2, false),
                            List.of(output, output),
                            values,
                            back,
                            back,
                            0),
                    new RowNumbers(new NetworkRow(Kind.LOSS, "dense", 3, false), List.of(loss), values, back, back, 0));
        }

        private Numbers numbers(int columns) {
            return Numbers.of(steps, columns, (t, unit) -> (t + 1) * (unit - 0.5) / 4);
        }

        NetworkScene scene(StepWords words, int current, boolean isBack, UnrolledMarks marks) {
            return new NetworkScene(
                    rows(), words, Truncation.NONE, current, PART, isBack, UnrolledColours.of(Tones.LIGHT), marks);
        }
    }

    private static StepWords words(String input, String output) {
        return new StepWords() {
            @Override
            public String input(int t) {
                return input;
            }

            @Override
            public String output(int t) {
                return output;
            }

            @Override
            public String target(int t) {
                return output;
            }
        };
    }

    private static UnrolledPicture picture(NetworkScene scene, TimeAxis axis, double rolled) {
        double focus = Math.max(0, scene.current());
        boolean isLens = VisibleSteps.of(axis, focus).isLens();
        double height = UnrolledLayout.comfortableHeight(scene.rows(), isLens);
        List<ThinBand> bands = new ArrayList<>();
        if (isLens) {
            bands.add(ThinBand.of(scene.numbers().get(1), axis, scene.colours()));
        }
        return new UnrolledPicture(scene, UnrolledLayout.of(scene.rows(), axis, focus, height, rolled), bands);
    }

    private static RecordingPen drawn(UnrolledPicture picture) {
        RecordingPen pen = new RecordingPen();
        picture.draw(pen);
        return pen;
    }

    @Test
    void forwardWhatIsNotComputedYetIsAGhost() {
        NetworkScene scene = new Played(2, 2, 1, 2).scene(WORDS, 0, false, UnrolledMarks.NONE);
        Golden.check("network-forward", picture(scene, TimeAxis.of(2, 200), 0));
    }

    @Test
    void backwardGradientsRunAgainstTheStates() {
        NetworkScene scene = new Played(2, 2, 2, 0).scene(NO_WORDS, 0, true, UnrolledMarks.NONE);
        Golden.check("network-backward", picture(scene, TimeAxis.of(2, 200), 0));
    }

    @Test
    void rolledUpOneCellIsLeftWithALoop() {
        NetworkScene scene = new Played(3, 1, 3, 3).scene(WORDS, 1, false, UnrolledMarks.NONE);
        Golden.check("network-rolled", picture(scene, TimeAxis.of(3, 300), 1));
    }

    @Test
    void withoutStepsTheNamesAreLeft() {
        NetworkScene scene = new Played(0, 2, 0, 0).scene(WORDS, -1, false, UnrolledMarks.NONE);
        RecordingPen pen = drawn(picture(scene, TimeAxis.of(0, 300), 0));
        assertThat(pen.texts()).hasSize(5);
        assertThat(pen.marks)
                .hasSize(6)
                .last()
                .isInstanceOfSatisfying(
                        Parted.class, part -> assertThat(part.marks()).isEmpty());
    }

    @Test
    void withoutUnitsCellsAreEmpty() {
        NetworkScene scene = new Played(2, 0, 2, 2).scene(WORDS, -1, false, UnrolledMarks.NONE);
        RecordingPen pen = drawn(picture(scene, TimeAxis.of(2, 200), 0));
        assertThat(pen.all(Filled.class)).isEmpty();
    }

    @Test
    void manyStepsAreDrawnInFullAboutThePlayheadOnlyAndAllAsThinColumns() {
        NetworkScene scene = new Played(2000, 300, 1500, 2000).scene(NO_WORDS, 1000, false, UnrolledMarks.NONE);
        UnrolledPicture picture = picture(scene, TimeAxis.of(2000, 640), 0);
        RecordingPen pen = drawn(picture);
        assertThat(pen.all(Laid.class)).hasSize(1);
        assertThat(pen.all(Parted.class).getLast().place())
                .isEqualTo(picture.layout().band(1));
        assertThat(pen.texts()).anyMatch(text -> text.endsWith("1000")).noneMatch(text -> text.endsWith("1010"));
    }

    @Test
    void whatIsNoNumberHasItsOwnColour() {
        Numbers broken = Numbers.of(1, 1, (t, unit) -> Double.NaN);
        Shown shown = Shown.of("h'", Family.VALUES, broken);
        RecordingPen pen = new RecordingPen();
        UnrolledColours colours = UnrolledColours.of(Tones.DARK);
        new Squares(shown, 0, colours.palette(Family.VALUES), Tones.LIGHT).down(pen, new Box(0, 0, 10, 10));
        Rgb colour = new Rgb(Palette.of(Family.VALUES, true).argb(Palette.NAN));
        assertThat(pen.all(Filled.class)).extracting(Filled::colour).containsExactly(colour);
        assertThat(RowNumbers.norm(broken, 0)).isNaN();
    }

    @Test
    void theStrongestOfAPixelShows() {
        Numbers numbers = Numbers.of(1, 100, (t, unit) -> unit == 57 ? -3 : 0.1);
        Shown shown = Shown.of("h'", Family.VALUES, numbers);
        Palette palette = Palette.of(Family.VALUES, false);
        RecordingPen pen = new RecordingPen();
        new Squares(shown, 0, palette, Tones.LIGHT).across(pen, new Box(0, 0, 10, 5));
        assertThat(pen.all(Filled.class)).hasSize(10);
        assertThat(pen.all(Filled.class).get(5).colour())
                .isEqualTo(new Rgb(palette.argb(shown.scale().index(-3))));
    }

    @Test
    void markedAreNumbersPathsAndTheCursor() {
        OfStep number = new OfStep(PART, "h'", 1, 0, 1);
        UnrolledMarks marks = new UnrolledMarks(
                Map.of(1, List.of(number)), new UnrolledHit(0, 0, null, 0), new UnrolledMarks.Stretch(PART, 1, 0));
        NetworkScene with = new Played(2, 2, 2, 2).scene(WORDS, -1, false, marks);
        NetworkScene without = new Played(2, 2, 2, 2).scene(WORDS, -1, false, UnrolledMarks.NONE);
        UnrolledPicture picture = picture(with, TimeAxis.of(2, 200), 0);
        List<RoundFramed> frames = new ArrayList<>(drawn(picture).all(RoundFramed.class));
        frames.removeAll(drawn(picture(without, TimeAxis.of(2, 200), 0)).all(RoundFramed.class));
        Box square = frames.getFirst().box();
        Box column = CellDrawing.column(picture.layout().box(1, 1), 1, 2);
        assertThat(square.centreX()).isEqualTo(column.centreX());
        assertThat(square.bottom()).isBetween(column.bottom() - 1, column.bottom());
        assertThat(frames.subList(1, 4))
                .extracting(RoundFramed::box)
                .containsExactly(
                        picture.layout().box(1, 0).inset(-2),
                        picture.layout().box(1, 1).inset(-2),
                        picture.layout().box(0, 0).inset(-3));
    }

    @Test
    void aCutGradientDoesNotPass() {
        Played played = new Played(2, 2, 2, 0);
        NetworkScene cut = new NetworkScene(
                played.rows(),
                WORDS,
                Truncation.chunks(1),
                0,
                PART,
                true,
                UnrolledColours.of(Tones.LIGHT),
                UnrolledMarks.NONE);
        NetworkScene whole = played.scene(WORDS, 0, true, UnrolledMarks.NONE);
        Box first = picture(cut, TimeAxis.of(2, 200), 0).layout().box(1, 0);
        Box second = picture(cut, TimeAxis.of(2, 200), 0).layout().box(1, 1);
        assertThat(back(whole))
                .singleElement()
                .satisfies(line -> assertThat(Math.min(line.getFirst(), line.get(2)))
                        .as("to the first cell, but for the head")
                        .isLessThan(first.right() + 10));
        double middle = (first.right() + second.x()) / 2;
        assertThat(back(cut))
                .hasSize(2)
                .allSatisfy(line -> assertThat(Math.min(line.getFirst(), line.get(2)))
                        .as("no further than the bar")
                        .isCloseTo(middle, within(1.0)));
    }

    /** The lines of the gradient between the two cells. */
    private static List<List<Double>> back(NetworkScene scene) {
        UnrolledPicture picture = picture(scene, TimeAxis.of(2, 200), 0);
        Box first = picture.layout().box(1, 0);
        Box second = picture.layout().box(1, 1);
        return drawn(picture).all(Traced.class).stream()
                .filter(line -> line.colour().equals(scene.colours().gradient()))
                .map(Traced::points)
                .filter(points -> points.getFirst() >= first.right() - 1 && points.getFirst() <= second.x() + 1)
                .toList();
    }

    @Test
    void aPointHitsANumberItsCellOrTheArrowBetween() {
        NetworkScene scene = new Played(2, 2, 2, 2).scene(WORDS, -1, false, UnrolledMarks.NONE);
        UnrolledPicture picture = picture(scene, TimeAxis.of(2, 200), 0);
        Box cell = picture.layout().box(1, 0);
        Box column = CellDrawing.column(cell, 0, 2);
        Shown first = scene.numbers().get(1).shown().getFirst();
        assertThat(picture.hit(HEADING + column.centreX(), column.bottom() - 1))
                .contains(new UnrolledHit(1, 0, first, 1));
        assertThat(picture.hit(HEADING + cell.x() + 1, cell.y() + 1)).contains(new UnrolledHit(1, 0, null, 0));
        assertThat(picture.hit(HEADING + cell.right() + 2, cell.centreY()))
                .contains(new UnrolledHit(1, 0, null, 0, true));
        assertThat(picture.hit(HEADING - 1, cell.centreY())).isEmpty();
    }
}
