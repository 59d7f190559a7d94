package org.gatescope.picture.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.picture.Box;
import org.gatescope.picture.diagram.CellGraph.Wire;
import org.gatescope.picture.diagram.DiagramLayout.Route;
import org.gatescope.picture.diagram.ElkLayout.Flow;
import org.gatescope.reference.RandomCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The diagrams of all built-in cells and of random ones as data: nothing overlaps, and wires meet what they join. */
@Execution(ExecutionMode.CONCURRENT)
class DiagramLayoutTest {
    private static final String GATES = """
            state h, c
            i  = sigmoid(x @ Wx.i + h @ Wh.i + b.i)
            f  = sigmoid(x @ Wx.f + h @ Wh.f + b.f)
            g  = tanh(x @ Wx.g + h @ Wh.g + b.g)
            o  = sigmoid(x @ Wx.o + h @ Wh.o + b.o)
            """;

    private static final String COUPLED = GATES + "c' = f * c + (1 - f) * g\nh' = o * tanh(c')";

    private static final String RESET = """
            state h
            r  = sigmoid(x @ Wx.r + h @ Wh.r + b.r)
            z  = sigmoid(x @ Wx.z + h @ Wh.z + b.z)
            """;

    private static final String CANDIDATE = RESET + "n  = tanh(x @ Wx.n + r * (h @ Wh.n + bh.n) + b.n)\n";

    /** LSTMs with a line changed or added. */
    private static final List<String> LSTMS = List.of(
            COUPLED,
            GATES + "c' = f * c + i * g\nh' = o * relu(c')",
            GATES + "c' = f * c + i * g\nu = tanh(c')\nh' = o * u",
            GATES + "c' = f * c + i * g + o\nh' = o * tanh(c')",
            GATES + "c' = f * c + i * g + o * h\nh' = o * tanh(c')",
            GATES + "c' = f * c * o + i * g * (1 - o)\nh' = o * tanh(c')",
            GATES + "c' = f * c + i * g + x @ Wx.c\nh' = o * tanh(c')",
            GATES + "c' = f * c + i * g\nh' = o * tanh(c') + 0.1 * h",
            GATES + "c' = f * c + i * g\nh' = o * tanh(c') + (1 - o) * h",
            GATES + "c' = f * c + i * g\nh' = o * tanh(c') * softsign(g)",
            GATES + "c' = f * c + i * g\nh' = o * tanh(c' + c)",
            GATES.replace("f  = sigmoid", "f  = hard_sigmoid") + "c' = f * c + i * g\nh' = o * tanh(c')",
            GATES.replace("+ b.o", "+ abs(c) @ Wc.o + b.o") + "c' = f * c + i * g\nh' = o * tanh(c')",
            GATES.replace("h @ Wh.g", "(i * h) @ Wh.g") + "c' = f * c + i * g\nh' = o * tanh(c')");

    /** GRUs, likewise. */
    private static final List<String> GRUS = List.of(
            CANDIDATE + "h' = (1 - z) * n + z * h * r",
            CANDIDATE + "h' = z * n + (1 - z) * h",
            CANDIDATE + "h' = (1 - z) * n + z * h + 0.1 * h",
            CANDIDATE + "s = exp(n * z)\nh' = (1 - z) * n + z * h * s",
            CANDIDATE.replace("h @ Wh.z", "(r * h) @ Wh.z") + "h' = (1 - z) * n + z * h",
            RESET + "n = relu(x @ Wx.n + r * r * (h @ Wh.n + bh.n) + b.n)\nh' = (1 - z) * n + z * h");

    private record Case(String name, CellGraph graph, DiagramLayout layout) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Laid out once for all tests. */
    private static final class Laid {
        private static final List<Case> OUT = cases().toList();
    }

    static Stream<Case> diagrams() {
        return Laid.OUT.stream();
    }

