package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Fill;
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
import org.junit.jupiter.params.provider.MethodSource;

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

    static Stream<Network> grown() {
        Layer oneWay = new Layer(LSTM.cell(), 8, Directions.FORWARD);
        return Stream.of(
                network(LSTM, GRU),
                network(oneWay),
                new Network(9, Optional.of(new Embedding(4)), List.of(LSTM), Optional.empty()),
                new Network(4, Optional.empty(), List.of(LSTM), Optional.of(READ_OUT)));
    }

    @ParameterizedTest
    @MethodSource("grown")
    void whatIsAddedOrTakenAwayChangesNoneOfTheOthers(Network other) {
        Map<String, Matrix> known = Exercise.initialiser(7).parameters(network(LSTM));
        Map<String, Matrix> parameters = Exercise.initialiser(7).parameters(other);
        Set<String> common = new HashSet<>(known.keySet());
        common.retainAll(parameters.keySet());
        if (other.width() != LSTM.ownWidth()) {
            common.remove(ReadOut.WEIGHTS); // they read another top layer
        }
        assertThat(common).hasSizeGreaterThan(10);
        common.forEach(name -> assertThat(parameters.get(name)).as(name).isEqualTo(known.get(name)));
    }

    @Test
    void noTwoMatricesAreAlikeAndAnotherSeedGivesOthers() {
        Distribution normal = new Distribution(Kind.NORMAL, 1);
        Set<Double> firsts = new HashSet<>();
        int matrices = 0;
        for (long seed : new long[] {0, 1, 2, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, 1L << 33}) {
            for (Matrix matrix : new Initialiser(normal, normal, normal, 0, 0, seed)
                    .parameters(network(LSTM, GRU, LSTM, GRU))
                    .values()) {
                if (matrix.rows() > 1) {
                    matrices++;
                    firsts.add(matrix.get(0, 0));
                }
            }
        }
        assertThat(matrices).isGreaterThan(300);
        assertThat(firsts).hasSize(matrices);
    }

    /** SplitMix64 computed by hand. */
    @Test
    void theBitsStayTheSameFromVersionToVersion() {
        Map<String, Matrix> parameters = Exercise.initialiser(42).parameters(network(LSTM));
        assertThat(first(parameters, Embedding.TABLE)).isEqualTo(-0.15357171753716745);
        assertThat(first(parameters, "0.forward.Wx.i")).isEqualTo(0.6279268897598344);
        assertThat(first(parameters, ReadOut.WEIGHTS)).isEqualTo(-0.1674219780377023);
    }

    private static double first(Map<String, Matrix> parameters, String name) {
        return parameters.getOrDefault(name, Matrix.zeros(1, 1)).get(0, 0);
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
    void aScaleStretchesWhatIsDrawn() {
        assertThat(new Distribution(Kind.UNIFORM, 0.3).matrix(20, 30, 5))
                .isEqualTo(new Fill.Uniform(0.3, 5).matrix(20, 30));
        assertThat(new Distribution(Kind.GLOROT, 2).matrix(20, 30, 5))
                .isEqualTo(new Fill.Glorot(5).matrix(20, 30).map(value -> 2 * value));
        assertThat(new Distribution(Kind.IDENTITY, 0.5).matrix(2, 2, 5)).isEqualTo(Matrix.of(new double[][] {
            {0.5, 0}, {0, 0.5}
        }));
        assertThat(new Distribution(Kind.CONSTANT, 0.5).matrix(1, 2, 5)).isEqualTo(Matrix.row(0.5, 0.5));
    }
}
