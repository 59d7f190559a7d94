package org.gatescope.picture.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Expression.Name;
import org.gatescope.picture.Point;
import org.gatescope.picture.diagram.CellGraph.Wire;
import org.gatescope.picture.diagram.DiagramLayout.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where wires join, and where they only cross. */
class WiringTest {
    private static final Route ACROSS = new Route(0, 50, 100, 50);
    private static final Route DOWN = new Route(60, 0, 60, 100);

    private static Wire wire(int from, int to) {
        return new Wire(from, to, new Name("x"));
    }

    @Test
    void whatCrossesIsLedOverByAnArc() {
        Wiring wiring = Wiring.of(List.of(wire(0, 2), wire(1, 3)), List.of(ACROSS, DOWN));
        double[] bridged = wiring.paths().getFirst().points();
        assertThat(IntStream.iterate(1, i -> i < bridged.length, i -> i + 2).mapToDouble(i -> bridged[i]))
                .as("above the line")
                .anyMatch(y -> y < 48)
                .allMatch(y -> y <= 50);
        assertThat(wiring.paths().getLast().points()).isEqualTo(DOWN.points());
        assertThat(wiring.joints()).isEmpty();
    }

    @Test
    void theSameTheOtherWayRound() {
        Wiring wiring = Wiring.of(List.of(wire(0, 2), wire(1, 3)), List.of(new Route(100, 50, 0, 50), DOWN));
        double[] path = wiring.paths().getFirst().points();
        for (int i = 2; i < path.length; i += 2) {
            assertThat(path[i]).as("never back").isLessThanOrEqualTo(path[i - 2] + 1e-9);
        }
        assertThat(path.length).isGreaterThan(4);
    }

    @Test
    void whereWiresOfOneNodePartThereIsADot() {
        Route branch = new Route(0, 50, 60, 50, 60, 100);
        Wiring wiring = Wiring.of(List.of(wire(0, 2), wire(0, 3)), List.of(ACROSS, branch));
        assertThat(wiring.joints()).singleElement().satisfies(joint -> {
            assertThat(joint.at()).isEqualTo(new Point(60, 50));
            assertThat(joint.wires()).containsExactly(0, 1);
        });
        assertThat(wiring.paths().getFirst().points()).isEqualTo(ACROSS.points());
    }

    /** Those with places of their own. */
    static List<String> cells() {
        return BuiltInCells.names().stream()
                .filter(name -> CuratedLayout.of(GraphBuilder.of(Equations.of(BuiltInCells.cell(name))), name)
                        .isPresent())
                .toList();
    }

    /** Shorter ones hide their arrow. */
    @ParameterizedTest
    @MethodSource("cells")
    void everyWireArrivesWithAnArrowThatCanBeSeen(String name) {
        CellGraph graph = GraphBuilder.of(Equations.of(BuiltInCells.cell(name)));
        for (Route route : CuratedLayout.of(graph, name).orElseThrow().routes()) {
            double[] p = route.points();
            int end = p.length - 2;
            assertThat(Math.abs(p[end] - p[end - 2]) + Math.abs(p[end + 1] - p[end - 1]))
                    .isGreaterThanOrEqualTo(8);
        }
    }
}
