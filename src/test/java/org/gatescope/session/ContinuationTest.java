package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuationTest {
    private static Session trained(Task task) {
        Session session = task.session(1);
        NetworkPlan plan = NetworkPlan.of(session.network(), session.batch(), session.steps());
        Snapshot snapshot = Snapshot.first(session.numbers().parameters());
        for (int epoch = 0; epoch < session.training().epochs(); epoch++) {
            snapshot = session.training().next(plan, session.inputs(), snapshot);
        }
        Snapshot last = snapshot;
        return session.withNumbers(numbers -> numbers.withParameters(last.parameters()));
    }

    @Test
    void aTrainedNetworkSaysHello() {
        Continuation hello = Continuation.of(trained(Task.HELLO), 0, 1, 4, 0, 1, Progress.NONE);
        assertThat(String.join("", hello.words())).isEqualTo("hello");
    }

    @Test
    void aSineGoesOn() {
        Session session = trained(Task.SINE);
        Continuation wave = Continuation.of(session, 0, 10, 20, 0, 1, Progress.NONE);
        for (int t = 0; t < 30; t++) {
            assertThat(wave.session().numbers().input().get(t, 0))
                    .isCloseTo(session.numbers().input().get(t * session.batch(), 0), within(0.4));
        }
    }

    /** The session that is shown computes, all steps at once, what was fed back one by one. */
    @ParameterizedTest
    @EnumSource(
            value = Task.class,
            names = {"HELLO", "SINE", "SQUARE", "COUNTING", "REBER"})
    void whatIsReadIsWhatTheStepBeforePutsOut(Task task) {
        Continuation on = Continuation.of(task.session(4), 0, 1, 12, 0, 1, Progress.NONE);
        Session grown = on.session();
        Run run = Run.of(grown);
        boolean isOfClasses = grown.network().readOut().orElseThrow().activation() == ReadOut.Activation.SOFTMAX;
        assertThat(grown.steps()).isEqualTo(13);
        for (int t = 0; t + 1 < grown.steps(); t++) {
            int best = 0;
            for (int k = 0; k < grown.network().inputs(); k++) {
                double output = run.trace().readOut().orElseThrow().outputs().at(t, 0, k);
                best = output > run.trace().readOut().orElseThrow().outputs().at(t, 0, best) ? k : best;
                if (!isOfClasses) {
                    assertThat(grown.numbers().input().get(t + 1, k)).isCloseTo(output, within(1e-12));
                }
            }
            if (isOfClasses) {
                assertThat(grown.numbers().input().get(t + 1, best)).isEqualTo(1);
            }
        }
    }

    @Test
    void deepNetworksWithAnEmbeddingGoOn() {
        Session session = Example.THREE_SENTENCES.session();
        for (int layer = 0; layer < 2; layer++) {
            int index = layer;
            session = Reshape.withLayer(
                            session, index, new Layer(BuiltInCells.cell("gru"), 4, Layer.Directions.FORWARD))
                    .change()
                    .session();
        }
        Continuation on = Continuation.of(session, 1, 2, 6, 0, 1, Progress.NONE);
        Run run = Run.of(on.session());
        for (int t = 1; t + 1 < 8; t++) {
            for (int k = 0; k < 8; k++) {
                int read = hot(on.session(), t + 1);
                var outputs = run.trace().readOut().orElseThrow().outputs();
                assertThat(outputs.at(t, 0, k)).isLessThanOrEqualTo(outputs.at(t, 0, read));
            }
        }
    }

    private static int hot(Session session, int step) {
        int k = 0;
        while (session.numbers().input().get(step, k) != 1) {
            k++;
        }
        return k;
    }

    @Test
    void aHighTemperatureDrawsManyWordsAndALowOneTheLikeliest() {
        Session session = trained(Task.HELLO);
        Set<String> hot = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            hot.add(String.join(
                    "",
                    Continuation.of(session, 0, 1, 4, 100, seed, Progress.NONE).words()));
            assertThat(String.join(
                            "",
                            Continuation.of(session, 0, 1, 4, 0.01, seed, Progress.NONE)
                                    .words()))
                    .isEqualTo("hello");
        }
        assertThat(hot).hasSizeGreaterThan(10);
        assertThat(Continuation.of(session, 0, 1, 9, 2, 5, Progress.NONE))
                .isEqualTo(Continuation.of(session, 0, 1, 9, 2, 5, Progress.NONE));
    }

    @Test
    void whatCannotGoOnIsRefusedInASentence() {
        assertThat(Continuation.refusal(Example.SENTENCE.session()).orElseThrow())
                .is(saying("session:go-on.no-read-out"));
        assertThat(Continuation.refusal(Example.THREE_SENTENCES.session()).orElseThrow())
                .is(saying("session:go-on.both-ways"));
        assertThat(Continuation.refusal(Task.DELAYED_RECALL.session(1)).orElseThrow())
                .is(saying("session:go-on.last-step"));
        ReadOut wider = new ReadOut(6, true, ReadOut.Activation.SOFTMAX);
        Session widths = Reshape.withReadOut(Task.HELLO.session(1), Optional.of(wider))
                .change()
                .session();
        assertThat(Continuation.refusal(widths).orElseThrow()).is(holding("session:go-on.widths", 6, 4));
        assertThat(Continuation.refusal(Task.HELLO.session(1))).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void aTemperatureThatIsNoneIsRefused(double temperature) {
        assertThatThrownBy(() -> Continuation.of(Task.HELLO.session(1), 0, 1, 1, temperature, 1, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .is(saying("session:go-on.temperature", temperature));
    }

    @Test
    void stepsOutOfRangeAreRefused() {
        Session session = Task.HELLO.session(1);
        for (int given : List.of(0, 5)) {
            assertThatThrownBy(() -> Continuation.of(session, 0, given, 1, 0, 1, Progress.NONE))
                    .message()
                    .is(saying("session:go-on.given", given));
        }
        for (int given : List.of(0, 1)) {
            assertThatThrownBy(() -> Continuation.of(session.withLength(0, 0), 0, given, 1, 0, 1, Progress.NONE))
                    .message()
                    .is(saying("session:go-on.empty"));
        }
        for (int count : List.of(0, Continuation.MOST + 1)) {
            assertThatThrownBy(() -> Continuation.of(session, 0, 1, count, 0, 1, Progress.NONE))
                    .message()
                    .is(saying("session:go-on.count", count));
        }
    }
}
