package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gatescope.cell.Formula.Marked;
import org.gatescope.cell.Formula.Row;
import org.gatescope.cell.Formula.Script;
import org.gatescope.reference.RandomCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class PlayedLineTest {
    static Stream<String> cells() {
        return Stream.concat(
                BuiltInCells.names().stream()
                        .map(name -> BuiltInCells.text(name).orElseThrow()),
                LongStream.range(0, 60).mapToObj(RandomCells::text));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void linesOfThePassesHoldTheOperationsThatPlaybackStepsThrough(String text) {
        Cell cell = Cell.parse(text);

        assertThat(operations(PlayedLine.forward(cell))).isEqualTo(Operation.forward(cell));
        assertThat(operations(PlayedLine.backward(cell.adjoints()))).isEqualTo(Operation.backward(cell));
        assertThat(PlayedLine.forward(cell)).hasSameSizeAs(cell.lines());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void theMarkedPartOfALineIsExactlyTheNode(String text) {
        Cell cell = Cell.parse(text);
        for (PlayedLine line : PlayedLine.forward(cell)) {
            PlayedLine.Forward equation = (PlayedLine.Forward) line;
            for (int i = 0; i < line.operations().size(); i++) {
                List<Formula> marked = marked(line.formula(i));

                assertThat(marked).hasSize(1);
                assertThat(Latex.of(marked.getFirst()))
                        .isEqualTo(Latex.of(Mathematics.of(equation.nodes().get(i))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void theMarkedPartOfAnAdjointLineIsItsShare(String text) {
        for (PlayedLine line : PlayedLine.backward(Cell.parse(text).adjoints())) {
            Expression share = ((PlayedLine.Backward) line).line().share();

            assertThat(marked(line.formula(0)).stream().map(Latex::of))
                    .containsExactly(Latex.of(Mathematics.of(share)));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void withoutAMarkNothingIsMarked(String text) {
        assertThat(PlayedLine.forward(Cell.parse(text)))
                .allSatisfy(line -> assertThat(marked(line.formula())).isEmpty());
    }

    @Test
    void ofTwoNodesThatReadAlikeTheOneInPlayIsMarked() {
        PlayedLine line = PlayedLine.forward(Cell.parse("state h\nh' = x @ W * sin(h) + x @ W * sin(h)"))
                .getFirst();

        List<Formula> marked = IntStream.range(0, line.operations().size())
                .mapToObj(line::formula)
                .toList();

        assertThat(marked).doesNotHaveDuplicates();
    }

    private static List<Operation> operations(List<PlayedLine> lines) {
        return lines.stream().flatMap(line -> line.operations().stream()).toList();
    }

    static List<Formula> marked(Formula formula) {
        return switch (formula) {
            case Formula.Symbol symbol -> List.of();
            case Row(List<Formula> parts) ->
                parts.stream().flatMap(part -> marked(part).stream()).toList();
            case Script(Formula base, Formula below, Formula above) ->
                Stream.of(base, below, above)
                        .flatMap(part -> marked(part).stream())
                        .toList();
            case Marked(Formula part) -> List.of(part);
        };
    }
}
