package org.gatescope.picture.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.engine.Shortcut;
import org.gatescope.picture.Box;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.picture.network.NetworkRow.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout as data: nothing overlaps, and arrows meet what they join. */
@Execution(ExecutionMode.CONCURRENT)
class UnrolledLayoutTest {
    private static final int[] STEPS = {0, 1, 2, 7, 12, 13, 60, 2000};

    static Stream<UnrolledLayout> layouts() {
        return IntStream.range(0, 400).mapToObj(UnrolledLayoutTest::layout);
    }

    private static UnrolledLayout layout(int seed) {
        Random random = new Random(seed);
        List<NetworkRow> rows = rows(random);
        int steps = STEPS[random.nextInt(STEPS.length)];
        TimeAxis axis = TimeAxis.of(steps, 200 + random.nextInt(1400));
        if (random.nextBoolean()) {
            axis = axis.zoomed(1 + 20 * random.nextDouble(), axis.width() * random.nextDouble())
                    .panned(500 * random.nextDouble());
        }
        double focus = steps * random.nextDouble();
        boolean isLens = VisibleSteps.of(axis, focus).isLens();
        double height = UnrolledLayout.leastHeight(rows, isLens) + random.nextInt(500);
        return UnrolledLayout.of(rows, axis, random.nextBoolean() ? Math.floor(focus) : focus, height, 0);
    }

