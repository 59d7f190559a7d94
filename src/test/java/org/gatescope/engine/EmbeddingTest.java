package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.plan.NetworkPlan;
import org.junit.jupiter.api.Test;

/** An embedding is held against a network that has no embedding and reads the looked up rows. */
class EmbeddingTest {
    private static final int TOKENS = 5;
    private static final int WIDTH = 3;
    private static final int HIDDEN = 4;
    private static final int[][] SENTENCES = {{4, 0, 2}, {2, 2, 1}};

    private final Layer layer = new Layer(BuiltInCells.cell("lstm"), HIDDEN, Directions.FORWARD);
    private final Matrix table = new Fill.Normal(0.7, 3).matrix(TOKENS, WIDTH);

    @Test
    void aTokenReadsItsRowAndItsGradientGoesThere() {
        NetworkTrace embedded = run(Optional.of(new Embedding(WIDTH)), TOKENS, oneHot());
        NetworkTrace direct = run(Optional.empty(), WIDTH, oneHot(table));
        double[][] expected = new double[TOKENS][WIDTH];
        for (int t = 0; t < 3; t++) {
            for (int n = 0; n < 2; n++) {
                for (int j = 0; j < HIDDEN; j++) {
                    assertThat(embedded.output().at(t, n, j))
                            .isCloseTo(direct.output().at(t, n, j), within(1e-14));
                }
                for (int j = 0; j < WIDTH; j++) {
                    expected[SENTENCES[n][t]][j] += direct.inputGradient().at(t, n, j);
                }
            }
        }
        Matrix gradient = embedded.parameterGradient(Embedding.TABLE);
        for (int v = 0; v < TOKENS; v++) {
            for (int j = 0; j < WIDTH; j++) {
                assertThat(gradient.get(v, j)).isCloseTo(expected[v][j], within(1e-14));
            }
        }
    }

    @Test
    void theGradientOfATokenIsThatOfItsShareInTheMixture() {
        NetworkTrace embedded = run(Optional.of(new Embedding(WIDTH)), TOKENS, oneHot());
        NetworkTrace direct = run(Optional.empty(), WIDTH, oneHot(table));
        for (int v = 0; v < TOKENS; v++) {
            double sum = 0;
            for (int j = 0; j < WIDTH; j++) {
                sum += direct.inputGradient().at(1, 0, j) * table.get(v, j);
            }
            assertThat(embedded.inputGradient().at(1, 0, v)).isCloseTo(sum, within(1e-14));
        }
    }

    private NetworkTrace run(Optional<Embedding> embedding, int inputs, Matrix input) {
        Network network = new Network(inputs, embedding, List.of(layer), Optional.empty());
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters()
                .forEach((name, size) ->
                        parameters.put(name, new Fill.Normal(0.7, name.hashCode()).matrix(size[0], size[1])));
        parameters.computeIfPresent(Embedding.TABLE, (name, drawn) -> table);
        Map<String, Matrix> states =
                Map.of("0.forward.h", Matrix.zeros(2, HIDDEN), "0.forward.c", Matrix.zeros(2, HIDDEN));
        NetworkInputs inputsOfRun = new NetworkInputs(
                parameters,
                input,
                List.of(3, 3),
                0,
                states,
                new Fill.Normal(1, 8).matrix(6, HIDDEN),
                states,
                Optional.empty());
        return NetworkPlan.of(network, 2, 3).run(inputsOfRun);
    }

    private static Matrix oneHot() {
        return oneHot(new Fill.Identity().matrix(TOKENS, TOKENS));
    }

    /** Row t · N + n is the row of its token. */
    private static Matrix oneHot(Matrix rows) {
        return rows.rearranged(6, rows.columns(), row -> SENTENCES[row % 2][row / 2]);
    }
}