    private static Stream<Case> cases() {
        Stream<Case> curated = BuiltInCells.names().stream().flatMap(name -> {
            CellGraph graph = GraphBuilder.of(Equations.of(BuiltInCells.cell(name)));
            return CuratedLayout.of(graph, name).map(layout -> new Case(name, graph, layout)).stream();
        });
        Stream<Case> near = Stream.concat(LSTMS.stream(), GRUS.stream()).map(text -> {
            CellGraph graph = GraphBuilder.of(Equations.of(Cell.parse(text)));
            return new Case(text, graph, CuratedLayout.near(graph).orElseThrow());
        });
        Stream<Case> laidOut = BuiltInCells.names().stream().map(name -> random(name, BuiltInCells.cell(name)));
        Stream<Case> random =
                IntStream.range(0, 300).mapToObj(seed -> random("random " + seed, Cell.parse(RandomCells.text(seed))));
        Stream<Case> downwards =
                IntStream.range(0, 100).mapToObj(seed -> downwards("down " + seed, Cell.parse(RandomCells.text(seed))));
        return Stream.of(curated, near, laidOut, random, downwards).flatMap(cases -> cases);
    }

    private static Case random(String name, Cell cell) {
        CellGraph graph = GraphBuilder.of(Equations.of(cell));
        return new Case(name, graph, ElkLayout.of(graph, Flow.ACROSS, Progress.NONE));
    }

