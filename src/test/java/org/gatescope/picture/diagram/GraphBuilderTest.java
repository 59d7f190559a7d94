package org.gatescope.picture.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Operation;
import org.gatescope.picture.diagram.CellGraph.Kind;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.CellGraph.Wire;
import org.gatescope.reference.RandomCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Equations as a graph: every operation has its node, every node is led to and leads on. */
@Execution(ExecutionMode.CONCURRENT)
class GraphBuilderTest {
    private record Case(String name, Cell cell, CellGraph graph) {
        static Case of(String name, Cell cell) {
            return new Case(name, cell, GraphBuilder.of(Equations.of(cell)));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cells() {
        return Stream.concat(
                BuiltInCells.names().stream().map(name -> Case.of(name, BuiltInCells.cell(name))),
                IntStream.range(1000, 1150)
                        .mapToObj(seed -> Case.of("random " + seed, Cell.parse(RandomCells.text(seed)))));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyOperationHappensInANode(Case of) {
        for (Operation operation : Operation.forward(of.cell())) {
            assertThat(of.graph().nodeOf(operation.quantity(), operation.node()))
                    .as("%s of %s", operation.node(), operation.quantity())
                    .isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyStateComesInAndGoesOnOnce(Case of) {
        for (String state : of.cell().states()) {
            assertThat(keys(of.graph(), Kind.ENTRY)).containsOnlyOnce("@" + state);
            assertThat(keys(of.graph(), Kind.EXIT)).containsOnlyOnce(">" + Cell.after(state));
        }
        assertThat(keys(of.graph(), Kind.EXIT)).hasSameSizeAs(of.cell().states());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void idsCountFromZeroAndNoTwoNodesHaveOneKey(Case of) {
        List<Node> nodes = of.graph().nodes();
        for (int i = 0; i < nodes.size(); i++) {
            assertThat(nodes.get(i).id()).isEqualTo(i);
            assertThat(of.graph().node(i)).isSameAs(nodes.get(i));
            assertThat(nodes.get(i).symbol()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void wiresRunFromEntriesToExitsWithoutACircle(Case of) {
        for (Wire wire : of.graph().wires()) {
            assertThat(of.graph().node(wire.from()).kind()).isNotEqualTo(Kind.EXIT);
            assertThat(of.graph().node(wire.to()).kind()).isNotEqualTo(Kind.ENTRY);
        }
        assertThat(of.graph().wires()).doesNotHaveDuplicates();
        Set<Integer> done = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Node node : of.graph().nodes()) {
                boolean isFree = of.graph().wires().stream()
                        .filter(wire -> wire.to() == node.id())
                        .allMatch(wire -> done.contains(wire.from()));
                grows |= isFree && done.add(node.id());
            }
        }
        assertThat(done).hasSameSizeAs(of.graph().nodes());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyExitIsLedToByTheNodeThatMakesItsState(Case of) {
        for (Node exit : of.graph().nodes()) {
            if (exit.kind() == Kind.EXIT) {
                List<Wire> wires = of.graph().wires().stream()
                        .filter(wire -> wire.to() == exit.id())
                        .toList();
                assertThat(wires).hasSize(1);
                assertThat(wires.getFirst().carries()).isEqualTo(exit.value());
                assertThat(of.graph().node(wires.getFirst().from()).value()).isEqualTo(exit.value());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void whatAStatementLightsIsItsNodes(Case of) {
        of.graph().lit().forEach((place, node) -> {
            assertThat(of.graph().nodesOf(place.statement())).contains(node);
            assertThat(node).isBetween(0, of.graph().nodes().size() - 1);
        });
        assertThat(of.graph().nodesOf("no statement")).isEmpty();
    }

    private static List<String> keys(CellGraph graph, Kind kind) {
        return graph.nodes().stream()
                .filter(node -> node.kind() == kind)
                .map(Node::key)
                .toList();
    }

    private static CellGraph graph(String text) {
        return GraphBuilder.of(Equations.of(Cell.parse(text)));
    }

    private static List<String> wires(CellGraph graph) {
        return graph.wires().stream()
                .map(wire -> graph.node(wire.from()).key() + " → "
                        + graph.node(wire.to()).key())
                .sorted()
                .toList();
    }

    @Test
    void aGateIsOneNodeThatInputAndStateLeadTo() {
        CellGraph graph = graph("state h\nh' = tanh(x @ W + h @ U + b)\n");
        assertThat(wires(graph)).containsExactly("@h → h'", "@x → h'", "h' → >h'");
    }

    @Test
    void aPreActivationOfItsOwnNameIsTheSameNode() {
        CellGraph graph = graph("state h\na = x @ W + h @ U + b\nh' = tanh(a)\n");
        assertThat(wires(graph)).containsExactly("@h → h'", "@x → h'", "h' → >h'");
        assertThat(graph.nodesOf("a")).isEqualTo(graph.nodesOf("h'"));
    }

    @Test
    void onePreActivationThatTwoUseHasANodeOfItsOwn() {
        CellGraph graph = graph("state h\na = x @ W + h @ U\nb = tanh(a)\nh' = a * b\n");
        assertThat(wires(graph)).contains("@h → a", "@x → a", "a → b", "a → h'", "b → h'");
    }

    @Test
    void whatIsHandedOnUnchangedStillHasANode() {
        CellGraph graph = graph("state h\ny = x @ W\nh' = y\n");
        assertThat(wires(graph)).contains("y → h'", "h' → >h'");
    }

    @ParameterizedTest
    @CsvSource({"h * z, ×", "h + z, +", "h - z, −", "h / z, ÷", "1 - z, 1−", "z + 1, +1", "2 * z, ×2", "z ^ 2, ^2"})
    void operatorsShowWhatTheyDo(String expression, String symbol) {
        CellGraph graph = graph("state h\nz = sigmoid(x @ W)\ny = " + expression + "\nh' = y * h\n");
        assertThat(graph.nodes()).anySatisfy(node -> {
            assertThat(node.key()).isEqualTo("y");
            assertThat(node.symbol()).isEqualTo(symbol);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"h * z", "z * h", "h + z"})
    void sidesOfAnOperatorBothLeadToIt(String expression) {
        CellGraph graph = graph("state h\nz = sigmoid(x @ W)\nh' = " + expression + "\n");
        assertThat(wires(graph)).containsExactly("@h → h'", "@x → z", "h' → >h'", "z → h'");
    }
}
