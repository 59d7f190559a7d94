package org.gatescope.engine.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Latex;
import org.gatescope.cell.Mathematics;
import org.gatescope.cell.Operation;
import org.gatescope.cell.Shapes;
import org.gatescope.reference.RandomCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How mistakes read. */
@Execution(ExecutionMode.CONCURRENT)
class MistakesTest {
    private static final Cell RNN = Cell.parse("state h\nh' = tanh(x @ Wx + h @ Wh + b)");

    static Stream<Cell> cells() {
        return Stream.concat(
                BuiltInCells.names().stream().map(BuiltInCells::cell),
                IntStream.range(0, 100).mapToObj(RandomCells::text).map(Cell::parse));
    }

    @Test
    void ofNotebookC() {
        Set<Mistake> mistakes = EnumSet.of(
                Mistake.SLOPE_AT_LAST_STEP,
                Mistake.UPSTREAM_TWICE,
                Mistake.RECURRENT_GRADIENT_LOST,
                Mistake.WEIGHT_GRADIENT_FROM_PRODUCT,
                Mistake.UPDATE_WITHIN_LOOP);
        assertThat(written(Mistakes.adjoints(RNN, mistakes)))
                .containsExactly(
                        "d.h' = upstream[t] * upstream[t]",
                        "d.h.pre += d.h' * (1 - h'[T-1] ^ 2)",
                        "d.x += d.h.pre @ transpose(Wx)",
                        "d.Wx += transpose(x) @ d.h.pre",
                        "d.h += d.h.pre @ transpose(Wh)",
                        "d.Wh += transpose(h @ Wh[forward]) @ d.h.pre",
                        "d.b += sum(d.h.pre)");
        assertThat(Mistakes.changes(RNN, mistakes))
                .contains(
                        new Change(
                                "d.h'",
                                Optional.of("d.h' = upstream[t] + d.h[t+1]"),
                                "d.h' = upstream[t] * upstream[t] + d.h[t+1]",
                                Mistake.UPSTREAM_TWICE),
                        new Change(
                                "d.h'",
                                Optional.of("d.h' = upstream[t] * upstream[t] + d.h[t+1]"),
                                "d.h' = upstream[t] * upstream[t]",
                                Mistake.RECURRENT_GRADIENT_LOST));
    }

    @Test
    void theGradientOfTheInputWaitsForThatOfTheWeights() {
        assertThat(written(Mistakes.adjoints(RNN, Set.of(Mistake.INPUT_GRADIENT_FROM_WEIGHT_GRADIENT))))
                .endsWith("d.b += sum(d.h.pre)", "d.x += d.h.pre @ transpose(d.Wx)");
    }

    @Test
    void slopesWithinALine() {
        assertThat(written(Mistakes.adjoints(BuiltInCells.cell("lstm"), Set.of(Mistake.SLOPE_AT_OUTPUT))))
                .contains(
                        "d.c' += d.h' * o * (1 - tanh(tanh(c')) ^ 2)",
                        "d.f.pre += d.f * sigmoid(f) * (1 - sigmoid(f))");
        assertThat(written(Mistakes.adjoints(BuiltInCells.cell("rnn-relu"), Set.of(Mistake.SLOPE_AT_LAST_STEP))))
                .contains("d.h.pre += d.h' * step(h.pre[T-1])");
    }

    @Test
    void whatNothingReachesIsZero() {
        Set<Mistake> both = EnumSet.of(Mistake.UPSTREAM_IGNORED, Mistake.RECURRENT_GRADIENT_LOST);
        assertThat(written(Mistakes.adjoints(BuiltInCells.cell("lstm"), both))).startsWith("d.h' = 0", "d.c' = 0");
    }

    @Test
    void aParameterUsedTwiceIsOverwrittenOnceInAStep() {
        Cell cell = Cell.parse("state h\na = tanh(x @ U)\nh' = a * h + x @ U");
        assertThat(written(Mistakes.adjoints(cell, Set.of(Mistake.LAST_GRADIENT_KEPT))))
                .filteredOn(line -> line.startsWith("d.U"))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("d.U = "),
                        second -> assertThat(second).startsWith("d.U += "));
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsSeenIfAndOnlyIfTheMistakeApplies(Mistake mistake) {
        for (Cell cell : cells().toList()) {
            List<Change> changes = Mistakes.changes(cell, Set.of(mistake));
            assertThat(Mistakes.possible(cell).contains(mistake)).isEqualTo(!changes.isEmpty());
            assertThat(changes).allSatisfy(change -> {
                assertThat(change.why()).isEqualTo(mistake);
                assertThat(change.before()).isNotEqualTo(Optional.of(change.after()));
            });
        }
    }

    @Test
    void someMistakesNeedMoreThanACellHas() {
        Cell leak = Cell.parse("state h\nh' = h * r + b");
        assertThat(EnumSet.complementOf(EnumSet.copyOf(Mistakes.possible(leak))))
                .containsExactly(
                        Mistake.SLOPE_AT_LAST_STEP,
                        Mistake.WEIGHT_GRADIENT_FROM_PRODUCT,
                        Mistake.SLOPE_AT_OUTPUT,
                        Mistake.INPUT_GRADIENT_FROM_WEIGHT_GRADIENT,
                        Mistake.TRANSPOSE_MISSING);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void withoutMistakesTheLinesAreTheCells(Cell cell) {
        assertThat(Mistakes.adjoints(cell, Set.of())).isEqualTo(cell.adjoints());
        assertThat(Mistakes.changes(cell, Set.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aRewrittenShareIsShapedAsTheRightOne(Cell cell) {
        Shapes shapes = Shapes.of(cell);
        for (Mistake mistake : Mistake.values()) {
            for (Adjoint line : Mistakes.adjoints(cell, Set.of(mistake))) {
                boolean isNone = line.share().toString().equals("0");
                if (!isNone && !cell.adjoints().contains(line)) {
                    assertThat(shapes.of(line.share())).as("%s", line).isEqualTo(shapes.named(line.target()));
                }
            }
        }
    }

    @Test
    void rewrittenLinesAreFormulasAndOperations() {
        Set<Mistake> all = EnumSet.allOf(Mistake.class);
        List<Adjoint> lines = Mistakes.adjoints(RNN, all);
        assertThat(lines.stream().map(Mathematics::of).map(Latex::of))
                .contains("\\partial b = \\sum_{N} \\partial h_{\\operatorname{pre}}")
                .anySatisfy(formula -> assertThat(formula).contains("{h^{\\prime}}_{T − 1}".replace('−', '-')))
                .anySatisfy(formula -> assertThat(formula).contains("_{\\operatorname{forward}}"));
        assertThat(Operation.backward(lines)).hasSameSizeAs(lines).last().satisfies(last -> {
            assertThat(last.quantity()).isEqualTo("d.x");
            assertThat(last.completes()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void eachHasItsTexts(Mistake mistake) {
        assertThat(mistake.title()).isNotBlank().doesNotEndWith(".");
        assertThat(mistake.explanation()).endsWith(".").doesNotContain("''");
        assertThat(Mistake.of(mistake.id())).contains(mistake);
        assertThat(Mistake.of(mistake.title())).isEmpty();
    }

    private static List<String> written(List<Adjoint> lines) {
        return lines.stream().map(Adjoint::toString).toList();
    }
}