    private static Case downwards(String name, Cell cell) {
        CellGraph graph = GraphBuilder.of(Equations.of(cell));
        return new Case(name, graph, ElkLayout.of(graph, Flow.DOWN, Progress.NONE));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noTwoNodesOverlapAndAllLieWithin(Case diagram) {
        List<Box> nodes = diagram.layout().nodes();
        for (int i = 0; i < nodes.size(); i++) {
            Box node = nodes.get(i);
            assertThat(node.x()).isGreaterThanOrEqualTo(0);
            assertThat(node.y()).isGreaterThanOrEqualTo(0);
            assertThat(node.right()).isLessThanOrEqualTo(diagram.layout().width());
            assertThat(node.bottom()).isLessThanOrEqualTo(diagram.layout().height());
            for (int j = 0; j < i; j++) {
                assertThat(Router.overlaps(node, nodes.get(j)))
                        .as("%s and %s", i, j)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void wiresCrossNoNodeAndEndOnTheBordersOfThoseTheyJoin(Case diagram) {
        for (int w = 0; w < diagram.graph().wires().size(); w++) {
            Wire wire = diagram.graph().wires().get(w);
            Route route = diagram.layout().routes().get(w);
            double[] p = route.points();
            assertThat(isOnBorder(diagram.layout().nodes().get(wire.from()), p[0], p[1]))
                    .as("begin of " + wire)
                    .isTrue();
            assertThat(isOnBorder(diagram.layout().nodes().get(wire.to()), p[p.length - 2], p[p.length - 1]))
                    .as("end of " + wire)
                    .isTrue();
            for (int i = 2; i < p.length; i += 2) {
                assertThat(p[i] == p[i - 2] || p[i + 1] == p[i - 1])
                        .as("straight")
                        .isTrue();
                for (Box node : diagram.layout().nodes()) {
                    assertThat(Router.overlaps(Router.segment(p, i), node))
                            .as("%s over %s", wire, node)
                            .isFalse();
                }
            }
        }
    }

    private static boolean isOnBorder(Box box, double x, double y) {
        boolean isWithin =
                x >= box.x() - 0.01 && x <= box.right() + 0.01 && y >= box.y() - 0.01 && y <= box.bottom() + 0.01;
        boolean isInside =
                x > box.x() + 0.01 && x < box.right() - 0.01 && y > box.y() + 0.01 && y < box.bottom() - 0.01;
        return isWithin && !isInside;
    }

    /** The states come in and go on at the same places, so that cells compare. */
    @ParameterizedTest
    @ValueSource(strings = {"rnn-tanh", "lstm", "lstm-peephole", "gru", "gru-reset-before"})
    void curatedCellsShareTheirFrame(String name) {
        Box input = box(name, "@x");
        Box other = box("rnn-relu", "@x");
        for (String end : List.of("@h", ">h'")) {
            assertThat(box(name, end).moved(-input.x(), -input.y()))
                    .isEqualTo(box("rnn-relu", end).moved(-other.x(), -other.y()));
        }
    }

    /** One changed line leaves the picture as it is, save for what is new. */
    @Test
    void aCellThatIsMuchLikeAnLstmLooksLikeOne() {
        CellGraph graph = GraphBuilder.of(Equations.of(Cell.parse(COUPLED)));
        DiagramLayout layout = CuratedLayout.near(graph).orElseThrow();
        for (String key :
                List.of("@c", "@h", "@x", "f", "i", "g", "o", "f * c", "c'", "tanh(c')", "h'", ">c'", ">h'")) {
            assertThat(box(graph, layout, key)).as(key).isEqualTo(box("lstm", key));
        }
        assertThat(box(graph, layout, "(1 - f) * g")).isEqualTo(box("lstm", "i * g"));
    }

    static Stream<Arguments> near() {
        return Stream.concat(
                LSTMS.stream().map(text -> arguments(text, "lstm")),
                GRUS.stream().map(text -> arguments(text, text.contains("(1 - z) * h") ? "gru-chung" : "gru")));
    }

    /** However its wires run, and however wide its names are. */
    @ParameterizedTest
    @MethodSource("near")
    void nodesOfKnownNamesStandToEachOtherAsTheyDo(String text, String like) {
        CellGraph graph = GraphBuilder.of(Equations.of(Cell.parse(text)));
        CellGraph known = GraphBuilder.of(Equations.of(BuiltInCells.cell(like)));
        DiagramLayout layout = CuratedLayout.near(graph).orElseThrow();
        DiagramLayout knownLayout = CuratedLayout.of(known, like).orElseThrow();
        List<String> common = graph.nodes().stream()
                .map(CellGraph.Node::key)
                .filter(key ->
                        known.nodes().stream().anyMatch(node -> node.key().equals(key)))
                .toList();
        assertThat(common).hasSizeGreaterThan(known.nodes().size() / 2);
        for (String one : common) {
            for (String other : common) {
                Box box = box(graph, layout, one);
                Box beside = box(graph, layout, other);
                Box knownBox = box(known, knownLayout, one);
                Box knownBeside = box(known, knownLayout, other);
                assertThat(sign(box.centreX() - beside.centreX()))
                        .as("%s and %s", one, other)
                        .isEqualTo(sign(knownBox.centreX() - knownBeside.centreX()));
                assertThat(sign(box.centreY() - beside.centreY()))
                        .as("%s and %s", one, other)
                        .isEqualTo(sign(knownBox.centreY() - knownBeside.centreY()));
            }
        }
    }

    /** Middles of odd widths lie half a pixel apart. */
    private static double sign(double distance) {
        return Math.abs(distance) <= 1 ? 0 : Math.signum(distance);
    }

    @Test
    void aCellUnlikeAllOthersHasNoPlaces() {
        CellGraph graph = GraphBuilder.of(Equations.of(Cell.parse("state h\nu = tanh(x @ W)\nh' = u * h + u")));
        assertThat(CuratedLayout.near(graph)).isEmpty();
    }

    private static Box box(String name, String key) {
        CellGraph graph = GraphBuilder.of(Equations.of(BuiltInCells.cell(name)));
        return box(graph, CuratedLayout.of(graph, name).orElseThrow(), key);
    }

    private static Box box(CellGraph graph, DiagramLayout layout, String key) {
        return graph.nodes().stream()
                .filter(node -> node.key().equals(key))
                .map(node -> layout.nodes().get(node.id()))
                .findFirst()
                .orElseThrow();
    }
}
