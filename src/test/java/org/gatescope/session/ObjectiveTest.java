package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.lesson.Example;
import org.gatescope.session.Objective.Aim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets and what they count: two sequences of 4 and 2 steps, rows time-major. */
class ObjectiveTest {
    private static final ReadOut EVERY_STEP = new ReadOut(DeepNetwork.INPUTS, true, Activation.IDENTITY);
    private static final ReadOut LAST_STEP = new ReadOut(DeepNetwork.INPUTS, false, Activation.IDENTITY);

    private final Session table = DeepNetwork.session(DeepNetwork.STEPS, Optional.of(EVERY_STEP));
    private final Session nextToken = table.withAim(Aim.NEXT_TOKEN);

    @Test
    void aTableCountsUpToEachSequencesEnd() {
        assertThat(weights(table)).containsExactly(1, 1, 1, 1, 1, 0, 1, 0);
        assertThat(goal(table).targets()).isEqualTo(objective(table).targets());
        assertThat(weights(table.withLength(0, 0).withLength(1, 3))).containsExactly(0, 1, 0, 1, 0, 1, 0, 0);
    }

    @Test
    void whatIsMaskedCountsNothingThatIsWeightedCountsSo() {
        Session masked = table.edit(
                        new TableId.Mask(0), mask -> mask.with(1, 0, 0).with(2, 0, 0.25))
                .edit(new TableId.Mask(1), mask -> mask.map(x -> 3));
        assertThat(weights(masked)).containsExactly(1, 3, 0, 3, 0.25, 0, 1, 0);
    }

    @Test
    void theNextTokenIsTheInputOfTheStepAfter() {
        Matrix input = nextToken.numbers().input();
        Matrix targets = goal(nextToken).targets();
        assertThat(targets.rows()).isEqualTo(8);
        for (int row = 0; row < 6; row++) {
            assertThat(targets.rows(row, 1, 1)).isEqualTo(input.rows(row + 2, 1, 1));
        }
    }

