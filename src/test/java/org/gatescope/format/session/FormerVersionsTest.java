package org.gatescope.format.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.Framework;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;
import org.gatescope.engine.training.WeightDecay;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of former versions mean what they meant. */
class FormerVersionsTest {
    private static final String NOTHING = "{\"name\": \"none\"}";
    private static final String CONSTANT = "{\"name\": \"constant\", \"rate\": 0.5}";

    /** @param training as version 1 wrote it */
    private static SavedSession first(String training) throws FormatException {
        String now = new String(
                SessionJson.write(SavedSession.of(Example.SMALL_SEQUENCE.session())), StandardCharsets.UTF_8);
        String then = now.replace("\"schemaVersion\": 2", "\"schemaVersion\": 1")
                .replaceFirst("(?s)\"training\": \\{.*?\n  \\},", "\"training\": " + training + ",");
        return SessionJson.read(then.getBytes(StandardCharsets.UTF_8));
    }

    private static String training(String optimizer, String rate, String clipping, int epochs) {
        return "{\"optimizer\": %s, \"learningRate\": %s, \"clipping\": %s, \"weightDecay\": 0.25, \"epochs\": %d}"
                .formatted(optimizer, rate, clipping, epochs);
    }

    static Stream<Arguments> optimizers() {
        return Stream.of(
                Arguments.of(
                        "{\"name\": \"sgd\", \"momentum\": 0.5, \"nesterov\": true}",
                        new Optimizer.Sgd(0.5, true),
                        WeightDecay.coupled(0.25)),
                Arguments.of(
                        "{\"name\": \"sgd-over-batch\", \"batch\": 3}",
                        new Optimizer.SgdOverBatch(3),
                        WeightDecay.coupled(0.25)),
                Arguments.of(
                        "{\"name\": \"rmsprop\", \"decay\": 0.9, \"epsilon\": 1e-8}",
                        new Optimizer.RmsProp(0.9, 1e-8),
                        WeightDecay.coupled(0.25)),
                Arguments.of(
                        "{\"name\": \"adagrad\", \"epsilon\": 1e-8}",
                        new Optimizer.Adagrad(1e-8),
                        WeightDecay.coupled(0.25)),
                Arguments.of(
                        "{\"name\": \"adam\", \"beta1\": 0.9, \"beta2\": 0.99, \"epsilon\": 1e-8,"
                                + " \"decoupledDecay\": 0.01}",
                        new Optimizer.Adam(0.9, 0.99, 1e-8),
                        new WeightDecay(0.25, 0.01, false)));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void optimizersWerePyTorchs(String written, Optimizer optimizer, WeightDecay decay) throws FormatException {
        Training read = first(training(written, CONSTANT, NOTHING, 3)).session().training();
        assertThat(read)
                .isEqualTo(new Training(optimizer, new LearningRate.Constant(0.5), new Clipping.None(), decay, 3));
    }

    @Test
    void theNormWasThePapers() throws FormatException {
        String sgd = "{\"name\": \"sgd\", \"momentum\": 0, \"nesterov\": false}";
        String norm = "{\"name\": \"norm\", \"limit\": 2}";
        assertThat(first(training(sgd, CONSTANT, norm, 3)).session().training().clipping())
                .isEqualTo(new Clipping.ByNorm(2, Framework.KERAS));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 100})
    void aCosineReachedItsLastRateInTheLastEpoch(int epochs) throws FormatException {
        String sgd = "{\"name\": \"sgd\", \"momentum\": 0, \"nesterov\": false}";
        String cosine = "{\"name\": \"cosine\", \"rate\": 0.5, \"last\": 0.1}";
        Training read = first(training(sgd, cosine, NOTHING, epochs)).session().training();
        for (int epoch = 0; epoch < epochs; epoch++) {
            double share = epochs <= 1 ? 0 : (double) epoch / (epochs - 1);
            double then = 0.1 + 0.4 * (1 + Math.cos(Math.PI * share)) / 2;
            assertThat(read.learningRate().at(epoch, epochs)).isCloseTo(then, within(1e-15));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3", "[]", "{}", "{\"optimizer\": 3}", "{\"optimizer\": {\"name\": 3}, \"weightDecay\": []}"})
    void whatIsOddIsRefusedAsEver(String training) {
        assertThatThrownBy(() -> first(training)).isInstanceOf(FormatException.class);
    }
}
