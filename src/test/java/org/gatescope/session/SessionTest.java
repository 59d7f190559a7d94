package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Sizes;
import org.gatescope.lesson.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SessionTest {
    private final Session session = OneLayer.drawn(BuiltInCells.cell("lstm"), new Sizes(2, 3, 3, 4));

    static Stream<TableId> tables() {
        return Stream.of(
                OneLayer.parameter("Wh.f"),
                OneLayer.parameter("b.f"),
                new TableId.Input(1),
                OneLayer.initialState("c"),
                new TableId.Upstream(0),
                OneLayer.finalGradient("h"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void anEditChangesOneTableAndSharesTheOthers(TableId id) {
        Matrix before = session.table(id);
        Session edited = session.edit(id, table -> table.with(0, 1, 42));
        assertThat(edited.table(id)).isEqualTo(before.with(0, 1, 42));
        assertThat(session.table(id)).as("the old session").isEqualTo(before);
        tables().filter(other -> !other.equals(id))
                .forEach(other -> assertThat(edited.table(other)).isEqualTo(session.table(other)));
        assertThat(edited.has(id)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableOfAnotherSizeIsRefused(TableId id) {
        for (Matrix wrong : List.of(Matrix.zeros(1, 1), Matrix.zeros(3, 9), Matrix.zeros(9, 4))) {
            assertThatThrownBy(() -> session.with(id, wrong)).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void sequencesOfABatchAreApart() {
        Session edited = session.edit(new TableId.Input(1), table -> table.map(x -> 7));
        assertThat(edited.table(new TableId.Input(0))).isEqualTo(session.table(new TableId.Input(0)));
        assertThat(edited.table(new TableId.Input(1))).isEqualTo(Matrix.filled(3, 3, 7));
    }

    @Test
    void tablesThatAreNotThereAreNamed() {
        for (TableId id : List.of(OneLayer.parameter("W"), OneLayer.initialState("s"), new TableId.Input(2))) {
            assertThat(session.has(id)).isFalse();
            assertThatThrownBy(() -> session.table(id)).isInstanceOf(RuntimeException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void examplesRunAndAreFoundByTheirNames(Example example) {
        Session opened = example.session();
        assertThat(Example.of(example.id())).contains(example);
        assertThat(opened.title()).isNotBlank();
        Workbench workbench = new Workbench(opened, Runnable::run, Runnable::run);
        NetworkTrace run = workbench.shown().get().run().trace();
        assertThat(run.inputGradient().at(0, 0, 0)).isFinite();
        assertThat(IntStream.range(0, run.output().steps())
                        .mapToDouble(t -> run.output().at(t, 0, 0)))
                .allSatisfy(value -> assertThat(value).isFinite())
                .as("something comes out, at the first step or later")
                .anyMatch(value -> value != 0);
        assertThat(example.session().numbers()).as("the same each time").isEqualTo(opened.numbers());
    }

    @Test
    void anExampleThatIsNoneIsNotFound() {
        assertThat(Example.of("nothing")).isEmpty();
        assertThat(Example.of("SENTENCE")).isEmpty();
    }

    @Test
    void wordsAreReadOffOneHotInputs() {
        Session sentence = Example.SENTENCE.session();
        assertThat(Stream.iterate(0, t -> t + 1).limit(7).map(t -> sentence.token(0, t)))
                .containsExactly("you", "have", "a", "pen", "and", "an", "apple");
        TableId input = new TableId.Input(0);
        assertThat(sentence.edit(input, table -> table.with(0, 0, 0.5)).token(0, 0))
                .isEmpty();
        assertThat(sentence.edit(input, table -> table.with(0, 0, 1)).token(0, 0))
                .as("two at once")
                .isEmpty();
        assertThat(sentence.edit(input, table -> table.map(x -> 0)).token(0, 0)).isEmpty();
        assertThat(sentence.edit(input, table -> table.with(0, 0, Double.NaN)).token(0, 0))
                .isEmpty();
        assertThat(Example.SMALL_SEQUENCE.session().token(0, 0))
                .as("no vocabulary")
                .isEmpty();
    }
}
