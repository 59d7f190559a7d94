package org.gatescope.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Formula;
import org.gatescope.cell.PlayedLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formulas of all built-in cells, forth and back, as they are set: in one line, in little room, and as golden layouts. */
@Execution(ExecutionMode.CONCURRENT)
class FormulaLayoutTest {
    private static final double SIZE = 16;
    private static final Measure MEASURE = new EvenMeasure();

    static Stream<Formula> formulas() {
        return BuiltInCells.names().stream()
                .map(BuiltInCells::cell)
                .flatMap(cell -> lines(cell).map(PlayedLine::formula))
                .distinct();
    }

    private static Stream<PlayedLine> lines(Cell cell) {
        return Stream.concat(PlayedLine.forward(cell).stream(), PlayedLine.backward(cell.adjoints()).stream());
    }

    private static String text(TypesetFormula set) {
        return set.runs().stream().map(GlyphRun::text).collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void lettersOfABaselineStandSideBySide(Formula formula) {
        TypesetFormula set = Typesetter.set(formula, SIZE, MEASURE);
        List<GlyphRun> runs = set.runs().stream()
                .filter(run -> run.y() == 0)
                .sorted(Comparator.comparingDouble(GlyphRun::x))
                .toList();
        for (int i = 1; i < runs.size(); i++) {
            GlyphRun before = runs.get(i - 1);
            assertThat(runs.get(i).x()).isGreaterThanOrEqualTo(before.x() + before.width() - 1e-9);
        }
        assertThat(set.runs()).allSatisfy(run -> {
            assertThat(run.x()).isGreaterThanOrEqualTo(0);
            assertThat(run.x() + run.width()).isLessThanOrEqualTo(set.width() + 1e-9);
            assertThat(run.y() + 0.25 * run.size()).isLessThanOrEqualTo(set.descent() + 1e-9);
            assertThat(run.line()).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void inLittleRoomTheSameLettersGoOnBelow(Formula formula) {
        TypesetFormula wide = Typesetter.set(formula, SIZE, MEASURE);
        double before = wide.descent();
        for (double share : new double[] {1.01, 0.7, 0.5, 0.3, 0.01}) {
            TypesetFormula narrow = Typesetter.set(formula, SIZE, share * wide.width(), MEASURE);
            assertThat(text(narrow)).isEqualTo(text(wide));
            assertThat(narrow.descent()).isGreaterThanOrEqualTo(before);
            assertThat(narrow.width()).isLessThanOrEqualTo(wide.width() + 1e-9);
            before = narrow.descent();
            if (share > 1) {
                assertThat(narrow).isEqualTo(wide);
            }
        }
    }

    /** Twice the size is twice the length in everything but the mark, whose line stays a pixel. */
    @ParameterizedTest
    @MethodSource("formulas")
    void sizeScales(Formula formula) {
        TypesetFormula one = Typesetter.set(formula, SIZE, MEASURE);
        TypesetFormula two = Typesetter.set(formula, 2 * SIZE, MEASURE);
        assertThat(two.width()).isEqualTo(2 * one.width());
        assertThat(two.ascent()).isEqualTo(2 * one.ascent());
        for (int i = 0; i < one.runs().size(); i++) {
            assertThat(two.runs().get(i).x()).isEqualTo(2 * one.runs().get(i).x());
            assertThat(two.runs().get(i).y()).isEqualTo(2 * one.runs().get(i).y());
        }
    }

    /** What an operation is about is marked, and marking it moves nothing. */
    @Test
    void theNodeOfEachOperationIsMarkedWhereItStands() {
        int marked = 0;
        for (String name : BuiltInCells.names()) {
            for (PlayedLine line : lines(BuiltInCells.cell(name)).toList()) {
                TypesetFormula plain = Typesetter.set(line.formula(), SIZE, MEASURE);
                for (int i = 0; i < line.operations().size(); i++) {
                    TypesetFormula set = Typesetter.set(line.formula(i), SIZE, MEASURE);
                    assertThat(text(set)).isEqualTo(text(plain));
                    assertThat(set.width()).isEqualTo(plain.width());
                    marked += set.marks().size();
                }
            }
        }
        assertThat(marked).isPositive();
    }

    @Test
    void theLinesOfAGatedCell() {
        Cell cell = BuiltInCells.cell("gru");
        Golden.check("formulas-forward", pen -> draw(pen, PlayedLine.forward(cell)));
    }

    @Test
    void theLinesBackThroughASimpleOne() {
        Cell cell = BuiltInCells.cell("rnn-tanh");
        Golden.check("formulas-backward", pen -> draw(pen, PlayedLine.backward(cell.adjoints())));
    }

    private static void draw(Pen pen, List<PlayedLine> lines) {
        double baseline = 20;
        for (PlayedLine line : lines) {
            TypesetFormula set = Typesetter.set(line.formula(0), SIZE, 160, pen.measure());
            pen.formula(10, baseline, set, Tones.LIGHT.text());
            baseline += Math.ceil(set.ascent() + set.descent());
        }
    }
}
