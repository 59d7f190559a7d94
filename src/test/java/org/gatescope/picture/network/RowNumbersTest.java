package org.gatescope.picture.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.gatescope.Wording;
import org.gatescope.engine.Truncation;
import org.gatescope.picture.Box;
import org.gatescope.picture.Family;
import org.gatescope.picture.Palette;
import org.gatescope.picture.RecordingPen;
import org.gatescope.picture.RecordingPen.Filled;
import org.gatescope.picture.RecordingPen.Written;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.picture.lane.Numbers;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.picture.network.NetworkRow.Kind;
import org.gatescope.picture.network.RowNumbers.Shown;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rows of the network show, their squares, their names and what lies at a point. */
class RowNumbersTest {
    private static final Palette PALETTE = Palette.of(Family.VALUES, false);

    private static Numbers column(double... values) {
        return Numbers.of(1, values.length, (t, unit) -> values[unit]);
    }

    /** With more digits than a double has. */
    @RepeatedTest(20)
    void theNormIsEuclids(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double scale = Math.pow(10, random.nextInt(-290, 290));
        double[] values = random.doubles(1 + random.nextInt(9), -scale, scale).toArray();
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : values) {
            sum = sum.add(new BigDecimal(value).pow(2));
        }
        double expected = sum.sqrt(MathContext.DECIMAL64).doubleValue();
        assertThat(RowNumbers.norm(column(values), 0)).isCloseTo(expected, within(1e-13 * expected));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "-0.0, 0, 0",
        "3, -4, 5",
        "NaN, 1, NaN",
        "1, NaN, NaN",
        "Infinity, 1, Infinity",
        "1, -Infinity, Infinity",
        "1e308, 0, 1e308",
        "3e-320, 4e-320, 5e-320"
    })
    void oddNorms(double a, double b, Double expected) {
        assertThat(RowNumbers.norm(column(a, b), 0)).isEqualTo(expected);
    }

    @Test
    void whatATruncationCutsDoesNotArrive() {
        Numbers flow = Numbers.of(4, 2, (t, unit) -> t * (unit == 0 ? 3 : 4));
        Numbers some = Numbers.of(4, 2, (t, unit) -> unit == 0 ? 0.6 : 0.8);
        NetworkRow layer = new NetworkRow(NetworkRow.Kind.LAYER, "0.forward", 1, false);
        Shown shown = Shown.of("h'", Family.VALUES, flow);
        RowNumbers plain = new RowNumbers(layer, List.of(shown), flow, flow, flow.computed(2, 4), 1);
        assertThat(plain.back(0, 1, Truncation.NONE)).as("not yet").isEmpty();
        assertThat(plain.back(2, 3, Truncation.NONE)).contains(new RowNumbers.Back(15, 15, false));
        assertThat(plain.back(1, 2, new Truncation.Chunks(2))).contains(new RowNumbers.Back(10, 0, true));
        assertThat(plain.back(2, 3, new Truncation.Chunks(2))).contains(new RowNumbers.Back(15, 15, false));
        RowNumbers slid = new RowNumbers(layer, List.of(shown), flow, flow, flow, 1, Optional.of(some));
        assertThat(slid.back(2, 3, new Truncation.Window(1)).orElseThrow())
                .returns(15.0, RowNumbers.Back::handed)
                .returns(true, RowNumbers.Back::isCut)
                .satisfies(back -> assertThat(back.arrived()).isCloseTo(1, within(1e-15)));
    }

    @Test
    void ofNoUnitsTheNormIsZero() {
        assertThat(RowNumbers.norm(column(), 0)).isZero();
    }

    @Test
    void somethingIsThereWhereItIsComputedAndNotMissing() {
        Numbers numbers = Numbers.of(5, 1, (t, unit) -> t).computed(1, 4).without(2);
        List<Integer> there = new ArrayList<>();
        for (int t = 0; t < 5; t++) {
            if (RowNumbers.isThere(numbers, t)) {
                there.add(t);
            }
        }
        assertThat(there).containsExactly(1, 3);
    }

    @ParameterizedTest
    @EnumSource
    void theScaleHoldsAllNumbers(Family family) {
        Numbers numbers = column(-0.25, 7, 3);
        Shown shown = Shown.of("q", family, numbers);
        assertThat(shown.scale().limit()).isGreaterThanOrEqualTo(7);
        double least = Shown.of("q", family, column(0.1)).scale().limit();
        assertThat(least).isGreaterThanOrEqualTo(family == Family.GATES ? 1 : 0.1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 7, 24, 25, 26, 100, 2000})
    void squaresFillTheirBarWithoutOverlapping(int units) {
        Shown shown = Shown.of("h", Family.VALUES, Numbers.of(1, units, (t, unit) -> unit % 7 - 3));
        Box bar = new Box(3, 5, 25, 101);
        List<Box> down = boxes(pen -> new Squares(shown, 0, PALETTE, Tones.LIGHT).down(pen, bar));
        List<Box> across = boxes(pen -> new Squares(shown, 0, PALETTE, Tones.LIGHT).across(pen, bar));
        assertThat(down).hasSize(Math.min(units, 101));
        assertThat(across).hasSize(Math.min(units, 25));
        for (int i = 1; i < down.size(); i++) {
            assertThat(down.get(i).y())
                    .isBetween(down.get(i - 1).bottom(), down.get(i - 1).bottom() + 1);
        }
        for (int i = 1; i < across.size(); i++) {
            assertThat(across.get(i).x())
                    .isBetween(across.get(i - 1).right(), across.get(i - 1).right() + 1);
        }
        assertThat(down.getFirst().y()).isEqualTo(bar.y());
        assertThat(down.getLast().bottom()).isEqualTo(bar.bottom());
        assertThat(across.getFirst().x()).isEqualTo(bar.x());
        assertThat(across.getLast().right()).isEqualTo(bar.right());
    }

    private static List<Box> boxes(Consumer<RecordingPen> drawing) {
        RecordingPen pen = new RecordingPen();
        drawing.accept(pen);
        return pen.all(Filled.class).stream().map(Filled::box).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1234, 1999})
    void aSpikeAmongThousandsShows(int spike) {
        Numbers numbers = Numbers.of(1, 2000, (t, unit) -> unit == spike ? -5 : 0.01);
        Shown shown = Shown.of("h", Family.VALUES, numbers);
        RecordingPen pen = new RecordingPen();
        new Squares(shown, 0, PALETTE, Tones.LIGHT).down(pen, new Box(0, 0, 9, 40));
        Rgb colour = new Rgb(PALETTE.argb(shown.scale().index(-5)));
        assertThat(pen.all(Filled.class))
                .filteredOn(mark -> mark.colour().equals(colour))
                .hasSize(1);
    }

    private static UnrolledLayout layout(List<NetworkRow> rows, int steps, double width) {
        TimeAxis axis = TimeAxis.of(steps, width);
        return UnrolledLayout.of(rows, axis, 0, UnrolledLayout.leastHeight(rows, false) + 60, 0);
    }

    private static final List<NetworkRow> ROWS = List.of(
            new NetworkRow(Kind.INPUT, "embedding", 0, false),
            new NetworkRow(Kind.LAYER, "0.forward", 1, false),
            new NetworkRow(Kind.LAYER, "0.backward", 1, true),
            new NetworkRow(Kind.OUTPUT, "dense", 2, false),
            new NetworkRow(Kind.LOSS, "dense", 3, false));

    private static List<RowNumbers> numbers(int units) {
        Numbers numbers = Numbers.of(3, units, (t, unit) -> t - unit);
        Shown shown = Shown.of("h'", Family.VALUES, numbers);
        return ROWS.stream()
                .map(row -> new RowNumbers(row, List.of(shown), numbers, numbers, numbers, 1))
                .toList();
    }

    @Test
    void everyUnitOfEveryCellIsHit() {
        UnrolledLayout layout = layout(ROWS, 3, 300);
        List<RowNumbers> numbers = numbers(2);
        for (int row = 0; row < ROWS.size(); row++) {
            for (int t = 0; t < 3; t++) {
                Box box = layout.box(row, t);
                Set<Integer> units = new HashSet<>();
                for (double y = box.y(); y < box.bottom(); y++) {
                    for (double x = box.x(); x < box.right(); x++) {
                        UnrolledHit hit = Objects.requireNonNull(UnrolledHit.at(layout, numbers, x, y));
                        assertThat(hit.row()).isEqualTo(row);
                        assertThat(hit.step()).isEqualTo(t);
                        assertThat(hit.isArrow()).isFalse();
                        if (hit.shown() != null) {
                            units.add(hit.unit());
                        }
                    }
                }
                Set<Integer> expected = switch (ROWS.get(row).kind()) {
                    case LAYER -> Set.of(0, 1);
                    case LOSS -> Set.of(0);
                    case INPUT, OUTPUT -> Set.of();
                };
                assertThat(units).as("%s at %s", ROWS.get(row), t).isEqualTo(expected);
            }
        }
    }

    /** An arrow belongs to the step that it leaves: backwards in time for a reversed direction. */
    @Test
    void betweenCellsOfALayerIsItsArrow() {
        UnrolledLayout layout = layout(ROWS, 3, 300);
        for (int row = 0; row < ROWS.size(); row++) {
            Box left = layout.box(row, 0);
            double x = (left.right() + layout.box(row, 1).x()) / 2;
            UnrolledHit hit = UnrolledHit.at(layout, numbers(2), x, left.centreY());
            if (ROWS.get(row).kind() == Kind.LAYER) {
                assertThat(hit).isEqualTo(new UnrolledHit(row, ROWS.get(row).reversed() ? 1 : 0, null, 0, true));
            } else {
                assertThat(hit == null || hit.row() != row).isTrue();
            }
        }
    }

    @Test
    void nothingIsHitOutside() {
        UnrolledLayout layout = layout(ROWS, 3, 300);
        assertThat(UnrolledHit.at(layout, numbers(2), -50, 20)).isNull();
        assertThat(UnrolledHit.at(layout, numbers(2), 20, -50)).isNull();
        assertThat(UnrolledHit.at(layout, numbers(2), 1e9, 1e9)).isNull();
    }

    @Test
    void aCellWithoutUnitsIsHitAsAWhole() {
        UnrolledLayout layout = layout(ROWS, 3, 300);
        Box box = layout.box(1, 1);
        UnrolledHit hit = UnrolledHit.at(layout, numbers(0), box.centreX(), box.centreY());
        assertThat(hit).isEqualTo(new UnrolledHit(1, 1, null, 0));
    }

    @Test
    void everyRowHasItsNameBesideItAndNoneReachesTheAxis() {
        UnrolledLayout layout = layout(ROWS, 3, 300);
        RecordingPen pen = new RecordingPen();
        new UnrolledHeadings(layout, UnrolledColours.of(Tones.DARK)).draw(pen);
        List<Written> names = pen.all(Written.class).stream()
                .filter(name -> !name.text().equals(Wording.text("picture.network:target"))) // below the outputs'
                .toList();
        assertThat(names)
                .hasSameSizeAs(ROWS)
                .extracting(Written::text)
                .doesNotHaveDuplicates()
                .doesNotContain("");
        for (int row = 0; row < ROWS.size(); row++) {
            Written name = names.get(row);
            double top = layout.tops()[row];
            assertThat(name.baseline()).isBetween(top, top + layout.heights()[row] + 8);
            double end = name.x() + pen.measure().width(name.text(), name.lettering());
            assertThat(end).isLessThanOrEqualTo(TimeAxis.HEADING);
        }
    }

    @Test
    void manyStepsHaveNamesForTheirThinColumnsAndForTheCloseUpOfSome() {
        List<NetworkRow> rows = ROWS.subList(0, 2);
        TimeAxis axis = TimeAxis.of(400, 500);
        double height = UnrolledLayout.leastHeight(rows, true) + 60;
        UnrolledLayout layout = UnrolledLayout.of(rows, axis, 0, height, 0);
        RecordingPen pen = new RecordingPen();
        new UnrolledHeadings(layout, UnrolledColours.of(Tones.LIGHT)).draw(pen);
        List<Written> names = pen.all(Written.class)
                .subList(rows.size(), pen.all(Written.class).size());
        assertThat(names).hasSize(3);
        assertThat(names.getFirst().baseline()).isLessThan(layout.bands().bottom() + 4);
        assertThat(names.getLast().baseline()).isGreaterThan(layout.frame().y());
        VisibleSteps steps = layout.stretch();
        assertThat(names.getLast().text())
                .isEqualTo(Wording.text("picture.network:close-up.steps", steps.from(), steps.to() - 1));
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "LAYER")
    void rowsThatAreNoLayersHaveAWord(Kind kind) {
        assertThat(UnrolledHeadings.word(kind)).isNotBlank();
    }

    @Test
    void layersHaveANumberInstead() {
        assertThatThrownBy(() -> UnrolledHeadings.word(Kind.LAYER)).isInstanceOf(IllegalArgumentException.class);
    }
}
