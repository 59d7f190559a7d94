package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.explain.Remark;
import org.gatescope.lesson.Example;
import org.gatescope.session.Objective.Aim;
import org.junit.jupiter.api.Test;

/** Steps are skipped by the table of computed steps. */
class SkippedStepsTest {
    private static final TableId COMPUTED = new TableId.Computed(1);

    /** Two sequences of four steps. */
    private static Session session() {
        Session zeros = Session.zeros("", BuiltInCells.cell("gru"), 2, 4, 3, 2);
        return zeros.withNumbers(
                numbers -> numbers.withInput(Matrix.filled(8, 3, 0.5)).withParameters(filled(numbers)));
    }

    private static Map<String, Matrix> filled(NetworkInputs numbers) {
        Map<String, Matrix> filled = new LinkedHashMap<>();
        numbers.parameters().forEach((name, table) -> filled.put(name, table.map(zero -> 0.25)));
        return filled;
    }

    private static Matrix column(double... steps) {
        double[][] rows = new double[steps.length][1];
        for (int t = 0; t < steps.length; t++) {
            rows[t][0] = steps[t];
        }
        return Matrix.of(rows, 1);
    }

    @Test
    void theTableSaysWhichStepsAreComputed() {
        Session session = session().withLength(1, 3);
        assertThat(session.table(COMPUTED)).isEqualTo(column(1, 1, 1, 0));
        Session skipped = session.with(COMPUTED, column(1, 0, 1, 0));
        assertThat(skipped.table(COMPUTED)).isEqualTo(column(1, 0, 1, 0));
        assertThat(skipped.lengths()).containsExactly(4, 3);
        assertThat(skipped.table(new TableId.Computed(0))).isEqualTo(column(1, 1, 1, 1));
        assertThat(skipped.with(COMPUTED, column(1, 1, 1, 0))).isEqualTo(session);
    }

    @Test
    void aStepBeyondTheEndMakesTheSequenceLonger() {
        Session longer = session().withLength(1, 2).with(COMPUTED, column(0, 1, 0, 1));
        assertThat(longer.lengths()).containsExactly(4, 4);
        assertThat(longer.table(COMPUTED)).isEqualTo(column(0, 1, 0, 1));
        assertThat(longer.withLength(1, 3).table(COMPUTED)).isEqualTo(column(0, 1, 0, 0));
    }

    @Test
    void nothingBesidesZeroAndOneIsTaken() {
        for (double value : new double[] {0.5, -1, Double.NaN}) {
            assertThatThrownBy(() -> session().with(COMPUTED, column(1, value, 1, 1)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("neither 1");
        }
    }

    @Test
    void otherSizesKeepThem() {
        Session skipped = session().with(COMPUTED, column(1, 0, 1, 0));
        Session larger = Reshape.resized(skipped, 3, 5, 3).change().session();
        assertThat(larger.table(COMPUTED)).isEqualTo(column(1, 0, 1, 0, 1));
        Session smaller = Reshape.resized(skipped, 2, 2, 3).change().session();
        assertThat(smaller.table(COMPUTED)).isEqualTo(column(1, 0));
    }

    @Test
    void aKeptStateLeadsToTheStepThatItIsFrom() {
        Run run = Run.of(session().with(COMPUTED, column(1, 0, 0, 1)));
        Explanation kept =
                Explanation.of(run, new OfStep("0.forward", "h'", 2, 1, 0)).orElseThrow();
        assertThat(kept.remarks()).containsExactly(Remark.KEPT_OVER_SKIPPED);
        assertThat(kept.sources()).containsExactly(new OfStep("0.forward", "h'", 0, 1, 0));
        assertThat(kept.value()).isNotZero();
        assertThat(Explanation.of(run, new OfStep("0.forward", "z", 2, 1, 0))
                        .orElseThrow()
                        .remarks())
                .containsExactly(Remark.SKIPPED);
        Explanation next =
                Explanation.of(run, new OfStep("0.forward", "h", 3, 1, 0)).orElseThrow();
        assertThat(next.value()).isEqualTo(kept.value());
        assertThat(Explanation.of(run, new Given(COMPUTED, 2, 0)).orElseThrow().value())
                .isZero();
    }

    @Test
    void whatIsGeneratedGoesOnFromTheKeptState() {
        Network network = new Network(
                2,
                List.of(new Layer(BuiltInCells.cell("rnn-tanh"), 2, Layer.Directions.FORWARD)),
                Optional.of(new ReadOut(2, true, ReadOut.Activation.IDENTITY)));
        Session plain = Session.zeros("", BuiltInCells.cell("rnn-tanh"), 1, 3, 2, 2);
        Session reading = Reshape.withReadOut(plain, network.readOut()).change().session();
        Session numbers =
                reading.withNumbers(all -> all.withParameters(filled(all)).withInput(Matrix.filled(3, 2, 0.5)));
        Session skipped = numbers.with(new TableId.Computed(0), column(1, 0, 1));
        Continuation shorter = Continuation.of(numbers.withLength(0, 2), 0, 2, 2, 0, 1, Progress.NONE);
        Continuation over = Continuation.of(skipped, 0, 3, 2, 0, 1, Progress.NONE);
        Run run = Run.of(over.session());
        Run expected = Run.of(shorter.session());
        assertThat(run.trace().output().row(4, 0))
                .isEqualTo(expected.trace().output().row(3, 0));
        assertThat(run.trace().output().row(1, 0))
                .isEqualTo(run.trace().output().row(0, 0));
    }

    @Test
    void theNextTokenCountsWhereBothStepsAreComputed() {
        Session words = Example.THREE_SENTENCES.session();
        assertThat(words.objective().orElseThrow().aim()).isEqualTo(Aim.NEXT_TOKEN);
        TableId first = new TableId.Computed(0);
        Session skipped = words.edit(first, table -> table.with(2, 0, 0));
        Matrix before = words.inputs().goal().orElseThrow().weights();
        Matrix after = skipped.inputs().goal().orElseThrow().weights();
        for (int t = 0; t < words.steps(); t++) {
            double expected = t == 1 || t == 2 ? 0 : before.get(t * words.batch(), 0);
            assertThat(after.get(t * words.batch(), 0)).isCloseTo(expected, within(0.0));
        }
        Session table = skipped.withAim(Aim.TABLE);
        assertThat(table.inputs().goal().orElseThrow().weights()).isEqualTo(after);
    }
}
