package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds and products that the definitions of Keras and PyTorch give, at D 3 and H 4 and larger. */
class LibraryStartTest {
    private static Network network(String cell, int inputs, int hidden, Directions directions) {
        return new Network(
                50,
                Optional.of(new Embedding(inputs)),
                List.of(new Layer(BuiltInCells.cell(cell), hidden, directions)),
                Optional.of(new ReadOut(7, true, ReadOut.Activation.SOFTMAX)));
    }

    private static Matrix beside(Map<String, Matrix> parameters, String stem, String gates) {
        List<Matrix> blocks = new ArrayList<>();
        for (char gate : gates.toCharArray()) {
            blocks.add(parameters.getOrDefault("0.forward." + stem + "." + gate, Matrix.zeros(0, 0)));
        }
        int width = blocks.getFirst().columns();
        double[][] rows = new double[blocks.getFirst().rows()][width * blocks.size()];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                rows[row][column] = blocks.get(column / width).get(row, column % width);
            }
        }
        return Matrix.of(rows);
    }

    private static double largest(Matrix of) {
        double largest = 0;
        for (double[] row : of.toArray()) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    @ParameterizedTest
    @EnumSource
    void everyParameterHasItsShapeAndTheSameBitsEachTime(Framework as) {
        for (String cell : List.of("lstm-peephole", "gru", "rnn-tanh-two-biases")) {
            for (Directions directions : Directions.values()) {
                Network network = network(cell, 3, 4, directions);
                Map<String, Matrix> parameters = new LibraryStart(as, 5).parameters(network);
                assertThat(parameters.keySet()).isEqualTo(network.parameters().keySet());
                network.parameters().forEach((name, size) -> {
                    Matrix table = parameters.getOrDefault(name, Matrix.zeros(0, 0));
                    assertThat(List.of(table.rows(), table.columns())).as(name).containsExactly(size[0], size[1]);
                });
                assertThat(new LibraryStart(as, 5).parameters(network)).isEqualTo(parameters);
                assertThat(new LibraryStart(as, 6).parameters(network)).isNotEqualTo(parameters);
            }
        }
    }

    /** D 3 and H 4: √(6 / (3 + 16)) is 0.5620, where each gate by itself would have √(6 / 7) = 0.9258. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void kerasDrawsTheGatesTogether(long seed) {
        Map<String, Matrix> start =
                new LibraryStart(Framework.KERAS, seed).parameters(network("lstm", 3, 4, Directions.FORWARD));
        assertThat(largest(beside(start, "Wx", "ifgo"))).isLessThan(0.56196).isGreaterThan(0.45);
        Matrix kernel = beside(start, "Wh", "ifgo");
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                double product = 0;
                for (int k = 0; k < 16; k++) {
                    product += kernel.get(i, k) * kernel.get(j, k);
                }
                assertThat(product).as("U Uᵀ = 1").isCloseTo(i == j ? 1 : 0, within(1e-14));
            }
        }
        assertThat(start)
                .containsEntry("0.forward.b.f", Matrix.filled(1, 4, 1))
                .containsEntry("0.forward.b.i", Matrix.zeros(1, 4))
                .containsEntry("dense.b", Matrix.zeros(1, 7));
        assertThat(largest(start.getOrDefault(Embedding.TABLE, Matrix.zeros(1, 1))))
                .isLessThan(0.05)
                .isGreaterThan(0.045);
        assertThat(largest(start.getOrDefault("dense.W", Matrix.zeros(1, 1)))).isLessThan(Math.sqrt(6.0 / 11));
    }

    @Test
    void pyTorchDrawsBiasesToo() {
        Map<String, Matrix> start =
                new LibraryStart(Framework.PYTORCH, 9).parameters(network("gru-two-biases", 3, 16, Directions.BOTH));
        start.forEach((name, table) -> {
            if (name.startsWith("0.")) {
                assertThat(largest(table)).as(name).isLessThan(0.25).isGreaterThan(0.15);
            }
        });
        double limit = 1 / Math.sqrt(32);
        assertThat(largest(start.getOrDefault("dense.W", Matrix.zeros(1, 1))))
                .isLessThan(limit)
                .isGreaterThan(0.9 * limit);
        assertThat(largest(start.getOrDefault("dense.b", Matrix.zeros(1, 1))))
                .isLessThan(limit)
                .isGreaterThan(0);
        Matrix embedding = start.getOrDefault(Embedding.TABLE, Matrix.zeros(1, 1));
        assertThat(Math.sqrt(embedding.sumOfSquares() / 150)).isCloseTo(1, within(0.2));
    }
}