    private static List<NetworkRow> rows(Random random) {
        List<NetworkRow> rows = new ArrayList<>();
        rows.add(new NetworkRow(Kind.INPUT, "embedding", 0, false));
        int layers = 1 + random.nextInt(6);
        for (int layer = 0; layer < layers; layer++) {
            Shortcut shortcut = Shortcut.values()[layer % Shortcut.values().length];
            rows.add(new NetworkRow(Kind.LAYER, layer + ".forward", layer + 1, false, shortcut));
            if (random.nextBoolean()) {
                rows.add(new NetworkRow(Kind.LAYER, layer + ".backward", layer + 1, true, shortcut));
            }
        }
        if (random.nextBoolean()) {
            rows.add(new NetworkRow(Kind.OUTPUT, "dense", layers + 1, false));
            int beside = random.nextInt(2); // as where only the last step is read out
            rows.add(new NetworkRow(Kind.LOSS, "dense", layers + 2 - beside, false));
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void noTwoBoxesOverlap(UnrolledLayout layout) {
        List<Box> boxes = boxes(layout);
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(overlap(boxes.get(i), boxes.get(j)))
                        .as("%s and %s", boxes.get(i), boxes.get(j))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everythingLiesWithinTheHeight(UnrolledLayout layout) {
        boolean isLens = layout.stretch().isLens();
        double bottom = isLens ? layout.frame().bottom() : layout.height();
        double top = isLens ? layout.frame().y() + UnrolledLayout.NUMBERS : 0;
        for (int row = 0; row < layout.rows().size(); row++) {
            assertThat(layout.tops()[row]).isGreaterThanOrEqualTo(top);
            assertThat(layout.tops()[row] + layout.heights()[row]).isLessThanOrEqualTo(bottom);
            if (isLens && layout.kind(row) == Kind.LAYER) {
                assertThat(layout.band(row).bottom())
                        .isLessThanOrEqualTo(layout.bands().bottom())
                        .isLessThan(layout.frame().y());
                assertThat(layout.band(row).y()).isNotNegative();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void cellsGrowWithTheHeightUntilTheyAreLarge(UnrolledLayout layout) {
        List<NetworkRow> rows = layout.rows();
        boolean isLens = layout.stretch().isLens();
        double before = 0;
        double roomy = UnrolledLayout.roomyHeight(rows, isLens);
        for (double height = UnrolledLayout.leastHeight(rows, isLens); height <= roomy; height += 11) {
            UnrolledLayout higher = UnrolledLayout.of(rows, layout.axis(), 0, height, 0);
            double above =
                    higher.tops()[rows.size() - 1] - (isLens ? higher.frame().y() + UnrolledLayout.NUMBERS : 0);
            assertThat(above).as("left blank").isLessThan(12 + 2.0 * rows.size());
            assertThat(higher.heights()[1]).isGreaterThanOrEqualTo(before);
            before = higher.heights()[1];
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aCloseUpFillsTheWidthAndIsJoinedToItsSteps(UnrolledLayout layout) {
        VisibleSteps steps = layout.stretch();
        if (steps.isLens() && layout.axis().width() >= VisibleSteps.LENS_COLUMN) {
            double cells = (steps.to() - steps.from()) * steps.column();
            assertThat(cells)
                    .isBetween(
                            layout.frame().width() - steps.column() - 1,
                            layout.frame().width() + 1);
            double[] corners = layout.wedge();
            double width = layout.axis().width();
            assertThat(corners[0]).isEqualTo(Math.clamp(layout.axis().left(steps.from()), 0, width));
            assertThat(corners[2]).isEqualTo(Math.clamp(layout.axis().left(steps.to()), 0, width));
            assertThat(corners[4]).isEqualTo(layout.frame().right());
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void arrowsMeetWhatTheyJoinAndCrossNoCell(UnrolledLayout layout) {
        for (int t = layout.stretch().from(); t < layout.stretch().to(); t++) {
            for (Arrow arrow : layout.rising(t)) {
                meets(layout, arrow);
                crossesNothing(layout, arrow);
            }
            for (Arrow past : layout.past(t)) {
                double[] p = past.points();
                assertThat(layout.rows().get(past.row()).shortcut()).isNotEqualTo(Shortcut.NONE);
                assertThat(p[1]).isGreaterThan(layout.box(past.row(), t).bottom());
                assertThat(p[7]).isLessThan(layout.box(past.row(), t).y());
                assertThat(p[6]).isBetween(layout.centre(t) + 3, layout.centre(t) + 5);
                crossesNothing(layout, past);
            }
            for (int row = 0; row < layout.rows().size(); row++) {
                if (layout.kind(row) == Kind.LAYER) {
                    Arrow state = layout.state(row, t, 0.5);
                    meetsNext(layout, state);
                    crossesNothing(layout, state);
                }
            }
        }
    }

    /** It begins or ends on the border of its row's box. */
    private static void meets(UnrolledLayout layout, Arrow arrow) {
        Box box = layout.box(arrow.row(), arrow.step());
        double[] p = arrow.points();
        switch (arrow.kind()) {
            case INTO -> {
                assertThat(p[3]).isEqualTo(box.bottom());
                assertThat(p[2]).isBetween(box.x(), box.right());
                assertThat(p[1]).isGreaterThan(p[3]);
            }
            case OUT_OF -> {
                assertThat(p[1]).isEqualTo(box.y());
                assertThat(p[0]).isBetween(box.x(), box.right());
                assertThat(p[3]).isLessThan(p[1]);
            }
            default -> assertThat(p[1]).isEqualTo(p[3]);
        }
    }

    private static void meetsNext(UnrolledLayout layout, Arrow state) {
        boolean reversed = layout.rows().get(state.row()).reversed();
        int next = state.step() + (reversed ? -1 : 1);
        Box from = layout.box(state.row(), state.step());
        double[] p = state.points();
        assertThat(p[0]).isEqualTo(reversed ? from.x() : from.right());
        assertThat(reversed ? p[0] - p[2] : p[2] - p[0]).isPositive();
        if (layout.stretch().shows(next)) {
            Box to = layout.box(state.row(), next);
            assertThat(p[2]).isEqualTo(reversed ? to.right() : to.x());
            assertThat(p[1]).isBetween(to.y(), to.bottom());
        }
    }

    private static void crossesNothing(UnrolledLayout layout, Arrow arrow) {
        double[] p = arrow.points();
        Box line = new Box(Math.min(p[0], p[2]), Math.min(p[1], p[3]), Math.abs(p[2] - p[0]), Math.abs(p[3] - p[1]));
        for (Box box : boxes(layout)) {
            assertThat(overlap(line, box)).as("%s over %s", arrow, box).isFalse();
        }
    }

    private static List<Box> boxes(UnrolledLayout layout) {
        List<Box> boxes = new ArrayList<>();
        for (int row = 0; row < layout.rows().size(); row++) {
            for (int t = layout.stretch().from(); t < layout.stretch().to(); t++) {
                boxes.add(layout.box(row, t));
            }
        }
        return boxes;
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
    }

    @Test
    void theStepAtTheFocusIsInViewHoweverManyThereAre() {
        for (int step : new int[] {0, 1, 999, 1998, 1999}) {
            VisibleSteps stretch = VisibleSteps.of(TimeAxis.of(2000, 640), step);
            assertThat(stretch.isLens()).isTrue();
            assertThat(stretch.shows(step)).isTrue();
            assertThat(stretch.to() - stretch.from()).isEqualTo(9);
            assertThat(stretch.left(stretch.from())).isGreaterThanOrEqualTo(0);
            assertThat(stretch.left(stretch.to())).isLessThanOrEqualTo(640);
        }
    }

    @Test
    void wideColumnsAreThoseOfTheAxis() {
        TimeAxis axis = TimeAxis.of(7, 700);
        VisibleSteps stretch = VisibleSteps.of(axis, 3);
        assertThat(stretch.isLens()).isFalse();
        for (int t = 0; t < 7; t++) {
            assertThat(stretch.centre(t)).isEqualTo(axis.centre(t));
        }
    }

    @Test
    void rolledUpAllStepsStandAtOnePlace() {
        TimeAxis axis = TimeAxis.of(7, 700);
        UnrolledLayout rolled = UnrolledLayout.of(rows(new Random(1)), axis, 0, 600, 1);
        assertThat(IntStream.range(0, 7).mapToDouble(rolled::centre).distinct()).containsExactly(350.0);
    }
}
