package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.explain.Dependents;
import org.gatescope.explain.Explanation;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.OfStep;
import org.junit.jupiter.api.Test;

/** What layers drop is a table of the session. */
class DropoutSessionTest {
    private static final Dropout EACH = new Dropout(0.5, false);
    private static final Dropout SAME = new Dropout(0.25, true);
    private static final int BATCH = 2;
    private static final int STEPS = 4;

    /** Two layers, the upper one both ways. */
    private static Session session(Dropout lower, Dropout upper) {
        Layer layer = new Layer(BuiltInCells.cell("gru"), 3, Directions.FORWARD);
        Network network = new Network(
                2,
                List.of(
                        layer.withDropout(lower),
                        layer.withDirections(Directions.BOTH).withDropout(upper)),
                Optional.empty());
        Random random = new Random(1);
        Session zeros = Session.zeros("", network, BATCH, STEPS);
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        zeros.numbers()
                .parameters()
                .forEach((name, table) -> parameters.put(name, table.map(zero -> random.nextGaussian())));
        return zeros.withNumbers(numbers -> numbers.withParameters(parameters)
                .withInput(numbers.input().map(zero -> random.nextGaussian()))
                .withUpstream(numbers.upstream().map(zero -> random.nextGaussian())));
    }

    private static Matrix factors(Session session, int layer) {
        return Objects.requireNonNull(session.numbers().dropout().factors().get(layer));
    }

    @Test
    void factorsAreThereAsSoonAsALayerDropsSomething() {
        Session none = session(Dropout.NONE, Dropout.NONE);
        assertThat(none.numbers().dropout().factors()).isEmpty();
        Session some = Reshape.withLayer(none, 1, none.network().layers().get(1).withDropout(EACH))
                .change()
                .session();
        assertThat(factors(some, 1).rows()).isEqualTo(BATCH * STEPS);
        assertThat(some).isEqualTo(session(Dropout.NONE, EACH).withNumbers(some.numbers()));
        Session noneAgain = Reshape.withLayer(some, 1, none.network().layers().get(1))
                .change()
                .session();
        assertThat(noneAgain.numbers().dropout().factors()).isEmpty();
    }

    @Test
    void whatFitsIsKeptAndTheRestIsDrawn() {
        Session session = session(SAME, EACH)
                .edit(new TableId.Dropped(1, 1), table -> Matrix.filled(STEPS, 3, 7))
                .edit(new TableId.Dropped(0, 0), table -> Matrix.filled(1, 2, 5));
        Session larger = Reshape.resized(session, 3, 6, 4).change().session();
        assertThat(larger.table(new TableId.Dropped(1, 1)).resized(STEPS, 3)).isEqualTo(Matrix.filled(STEPS, 3, 7));
        assertThat(larger.table(new TableId.Dropped(0, 0)).resized(1, 2)).isEqualTo(Matrix.filled(1, 2, 5));
        assertThat(larger.table(new TableId.Dropped(0, 2)).map(factor -> Math.abs(factor * (factor - SAME.kept()))))
                .isEqualTo(Matrix.zeros(1, 4));
        Layer wider = session.network().layers().getFirst().withHidden(5);
        Session below = Reshape.withLayer(session, 0, wider).change().session();
        assertThat(below.table(new TableId.Dropped(1, 1)).resized(STEPS, 3)).isEqualTo(Matrix.filled(STEPS, 3, 7));
        assertThat(factors(below, 1).columns()).isEqualTo(5);
        Session added = Reshape.withNewLayer(session, 0, wider).change().session();
        assertThat(factors(added, 2)).isEqualTo(factors(session, 1));
        Layer other = session.network().layers().get(1).withDropout(new Dropout(0.75, false));
        Session drawn = Reshape.withLayer(session, 1, other).change().session();
        assertThat(drawn.table(new TableId.Dropped(1, 1)).map(factor -> Math.abs(factor * (factor - 4))))
                .isEqualTo(Matrix.zeros(STEPS, 3));
    }

    @Test
    void evaluatedItIsTheNetworkWithoutDropout() {
        Session session = session(SAME, EACH);
        Session evaluated = session.withNumbers(
                numbers -> numbers.withDropout(numbers.dropout().switched(false)));
        assertThat(output(evaluated)).containsExactly(output(session(Dropout.NONE, Dropout.NONE)));
        assertThat(output(session)).isNotEqualTo(output(evaluated));
    }

