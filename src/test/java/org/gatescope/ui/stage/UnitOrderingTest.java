package org.gatescope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Fill;
import org.gatescope.session.Background;
import org.gatescope.session.FailingBackground;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;

class UnitOrderingTest {
    private static final String PART = "0.forward";
    /** Of 128 units over 150 steps there are 2.5 million products. */
    private static final Run LARGE = run(128, 150, 1);

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final UnitOrdering ordering = over(new Background(waiting::add, Runnable::run));

    private UnitOrdering over(Background background) {
        return new UnitOrdering(background, () -> told.add("found"), failure -> told.add(failure.sentence()));
    }

    private static Run run(int units, int steps, long seed) {
        return Run.of(Session.zeros("ordered", BuiltInCells.cell("rnn-tanh"), 1, steps, 2, units)
                .withNumbers(numbers -> numbers.withInput(new Fill.Normal(1, seed).matrix(steps, 2)))
                .withNumbers(numbers -> {
                    var parameters = new java.util.HashMap<>(numbers.parameters());
                    parameters.replaceAll((name, table) ->
                            new Fill.Normal(0.3, seed + name.length()).matrix(table.rows(), table.columns()));
                    return numbers.withParameters(parameters);
                }));
    }

    @Test
    void fewUnitsAreOrderedAtOnce() {
        ordering.ask(run(5, 6, 1), PART, 0, UnitOrder.SIMILARITY);
        assertThat(waiting).isEmpty();
        assertThat(ordering.rows().units()).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    @Test
    void manyStandByIndexUntilTheirOrderIsFound() {
        ordering.ask(LARGE, PART, 0, UnitOrder.SIMILARITY);
        assertThat(ordering.rows()).isEqualTo(UnitRows.BY_INDEX);
        waiting.remove().run();
        assertThat(told).containsExactly("found");
        assertThat(ordering.rows().units())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 128).boxed().toList());
    }

    @Test
    void theyStandAsInTheRunBeforeUntilTheNextOrderIsFound() {
        ordering.ask(LARGE, PART, 0, UnitOrder.SIMILARITY);
        waiting.remove().run();
        UnitRows before = ordering.rows();
        ordering.ask(run(128, 150, 7), PART, 0, UnitOrder.SIMILARITY);
        assertThat(ordering.rows()).isEqualTo(before);
        waiting.remove().run();
        assertThat(ordering.rows()).isNotEqualTo(before);
    }

    @Test
    void whileRunsComeFastSomeAreOrdered() {
        for (int frame = 0; frame < 4; frame++) {
            ordering.ask(LARGE, PART, 0, UnitOrder.SIMILARITY);
        }
        waiting.remove().run();
        assertThat(told).containsExactly("found");
        waiting.remove().run();
        assertThat(told).isEqualTo(Collections.nCopies(2, "found"));
        assertThat(waiting).isEmpty();
    }

    @Test
    void byIndexNothingIsWaitedFor() {
        ordering.ask(LARGE, PART, 0, UnitOrder.SIMILARITY);
        ordering.ask(LARGE, PART, 0, UnitOrder.INDEX);
        waiting.remove().run();
        assertThat(told).isEmpty();
        assertThat(ordering.rows()).isEqualTo(UnitRows.BY_INDEX);
    }

    @Test
    void aFailureIsToldAndTheyStandByIndex() {
        UnitOrdering failing = over(new FailingBackground(Runnable::run));
        failing.ask(LARGE, PART, 0, UnitOrder.SIMILARITY);
        assertThat(told).containsExactly("found", FailingBackground.SENTENCE);
        assertThat(failing.rows()).isEqualTo(UnitRows.BY_INDEX);
    }

    @Test
    void closedItTellsNothing() {
        ordering.ask(LARGE, PART, 0, UnitOrder.SIMILARITY);
        ordering.close();
        waiting.remove().run();
        assertThat(told).isEmpty();
    }
}
