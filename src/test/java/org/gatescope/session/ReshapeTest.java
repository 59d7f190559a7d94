package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Extent;
import org.gatescope.cell.Shape;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.Trace;
import org.gatescope.lesson.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReshapeTest {
    /** Longer sums are added in another order. */
    private static final Offset<Double> ROUNDING = within(1e-14);

    private static final Sizes SIZES = new Sizes(2, 3, 3, 4);

    static List<Sizes> other() {
        return List.of(
                new Sizes(3, 3, 3, 4),
                new Sizes(1, 3, 3, 4),
                new Sizes(2, 5, 3, 4),
                new Sizes(2, 2, 3, 4),
                new Sizes(2, 3, 5, 4),
                new Sizes(2, 3, 1, 4),
                new Sizes(2, 3, 3, 6),
                new Sizes(2, 3, 3, 1),
                new Sizes(4, 1, 5, 3),
                new Sizes(1, 5, 1, 7),
                new Sizes(0, 3, 3, 4),
                new Sizes(2, 0, 3, 4),
                new Sizes(2, 3, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("other")
    void whatOverlapsIsKeptAndTheRestIsZero(Sizes to) {
        Session before = OneLayer.drawn(BuiltInCells.cell("lstm-peephole"), SIZES);
        Session after = OneLayer.resized(before, to);
        assertThat(OneLayer.sizes(after)).isEqualTo(to);
        before.numbers().parameters().keySet().forEach(name -> overlap(before, after, new TableId.Parameter(name)));
        for (String state : OneLayer.cell(before).states()) {
            overlap(before, after, OneLayer.initialState(state));
            overlap(before, after, OneLayer.finalGradient(state));
        }
        for (int n = 0; n < to.batch(); n++) {
            if (n < SIZES.batch()) {
                overlap(before, after, new TableId.Input(n));
                overlap(before, after, new TableId.Upstream(n));
            } else {
                assertThat(after.table(new TableId.Input(n))).isEqualTo(Matrix.zeros(to.steps(), to.inputs()));
                assertThat(after.table(new TableId.Upstream(n))).isEqualTo(Matrix.zeros(to.steps(), to.hidden()));
            }
        }
    }

    private static void overlap(Session before, Session after, TableId id) {
        Matrix old = before.table(id);
        Matrix resized = after.table(id);
        for (int row = 0; row < resized.rows(); row++) {
            for (int column = 0; column < resized.columns(); column++) {
                boolean kept = row < old.rows() && column < old.columns();
                assertThat(resized.get(row, column)).as("%s", id).isEqualTo(kept ? old.get(row, column) : 0);
            }
        }
    }

    static Stream<Arguments> grown() {
        return BuiltInCells.names().stream()
                .flatMap(name -> Stream.of(
                                new Sizes(4, 3, 3, 4),
                                new Sizes(2, 3, 6, 4),
                                new Sizes(2, 3, 3, 7),
                                new Sizes(3, 3, 4, 5))
                        .map(to -> Arguments.of(name, to)));
    }

    /** A new sequence stands apart, a new input is not heard, a new unit sends nothing. */
    @ParameterizedTest
    @MethodSource("grown")
    void whatTheNetworkComputedItStillComputes(String name, Sizes to) {
        Session before = OneLayer.drawn(BuiltInCells.cell(name), SIZES);
        Session after = OneLayer.resized(before, to);
        Trace old = OneLayer.run(before);
        Trace grown = OneLayer.run(after);
        for (String quantity : old.quantities()) {
            for (int t = 0; t < SIZES.steps(); t++) {
                for (int n = 0; n < SIZES.batch(); n++) {
                    for (int unit = 0; unit < old.value(quantity).width(); unit++) {
                        assertThat(grown.value(quantity).at(t, n, unit))
                                .as(quantity)
                                .isCloseTo(old.value(quantity).at(t, n, unit), ROUNDING);
                        assertThat(grown.gradient(quantity).at(t, n, unit))
                                .as("gradient of " + quantity)
                                .isCloseTo(old.gradient(quantity).at(t, n, unit), ROUNDING);
                    }
                }
            }
        }
    }

    /** The old steps' values stay; their gradients do where nothing arrives at the last state, as that is later now. */
    @Test
    void newStepsComeAfterTheOldOnesAndAddNoGradient() {
        Session before = OneLayer.drawn(BuiltInCells.cell("gru"), SIZES)
                .with(OneLayer.finalGradient("h"), Matrix.zeros(SIZES.batch(), SIZES.hidden()));
        Trace old = OneLayer.run(before);
        Trace longer = OneLayer.run(OneLayer.resized(before, new Sizes(2, 6, 3, 4)));
        for (String quantity : old.quantities()) {
            assertThat(longer.value(quantity).at(2, 1, 1))
                    .isEqualTo(old.value(quantity).at(2, 1, 1));
            assertThat(longer.gradient(quantity).at(1, 1, 1))
                    .isEqualTo(old.gradient(quantity).at(1, 1, 1));
        }
        assertThat(longer.parameterGradient("Wh.n")).isEqualTo(old.parameterGradient("Wh.n"));
    }

    @Test
    void thereAndBackAgainIsTheSame() {
        Session before = OneLayer.drawn(BuiltInCells.cell("lstm"), SIZES);
        Session back = OneLayer.resized(OneLayer.resized(before, new Sizes(5, 6, 7, 8)), SIZES);
        assertThat(back.numbers()).isEqualTo(before.numbers());
    }

    @Test
    void whatKeepsItsSizeIsShared() {
        Session before = OneLayer.drawn(BuiltInCells.cell("lstm"), SIZES);
        Session after = OneLayer.resized(before, new Sizes(2, 9, 3, 4));
        TableId weights = OneLayer.parameter("Wx.i");
        assertThat(after.table(weights)).isSameAs(before.table(weights));
    }

    @Test
    void aVocabularyGoesWithItsInputs() {
        Session sentence = Example.SENTENCE.session();
        assertThat(OneLayer.resized(sentence, new Sizes(2, 9, 7, 3))
                        .vocabulary()
                        .tokens())
                .hasSize(7);
        assertThat(OneLayer.resized(sentence, new Sizes(1, 7, 8, 6))
                        .vocabulary()
                        .tokens())
                .isEmpty();
    }

    @Test
    void anotherCellKeepsWhatHasTheSameNameAndShape() {
        Session before = OneLayer.drawn(BuiltInCells.cell("lstm"), SIZES);
        Cell cell = Cell.parse("state c, m\nm' = tanh(x @ Wx.i + c @ Wnew + b.i + v)\nc' = m' * Wh.i");
        NetworkChange change = OneLayer.withCell(before, cell).change();
        assertThat(change.added()).containsExactlyInAnyOrder("0.forward.Wnew", "0.forward.v", "0.forward.Wh.i");
        assertThat(change.lost())
                .contains("0.forward.Wh.i", "0.forward.Wx.f", "0.forward.b.o")
                .doesNotContain("0.forward.Wx.i", "0.forward.b.i");
        Session after = change.session();
        assertThat(after.table(OneLayer.parameter("Wx.i"))).isSameAs(before.table(OneLayer.parameter("Wx.i")));
        assertThat(after.table(OneLayer.parameter("v"))).isEqualTo(Matrix.zeros(1, 4));
        assertThat(after.table(OneLayer.parameter("Wnew")).get(3, 3)).isNotZero();
        assertThat(after.table(OneLayer.initialState("c"))).isEqualTo(before.table(OneLayer.initialState("c")));
        assertThat(after.table(OneLayer.initialState("m"))).isEqualTo(Matrix.zeros(2, 4));
        assertThat(after.has(OneLayer.initialState("h"))).isFalse();
        assertThat(OneLayer.run(after).value("c'").steps()).isEqualTo(3);
    }

    @Test
    void theSameCellAgainLosesNothing() {
        Session before = OneLayer.drawn(BuiltInCells.cell("gru"), SIZES);
        NetworkChange change =
                OneLayer.withCell(before, BuiltInCells.cell("gru")).change();
        assertThat(change.added()).isEmpty();
        assertThat(change.lost()).isEmpty();
        assertThat(change.session().numbers()).isEqualTo(before.numbers());
    }

    /** With one input or one unit a matrix is a row as a vector is; it is drawn all the same. */
    @Test
    void newMatricesOfOneRowAreDrawnToo() {
        Session before = OneLayer.drawn(BuiltInCells.cell("rnn-tanh"), new Sizes(1, 2, 1, 1));
        Session after = OneLayer.withCell(before, BuiltInCells.cell("lstm-peephole"))
                .change()
                .session();
        for (String matrix : List.of("Wx.f", "Wh.f")) {
            assertThat(after.table(OneLayer.parameter(matrix)).get(0, 0))
                    .as(matrix)
                    .isNotZero();
        }
        for (String vector : List.of("b.f", "p.f")) {
            assertThat(after.table(OneLayer.parameter(vector)).get(0, 0))
                    .as(vector)
                    .isZero();
        }
    }

    @Test
    void newMatricesAreDrawnDifferentlyButAlikeEachTime() {
        Session before = OneLayer.drawn(BuiltInCells.cell("rnn-tanh"), SIZES);
        Session once =
                OneLayer.withCell(before, BuiltInCells.cell("lstm")).change().session();
        Session twice =
                OneLayer.withCell(before, BuiltInCells.cell("lstm")).change().session();
        assertThat(once.numbers()).isEqualTo(twice.numbers());
        Set<Matrix> drawn = Set.copyOf(once.numbers().parameters().values());
        long matrices = OneLayer.cell(once).parameters().values().stream()
                .map(Shape::rows)
                .filter(rows -> rows != Extent.ONE)
                .count();
        assertThat(drawn).as("each matrix another, and the zero vector").hasSize((int) matrices + 1);
    }
}
