package org.gatescope.picture.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gatescope.picture.Box;
import org.gatescope.picture.diagram.DiagramLayout.Route;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wires round nodes on a grid. */
class RouterTest {
    private static final double PITCH = 60;

    private static Box node(int column, int row) {
        return new Box(column * PITCH + 10, row * PITCH + 12, 40, 36);
    }

    private static double[] channels(int count) {
        double[] lines = new double[3 * (count + 1)];
        for (int i = 0; i <= count; i++) {
            lines[3 * i] = i * PITCH;
            lines[3 * i + 1] = i * PITCH - 4;
            lines[3 * i + 2] = i * PITCH + 4;
        }
        return lines;
    }

    private static Router router(List<Box> nodes) {
        return new Router(nodes, channels(6), channels(6));
    }

    private static int bends(Route route) {
        return route.points().length / 2 - 2;
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "1, 3", "0, 1", "1, 0"})
    void whatLiesStraightAcrossIsLedStraight(int column, int row) {
        Route route = router(List.of(node(1, 1), node(column, row))).lead(0, 1);
        assertThat(bends(route)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "0, 2", "2, 0", "0, 0"})
    void whatLiesAslantHasOneBend(int column, int row) {
        Route route = router(List.of(node(1, 1), node(column, row))).lead(0, 1);
        assertThat(bends(route)).isEqualTo(1);
    }

    @Test
    void aNodeInTheWayIsLedRound() {
        List<Box> nodes = List.of(node(0, 1), node(4, 1), node(2, 1));
        Route route = router(nodes).lead(0, 1);
        assertThat(bends(route)).isEqualTo(2);
        assertClear(route, nodes, 0, 1);
    }

    @Test
    void wiresOfDifferentNodesDoNotLieOnEachOther() {
        List<Box> nodes = List.of(node(0, 0), node(0, 2), node(3, 1));
        Router router = router(nodes);
        assertThat(overlap(router.lead(0, 2), router.lead(1, 2))).isZero();
    }

    @Test
    void wiresOfOneNodeMayShareTheirBeginning() {
        List<Box> nodes = List.of(node(0, 1), node(4, 1), node(4, 3));
        Router router = router(nodes);
        Route straight = router.lead(0, 1);
        Route other = router.lead(0, 2);
        assertClear(straight, nodes, 0, 1);
        assertClear(other, nodes, 0, 2);
        assertThat(other.points()[0]).isEqualTo(straight.points()[0]);
        assertThat(other.points()[1]).isEqualTo(straight.points()[1]);
    }

    @Test
    void aNodeWalledInIsSaidToBe() {
        List<Box> nodes = List.of(new Box(100, 100, 20, 20), new Box(300, 300, 20, 20), new Box(50, 50, 120, 120));
        Router router = router(nodes);
        assertThatThrownBy(() -> router.lead(0, 1)).isInstanceOf(IllegalStateException.class);
    }

    @RepeatedTest(60)
    void noWireCrossesANode(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Box> nodes = new ArrayList<>();
        for (int column = 0; column < 5; column++) {
            for (int row = 0; row < 5; row++) {
                if (random.nextInt(5) == 0) {
                    nodes.add(node(column, row));
                }
            }
        }
        Router router = router(nodes);
        for (int wire = 0; wire < 6 && nodes.size() > 1; wire++) {
            int from = random.nextInt(nodes.size());
            int to = (from + 1 + random.nextInt(nodes.size() - 1)) % nodes.size();
            assertClear(router.lead(from, to), nodes, from, to);
        }
    }

    private static void assertClear(Route route, List<Box> nodes, int from, int to) {
        double[] p = route.points();
        assertThat(isOnBorder(nodes.get(from), p[0], p[1])).isTrue();
        assertThat(isOnBorder(nodes.get(to), p[p.length - 2], p[p.length - 1])).isTrue();
        for (int i = 2; i < p.length; i += 2) {
            assertThat(p[i] == p[i - 2] || p[i + 1] == p[i - 1]).isTrue();
            for (Box node : nodes) {
                assertThat(Router.overlaps(Router.segment(p, i), node)).isFalse();
            }
        }
    }

    private static boolean isOnBorder(Box box, double x, double y) {
        boolean isAcross = (x == box.x() || x == box.right()) && y >= box.y() && y <= box.bottom();
        boolean isDown = (y == box.y() || y == box.bottom()) && x >= box.x() && x <= box.right();
        return isAcross || isDown;
    }

    /** How far two routes run along the same line. */
    private static double overlap(Route one, Route other) {
        double shared = 0;
        for (int i = 2; i < one.points().length; i += 2) {
            for (int j = 2; j < other.points().length; j += 2) {
                Box a = Router.segment(one.points(), i);
                Box b = Router.segment(other.points(), j);
                double wide = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
                double high = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
                boolean isFlat = a.height() == 0 && b.height() == 0 && a.y() == b.y();
                boolean isUpright = a.width() == 0 && b.width() == 0 && a.x() == b.x();
                shared += isFlat ? Math.max(0, wide) : isUpright ? Math.max(0, high) : 0;
            }
        }
        return shared;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 10, 10, 5, 5, 10, 10, true",
        "0, 0, 10, 10, 10, 0, 10, 10, false",
        "0, 0, 10, 10, 0, 10, 10, 10, false",
        "0, 0, 10, 10, 2, 2, 1, 1, true",
        "0, 0, 10, 10, 20, 20, 1, 1, false",
        "0, 5, 10, 0, 5, 0, 0, 10, true"
    })
    void touchingIsNoOverlap(
            double x,
            double y,
            double width,
            double height,
            double otherX,
            double otherY,
            double w,
            double h,
            boolean is) {
        Box one = new Box(x, y, width, height);
        Box other = new Box(otherX, otherY, w, h);
        assertThat(Router.overlaps(one, other)).isEqualTo(is);
        assertThat(Router.overlaps(other, one)).isEqualTo(is);
    }
}
