package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gatescope.reference.RandomCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationTest {
    private static List<String> written(List<Operation> operations) {
        return operations.stream()
                .map(o -> o.quantity() + (o.completes() ? " = " : " ← ") + o.node())
                .toList();
    }

    @Test
    void forwardGoesNodeByNode() {
        assertThat(written(Operation.forward(Cell.parse("state h\nh' = tanh(x @ Wx + h @ Wh + b)"))))
                .containsExactly("h.pre ← x @ Wx", "h.pre ← h @ Wh", "h.pre = x @ Wx + h @ Wh + b", "h' = tanh(h.pre)");
    }

    @Test
    void chainsOfOneKindAreOneMove() {
        assertThat(written(Operation.forward(Cell.parse("state h\nh' = h - 2 * h / 3 * (h + 1) + 4"))))
                .containsExactly("h' ← h + 1", "h' ← 2 * h / 3 * (h + 1)", "h' = h - 2 * h / 3 * (h + 1) + 4");
    }

    @Test
    void aLineThatIsANameOrANumberIsOneMove() {
        assertThat(written(Operation.forward(Cell.parse("state h\na = h\nh' = 2"))))
                .containsExactly("a = h", "h' = 2");
    }

    @Test
    void backwardGoesAdjointLineByAdjointLine() {
        Cell cell = Cell.parse("state h, c\nc' = c * h\nh' = c' + c");
        assertThat(written(Operation.backward(cell)))
                .containsExactly(
                        "d.h' = upstream[t] + d.h[t+1]",
                        "d.c' ← d.c[t+1]",
                        "d.c' = d.h'",
                        "d.c ← d.h'",
                        "d.c = d.c' * h",
                        "d.h = d.c' * c");
    }

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyStatementAndGradientIsCompletedOnce(int seed) {
        Cell cell = Cell.parse(RandomCells.text(seed));
        assertThat(Operation.forward(cell))
                .filteredOn(Operation::completes)
                .extracting(Operation::quantity)
                .containsExactlyElementsOf(
                        cell.statements().stream().map(Assignment::name).toList());
        Set<String> targets = new HashSet<>();
        cell.adjoints().forEach(adjoint -> targets.add(Cell.gradient(adjoint.target())));
        assertThat(Operation.backward(cell)).hasSameSizeAs(cell.adjoints());
        assertThat(Operation.backward(cell))
                .filteredOn(Operation::completes)
                .extracting(Operation::quantity)
                .containsExactlyInAnyOrderElementsOf(targets);
    }
}