    @Test
    void theNextTokenCountsNeitherAtASequencesLastStepNorBeyond() {
        assertThat(weights(nextToken)).containsExactly(1, 1, 1, 0, 1, 0, 0, 0);
        assertThat(weights(nextToken.withLength(0, 1).withLength(1, 0))).containsOnly(0);
        Session masked = nextToken.edit(new TableId.Mask(0), mask -> mask.with(1, 0, 0));
        assertThat(weights(masked)).containsExactly(1, 1, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void anEditedInputIsTheTargetOfTheStepBeforeAlone() {
        Matrix before = goal(nextToken).targets();
        Session edited = nextToken.edit(new TableId.Input(1), input -> input.with(1, 2, 42));
        assertThat(goal(edited).targets()).isEqualTo(before.with(1, 2, 42));
        assertThat(edited.table(new TableId.Targets(1)).get(0, 2)).isEqualTo(42);
        Session first = nextToken.edit(new TableId.Input(1), input -> input.with(0, 2, 42));
        assertThat(goal(first).targets()).as("no step comes before").isEqualTo(before);
    }

    /** Whatever the loss is averaged over, and where steps beyond a sequence's end would be targets. */
    @ParameterizedTest
    @EnumSource
    void asATableTheTargetsAreTheSameUntilTheyAreEdited(Loss.Average average) {
        Session aimed =
                nextToken.withObjective(objective -> objective.withLoss(new Loss(Loss.Kind.MEAN_SQUARED, average)));
        Session written = aimed.withAim(Aim.TABLE);
        assertThat(objective(written).aim()).isEqualTo(Aim.TABLE);
        assertThat(goal(written)).isEqualTo(goal(aimed));
        assertThat(DeepNetwork.loss(written)).isEqualTo(DeepNetwork.loss(aimed));
        Session edited = written.edit(new TableId.Input(0), input -> input.with(1, 0, 42));
        assertThat(goal(edited).targets())
                .as("no longer the input")
                .isEqualTo(goal(aimed).targets());
    }

    @Test
    void whatWasTypedIsKeptWhileTheNextTokenCounts() {
        assertThat(objective(nextToken).targets()).isEqualTo(objective(table).targets());
    }

    @Test
    void theNextTokenNeedsEveryStepAndAsManyOutputsAsInputs() {
        assertThat(table.canAimAtNextToken()).isTrue();
        assertThat(DeepNetwork.session(4, Optional.of(LAST_STEP)).canAimAtNextToken())
                .isFalse();
        assertThat(DeepNetwork.session().canAimAtNextToken()).isFalse();
        assertThat(DeepNetwork.session(4, Optional.empty()).canAimAtNextToken()).isFalse();
    }

    @Test
    void theTargetOfTheLastStepIsTheOneThatIsReadOutAlone() {
        Session masked = table.edit(new TableId.Mask(1), mask -> mask.with(1, 0, 0.5));
        Session last = readOut(masked, LAST_STEP);
        Matrix targets = objective(table).targets();
        assertThat(objective(last).targets()).isEqualTo(rows(targets, 3 * 2, 1 * 2 + 1));
        assertThat(weights(last)).containsExactly(1, 0.5);
        Session every = readOut(last, EVERY_STEP);
        assertThat(objective(every).targets()).isEqualTo(rows(targets, -1, -1, -1, 3, -1, -1, 6, -1));
        assertThat(weights(every)).containsExactly(1, 1, 1, 0.5, 1, 0, 1, 0);
    }

    @Test
    void aSequenceWithoutStepsHasNoLastTarget() {
        Session last = readOut(table.withLength(1, 0), LAST_STEP);
        assertThat(last.table(new TableId.Targets(1))).isEqualTo(Matrix.zeros(1, DeepNetwork.INPUTS));
        assertThat(weights(last)).containsExactly(1, 0);
        assertThat(objective(readOut(last, EVERY_STEP)).targets().rows()).isEqualTo(8);
    }

    static Stream<ReadOut> withoutNextToken() {
        return Stream.of(EVERY_STEP.withOutputs(2), EVERY_STEP.withOutputs(6), LAST_STEP);
    }

    @ParameterizedTest
    @MethodSource("withoutNextToken")
    void anAimThatCannotBeAnyLongerBecomesATable(ReadOut readOut) {
        Session after = readOut(nextToken, readOut);
        assertThat(objective(after).aim()).isEqualTo(Aim.TABLE);
        Matrix targets = goal(nextToken).targets();
        if (readOut.everyStep()) {
            assertThat(objective(after).targets()).isEqualTo(targets.resized(8, readOut.outputs()));
            assertThat(weights(after)).isEqualTo(weights(nextToken));
        } else {
            assertThat(objective(after).targets()).isEqualTo(rows(targets, 6, 3));
            assertThat(weights(after)).as("there to be typed over").containsExactly(1, 1);
        }
    }

    @Test
    void theReadOutFollowsTheInputsWhileItAimsAtThem() {
        Session wider = Reshape.resized(nextToken, 2, 4, 6).change().session();
        assertThat(wider.network().readOut()).contains(EVERY_STEP.withOutputs(6));
        assertThat(objective(wider).aim()).isEqualTo(Aim.NEXT_TOKEN);
        Session typed = Reshape.resized(table, 2, 4, 6).change().session();
        assertThat(typed.network().readOut()).contains(EVERY_STEP);
    }

    @Test
    void withOtherStepsAndSequencesTargetsAndMaskStayAndNewRowsCount() {
        Session masked = table.edit(new TableId.Mask(0), mask -> mask.with(1, 0, 0.5));
        Session larger =
                Reshape.resized(masked, 3, 6, DeepNetwork.INPUTS).change().session();
        assertThat(larger.table(new TableId.Targets(0)))
                .isEqualTo(table.table(new TableId.Targets(0)).resized(6, DeepNetwork.INPUTS));
        assertThat(larger.table(new TableId.Targets(2))).isEqualTo(Matrix.zeros(6, DeepNetwork.INPUTS));
        assertThat(larger.table(new TableId.Mask(0))).isEqualTo(column(1, 0.5, 1, 1, 1, 1));
        assertThat(larger.table(new TableId.Mask(2))).isEqualTo(column(1, 1, 1, 1, 1, 1));
        Session back =
                Reshape.resized(larger, 2, 4, DeepNetwork.INPUTS).change().session();
        assertThat(back.objective()).isEqualTo(masked.objective());
    }

    @ParameterizedTest
    @CsvSource({
        "STATES, MEAN_SQUARED",
        "IDENTITY, MEAN_SQUARED",
        "SIGMOID, BINARY_CROSS_ENTROPY",
        "SOFTMAX, CATEGORICAL_CROSS_ENTROPY"
    })
    void aNewReadOutGetsTheLossThatBelongsToItsActivation(Activation activation, Loss.Kind kind) {
        Session without = DeepNetwork.session(4, Optional.empty());
        Session with = readOut(without, new ReadOut(2, true, activation));
        assertThat(objective(with).loss().kind()).isEqualTo(kind);
        assertThat(objective(with).aim()).isEqualTo(Aim.TABLE);
        Loss.Kind another = readOutOf(DeepNetwork.session(), activation);
        assertThat(another).as("a loss that does not fit is changed").isEqualTo(kind);
    }

    private static Loss.Kind readOutOf(Session softmax, Activation activation) {
        return objective(readOut(softmax, new ReadOut(3, true, activation)))
                .loss()
                .kind();
    }

    @Test
    void aLossThatStillFitsIsKept() {
        Loss summed = new Loss(Loss.Kind.MEAN_SQUARED, Loss.Average.SUM);
        Session session = table.withObjective(objective -> objective.withLoss(summed));
        Session sigmoid = readOut(session, new ReadOut(DeepNetwork.INPUTS, true, Activation.SIGMOID));
        assertThat(objective(sigmoid).loss()).isEqualTo(summed);
    }

    @Test
    void targetsOfStatesAreAsWideAsTheseAndGoWithThem() {
        Layer both = DeepNetwork.layer("gru", 2, Directions.BOTH);
        Session plain = DeepNetwork.drawn(
                new Network(3, List.of(both), Optional.of(new ReadOut(1, true, Activation.STATES))), 4, List.of(4, 3));
        assertThat(objective(plain).targets().columns()).isEqualTo(4);
        assertThat(plain.numbers().parameters()).doesNotContainKeys(ReadOut.WEIGHTS, ReadOut.BIAS);
        Layer wider = DeepNetwork.layer("gru", 3, Directions.BOTH);
        NetworkChange change = Reshape.withLayer(plain, 0, wider).change();
        Matrix before = objective(plain).targets();
        Matrix after = objective(change.session()).targets();
        assertThat(change.session().network().readOut().orElseThrow().outputs()).isEqualTo(6);
        for (int row = 0; row < before.rows(); row++) {
            assertThat(after.toArray()[row])
                    .as("a new unit stands right of those of its direction")
                    .containsExactly(
                            before.get(row, 0), before.get(row, 1), 0, before.get(row, 2), before.get(row, 3), 0);
        }
        assertThat(Reshape.withLayer(change.session(), 0, both).change().session())
                .isEqualTo(plain);
    }

    @Test
    void weightsOfAReadOutGoWhenTheStatesAreReadOutAndTheObjectiveStays() {
        NetworkChange change = Reshape.withReadOut(table, Optional.of(new ReadOut(1, true, Activation.STATES)))
                .change();
        assertThat(change.lost()).containsExactlyInAnyOrder(ReadOut.WEIGHTS, ReadOut.BIAS);
        Objective objective = objective(change.session());
        assertThat(objective.loss())
                .isEqualTo(
                        new Loss(Loss.Kind.MEAN_SQUARED, objective(table).loss().average()));
        assertThat(objective.mask()).isEqualTo(objective(table).mask());
    }

    @Test
    void wordsThatAreReadOutAimAtTheNext() {
        Session sentence = Example.SENTENCE.session();
        Session read = readOut(sentence, new ReadOut(7, true, Activation.SOFTMAX));
        assertThat(objective(read).aim()).isEqualTo(Aim.NEXT_TOKEN);
        assertThat(weights(read)).containsExactly(1, 1, 1, 1, 1, 1, 0);
        double uniform = Math.log(7); // the loss of a network that knows nothing
        Session silent = read.edit(new TableId.Parameter(ReadOut.WEIGHTS), weights -> weights.map(x -> 0));
        assertThat(DeepNetwork.loss(silent)).isCloseTo(uniform, within(1e-12));
        Session last = readOut(sentence, new ReadOut(7, false, Activation.SOFTMAX));
        assertThat(objective(last).aim()).isEqualTo(Aim.TABLE);
    }

    @Test
    void aReadOutHasAnObjectiveAndNothingElseHas() {
        Session without = DeepNetwork.session(4, Optional.empty());
        assertThatThrownBy(
                        () -> new Session("", table.network(), 4, table.numbers(), Optional.empty(), Vocabulary.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new Session("", without.network(), 4, without.numbers(), table.objective(), Vocabulary.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Session readOut(Session session, ReadOut readOut) {
        return Reshape.withReadOut(session, Optional.of(readOut)).change().session();
    }

    private static Objective objective(Session session) {
        return session.objective().orElseThrow();
    }

    private static Goal goal(Session session) {
        return session.inputs().goal().orElseThrow();
    }

    private static double[] weights(Session session) {
        return Stream.of(goal(session).weights().toArray())
                .mapToDouble(row -> row[0])
                .toArray();
    }

    private static Matrix column(double... values) {
        return Matrix.of(Stream.iterate(0, i -> i + 1)
                .limit(values.length)
                .map(i -> new double[] {values[i]})
                .toArray(double[][]::new));
    }

    private static Matrix rows(Matrix table, int... rows) {
        return table.rearranged(rows.length, table.columns(), row -> rows[row]);
    }
}
