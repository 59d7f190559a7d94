package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.training.Initialiser.Distribution;
import org.gatescope.engine.training.Initialiser.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InitialiserTest {
    private static final Layer LSTM = new Layer(BuiltInCells.cell("lstm-peephole"), 8, Directions.BOTH);
    private static final Layer GRU = new Layer(BuiltInCells.cell("gru"), 5, Directions.TIED);
    private static final ReadOut READ_OUT = new ReadOut(7, true, ReadOut.Activation.SOFTMAX);

    private static Network network(Layer... layers) {
        return new Network(9, Optional.of(new Embedding(4)), List.of(layers), Optional.of(READ_OUT));
    }

    @ParameterizedTest
    @EnumSource
    void everyParameterHasItsShapeAndTheSameBitsEachTime(Kind kind) {
        Distribution distribution = new Distribution(kind, 0.5);
        Initialiser initialiser = new Initialiser(distribution, distribution, distribution, 0.25, 1, 42);
        Network network = network(LSTM, GRU);
        Map<String, Matrix> parameters = initialiser.parameters(network);
        assertThat(parameters.keySet()).isEqualTo(network.parameters().keySet());
        network.parameters().forEach((name, size) -> {
            Matrix matrix = parameters.getOrDefault(name, Matrix.zeros(0, 0));
            assertThat(List.of(matrix.rows(), matrix.columns())).as(name).containsExactly(size[0], size[1]);
        });
        assertThat(initialiser.parameters(network(LSTM, GRU))).isEqualTo(parameters);
    }

    @Test
    void aLayerOnTopChangesNoneOfTheOthers() {
        Map<String, Matrix> small = Lesson.initialiser(7).parameters(network(LSTM));
        Map<String, Matrix> large = Lesson.initialiser(7).parameters(network(LSTM, GRU));
        small.forEach((name, matrix) -> {
            if (!name.equals(ReadOut.WEIGHTS)) { // it reads the top layer, which is another
                assertThat(large.get(name)).as(name).isEqualTo(matrix);
            }
        });
    }

    @Test
    void noTwoMatricesAreAlikeAndAnotherSeedGivesOthers() {
        Distribution normal = new Distribution(Kind.NORMAL, 1);
        Set<Double> firsts = new HashSet<>();
        int matrices = 0;
        for (long seed = 0; seed < 50; seed++) {
            for (Matrix matrix : new Initialiser(normal, normal, normal, 0, 0, seed)
                    .parameters(network(LSTM, GRU))
                    .values()) {
                if (matrix.rows() > 1) {
                    matrices++;
                    firsts.add(matrix.get(0, 0));
                }
            }
        }
        assertThat(firsts).hasSize(matrices);
    }

    @Test
    void biasesAreConstantAndTheForgetGateHasItsOwn() {
        Distribution normal = new Distribution(Kind.NORMAL, 1);
        Map<String, Matrix> parameters =
                new Initialiser(normal, normal, normal, 0.25, 2, 1).parameters(network(LSTM, GRU));
        assertThat(parameters.get("0.forward.b.i")).isEqualTo(Matrix.filled(1, 8, 0.25));
        assertThat(parameters.get("0.backward.b.f")).isEqualTo(Matrix.filled(1, 8, 2));
        assertThat(parameters.get("1.forward.bh.n")).isEqualTo(Matrix.filled(1, 5, 0.25));
        assertThat(parameters.get(ReadOut.BIAS)).isEqualTo(Matrix.filled(1, 7, 0.25));
        assertThat(parameters.get("0.forward.p.i")).isEqualTo(Matrix.zeros(1, 8));
    }

    @Test
    void spreadsFollowTheFans() {
        assertThat(largest(new Distribution(Kind.UNIFORM, 0.3))).isBetween(0.29, 0.3);
        assertThat(largest(new Distribution(Kind.GLOROT, 1)))
                .isBetween(0.95 * Math.sqrt(6.0 / 500), Math.sqrt(6.0 / 500));
        assertThat(deviation(new Distribution(Kind.HE, 1))).isCloseTo(Math.sqrt(2.0 / 200), within(0.002));
        assertThat(deviation(new Distribution(Kind.NORMAL, 0.7))).isCloseTo(0.7, within(0.01));
    }

    private static double largest(Distribution distribution) {
        double largest = 0;
        for (double[] row : distribution.matrix(200, 300, 5).toArray()) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    private static double deviation(Distribution distribution) {
        return Math.sqrt(distribution.matrix(200, 300, 5).sumOfSquares() / 60_000);
    }
}
