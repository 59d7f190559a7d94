package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.training.Batching;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each update drops what is drawn for it; what is tested on is evaluated. */
class DropoutTrainingTest {
    private static final int BATCH = 4;
    private static final int STEPS = 5;

    private static Session session(Batching batching, Split split) {
        Layer layer = new Layer(BuiltInCells.cell("gru"), 3, Directions.FORWARD);
        Network network = new Network(
                2,
                List.of(layer.withDropout(new Dropout(0.25, true)), layer.withDropout(new Dropout(0.5, false))),
                Optional.of(new ReadOut(1, true, ReadOut.Activation.IDENTITY)));
        Session zeros = Session.zeros("dropped", new Network(2, network.layers(), Optional.empty()), BATCH, STEPS);
        return Reshape.withReadOut(zeros, network.readOut())
                .change()
                .session()
                .withNumbers(numbers -> numbers.withInput(filled(BATCH * STEPS, 2, 3)))
                .withNumbers(numbers -> numbers.withParameters(drawn(numbers.parameters())))
                .withObjective(goal -> goal.withTargets(filled(BATCH * STEPS, 1, 5))
                        .withLoss(new Loss(Loss.Kind.MEAN_SQUARED, Loss.Average.BATCH_AND_TIME))
                        .withSplit(split))
                .withTraining(new Training(
                                new Optimizer.Sgd(0, false), new LearningRate.Constant(0.1), new Clipping.None(), 0, 10)
                        .with(batching));
    }

    private static Map<String, Matrix> drawn(Map<String, Matrix> tables) {
        Map<String, Matrix> drawn = new LinkedHashMap<>();
        tables.forEach((name, table) -> drawn.put(name, filled(table.rows(), table.columns(), name.hashCode())));
        return drawn;
    }

    private static Matrix filled(int rows, int columns, long seed) {
        Random random = new Random(seed);
        return Matrix.zeros(rows, columns).map(zero -> random.nextGaussian());
    }

    static List<Batching> batchings() {
        return List.of(
                new Batching.Whole(),
                new Batching.Sequences(2, true, 1),
                new Batching.Sequences(3, false, 1),
                new Batching.Chunks(2));
    }

    @ParameterizedTest
    @MethodSource("batchings")
    void anUpdateMadeAgainIsTheSameToTheBitAndOthersDropOthers(Batching batching) {
        Session session = session(batching, Split.NONE);
        MistakenTraining training = new MistakenTraining(session, session.training());
        Snapshot second = training.next(training.next(training.first()));
        MistakenTraining again = new MistakenTraining(session, session.training());
        assertThat(again.next(again.next(again.first())).parameters()).isEqualTo(second.parameters());
        assertThat(training.at(second).numbers().dropout().factors())
                .isNotEqualTo(session.numbers().dropout().factors());
    }

    @Test
    void whatIsShownAtAnEpochIsWhatTheNextUpdateIsMadeFrom() {
        Session session = session(new Batching.Whole(), Split.NONE);
        MistakenTraining training = new MistakenTraining(session, session.training());
        Snapshot now = training.first();
        for (int epoch = 0; epoch < 4; epoch++) {
            Run shown = Run.of(training.at(now));
            now = training.next(now);
            assertThat(now.loss())
                    .isEqualTo(shown.trace().readOut().orElseThrow().loss());
            assertThat(now.norm()).isEqualTo(shown.trace().gradientNorm());
        }
    }

    @Test
    void theFirstUpdateDropsWhatWasTyped() {
        Session session = session(new Batching.Whole(), Split.NONE)
                .edit(new TableId.Dropped(1, 2), table -> Matrix.filled(STEPS, 3, 0.125));
        MistakenTraining training = new MistakenTraining(session, session.training());
        assertThat(training.next(training.first()).loss())
                .isEqualTo(Run.of(session).trace().readOut().orElseThrow().loss());
    }

    @Test
    void theSwitchIsOfWhatIsShownAlone() {
        Session session = session(new Batching.Whole(), Split.NONE);
        Session evaluated = session.withNumbers(
                numbers -> numbers.withDropout(numbers.dropout().switched(false)));
        MistakenTraining training = new MistakenTraining(session, session.training());
        MistakenTraining other = new MistakenTraining(evaluated, session.training());
        Snapshot after = other.next(other.first());
        assertThat(after.parameters()).isEqualTo(training.next(training.first()).parameters());
        assertThat(other.at(after).numbers().dropout().isOn()).isFalse();
        assertThat(Run.of(other.at(after)).trace().output().array())
                .isNotEqualTo(Run.of(training.at(after)).trace().output().array());
    }

    @ParameterizedTest
    @MethodSource("batchings")
    void whatIsTestedOnIsEvaluated(Batching batching) {
        Session session = session(batching, Split.last(2));
        MistakenTraining training = new MistakenTraining(session, session.training());
        Snapshot after = training.next(training.first());
        Session evaluated = session.withNumbers(
                numbers -> numbers.withDropout(numbers.dropout().switched(false)));
        assertThat(after.scores().orElseThrow().tests())
                .isEqualTo(Run.of(evaluated).scores().orElseThrow().tests());
        assertThat(Run.of(session).scores().orElseThrow().tests())
                .isEqualTo(Run.of(evaluated).scores().orElseThrow().tests());
        assertThat(Run.of(session).scores().orElseThrow().training())
                .isNotEqualTo(Run.of(evaluated).scores().orElseThrow().training());
    }
}