    private static double[] output(Session session) {
        return Run.of(session).trace().output().array();
    }

    @Test
    void aNumberThatIsReadOpensWhatCameFromBelowAndItsFactor() {
        Session session = session(SAME, EACH).edit(new TableId.Dropped(1, 1), table -> table.with(2, 0, 0.5));
        Run run = Run.of(session);
        double below = run.trace().part("0.forward").value(Cell.after("h")).at(2, 1, 0);
        for (String part : List.of("1.forward", "1.backward")) {
            OfStep read = new OfStep(part, Cell.INPUT, 2, 1, 0);
            Explanation why = Explanation.of(run, read).orElseThrow();
            assertThat(why.value()).isEqualTo(below * 0.5);
            assertThat(why.sources())
                    .containsExactly(
                            new OfStep("0.forward", Cell.after("h"), 2, 1, 0),
                            new Given(new TableId.Dropped(1, 1), 2, 0));
        }
        NumberId lowest = new OfStep("0.forward", Cell.INPUT, 3, 0, 1);
        assertThat(Explanation.of(run, lowest).orElseThrow().sources())
                .containsExactly(new Given(new TableId.Input(0), 3, 1), new Given(new TableId.Dropped(0, 0), 0, 1));
        Explanation gradient = Explanation.of(run, new GradientOfGiven(new TableId.Input(0), 3, 1))
                .orElseThrow();
        assertThat(gradient.terms().getFirst().value()).isEqualTo(gradient.value());
        assertThat(Dependents.of(run, new Given(new TableId.Dropped(1, 1), 2, 0), 1))
                .containsExactly(
                        new OfStep("1.forward", Cell.INPUT, 2, 1, 0), new OfStep("1.backward", Cell.INPUT, 2, 1, 0));
        assertThat(Dependents.of(run, new Given(new TableId.Dropped(0, 1), 0, 1), 1))
                .hasSize(STEPS);
    }

    @Test
    void nothingIsDroppedWhereItIsTested() {
        Session some = session(SAME, EACH);
        Session session = Reshape.withReadOut(some, Optional.of(new ReadOut(1, true, ReadOut.Activation.IDENTITY)))
                .change()
                .session()
                .withObjective(goal -> goal.withSplit(Split.last(1)));
        TableId tested = new TableId.Dropped(1, 1);
        assertThat(session.table(tested)).isEqualTo(Matrix.filled(STEPS, 3, 1));
        assertThatThrownBy(() -> session.edit(tested, table -> table.map(one -> 0)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("tested on");
        assertThat(session.table(new TableId.Dropped(1, 0))).isEqualTo(some.table(new TableId.Dropped(1, 0)));
    }

    @Test
    void aNetworkThatGeneratesDropsNothing() {
        Layer layer = new Layer(BuiltInCells.cell("gru"), 3, Directions.FORWARD);
        List<Session> both = List.of(generating(layer), generating(layer.withDropout(EACH)));
        List<Matrix> read = both.stream()
                .map(session -> Continuation.of(session, 0, 1, 5, 0, 1, Progress.NONE))
                .map(on -> on.session().numbers().input())
                .toList();
        assertThat(read.get(1)).isEqualTo(read.get(0));
        Continuation on = Continuation.of(both.get(1), 0, 1, 5, 0, 1, Progress.NONE);
        assertThat(on.session().numbers().dropout().isOn()).isFalse();
    }

    private static Session generating(Layer layer) {
        Random random = new Random(2);
        Session zeros = Session.zeros("", new Network(2, List.of(layer, layer), Optional.empty()), 1, 2);
        Session session = Reshape.withReadOut(zeros, Optional.of(new ReadOut(2, true, ReadOut.Activation.IDENTITY)))
                .change()
                .session();
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        session.numbers()
                .parameters()
                .forEach((name, table) -> parameters.put(name, table.map(any -> random.nextGaussian())));
        return session.withNumbers(numbers -> numbers.withParameters(parameters).withInput(Matrix.filled(2, 2, 0.5)));
    }
}
