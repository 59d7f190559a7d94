package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.plan.NetworkPlan;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NonFiniteTest {
    private final Cell cell = BuiltInCells.cell("lstm");

    @Nested
    class InOneLayer {
        private final Network network =
                new Network(3, List.of(new Layer(cell, 5, Directions.FORWARD)), Optional.empty());
        private final NetworkInputs zeros = zeros(network, 4);

        @Test
        void finiteNumbersHaveNone() {
            assertThat(first(network, zeros)).isEmpty();
        }

        @Test
        void aSpoiltInputIsFoundWhereItCameIn() {
            NetworkInputs spoilt = zeros.withInput(Matrix.zeros(8, 3).with(2 * 2 + 1, 0, Double.NaN));
            assertThat(first(network, spoilt)).contains(new NonFinite("0.forward", "x", false, 2, 1, 0));
        }

        @Test
        void soIsASpoiltInitialState() {
            Matrix state = Matrix.zeros(2, 5).with(1, 4, Double.POSITIVE_INFINITY);
            NetworkInputs spoilt = zeros.withInitialState(with(zeros.initialState(), "0.forward.c", state));
            assertThat(first(network, spoilt)).contains(new NonFinite("0.forward", "c", false, 0, 1, 4));
        }

        @Test
        void aSpoiltWeightIsFoundInTheFirstSumThatHasIt() {
            Matrix bias = Matrix.row(0, 0, Double.NaN, 0, 0);
            NetworkInputs spoilt = zeros.withParameters(with(zeros.parameters(), "0.forward.b.f", bias));
            assertThat(first(network, spoilt)).contains(new NonFinite("0.forward", "f.pre", false, 0, 0, 2));
        }

        @Test
        void aSpoiltGradientIsFoundInTheBackwardPassWhereItComesFirst() {
            NetworkInputs spoilt = zeros.withUpstream(Matrix.zeros(8, 5).with(2 * 2, 3, Double.NEGATIVE_INFINITY));
            assertThat(first(network, spoilt)).contains(new NonFinite("0.forward", "h'", true, 2, 0, 3));
        }

        @Test
        void withoutStepsThereIsNone() {
            NetworkInputs none = zeros(network, 0);
            Matrix spoilt = Matrix.filled(2, 5, Double.NaN);
            NetworkInputs inputs = none.withFinalState(with(none.finalState(), "0.forward.h", spoilt));
            assertThat(NonFinite.first(network, NetworkPlan.of(network, 2, 0).run(inputs)))
                    .isEmpty();
        }
    }

    /** What is spoilt above spoils the gradients below, and what is spoilt in a step all steps after it. */
    @Nested
    class InADeepNetwork {
        private final Network network = new Network(
                3,
                List.of(
                        new Layer(cell, 5, Directions.BOTH),
                        new Layer(cell, 2, Directions.BOTH),
                        new Layer(cell, 4, Directions.FORWARD)),
                Optional.empty());
        private final NetworkInputs zeros = zeros(network, 4);

        @ParameterizedTest
        @CsvSource({"0.forward, 0", "0.backward, 3", "1.forward, 0", "1.backward, 3", "2.forward, 0"})
        void aSpoiltWeightIsFoundInItsLayerAndDirectionAtTheFirstStepThatIsComputed(String part, int step) {
            Matrix bias = zeros.parameters().getOrDefault(part + ".b.f", Matrix.zeros(1, 1));
            NetworkInputs spoilt =
                    zeros.withParameters(with(zeros.parameters(), part + ".b.f", bias.with(0, 1, Double.NaN)));
            assertThat(first(network, spoilt)).contains(new NonFinite(part, "f.pre", false, step, 0, 1));
        }

        @Test
        void aSpoiltGradientIsFoundAtTheTopWhereItComesFirst() {
            NetworkInputs spoilt = zeros.withUpstream(Matrix.zeros(8, 4).with(2 * 2, 3, Double.NaN));
            assertThat(first(network, spoilt)).contains(new NonFinite("2.forward", "h'", true, 2, 0, 3));
        }

        @Test
        void inAReversedDirectionGradientsGoFromTheFirstStepOn() {
            Matrix state = Matrix.zeros(2, 2).with(1, 0, Double.NaN);
            NetworkInputs spoilt = zeros.withFinalState(with(zeros.finalState(), "1.backward.h", state));
            assertThat(first(network, spoilt)).contains(new NonFinite("1.backward", "h'", true, 0, 1, 0));
        }
    }

    private static Optional<NonFinite> first(Network network, NetworkInputs inputs) {
        return NonFinite.first(network, NetworkPlan.of(network, 2, 4).run(inputs));
    }

    private static Map<String, Matrix> with(Map<String, Matrix> tables, String name, Matrix table) {
        Map<String, Matrix> changed = new HashMap<>(tables);
        changed.put(name, table);
        return changed;
    }

    /** Of two sequences. */
    private static NetworkInputs zeros(Network network, int steps) {
        Map<String, Matrix> parameters = new HashMap<>();
        network.parameters().forEach((name, size) -> parameters.put(name, Matrix.zeros(size[0], size[1])));
        Map<String, Matrix> states = new HashMap<>();
        for (Part part : network.parts()) {
            for (String state : part.layer().cell().states()) {
                states.put(
                        part.key() + "." + state, Matrix.zeros(2, part.layer().hidden()));
            }
        }
        return new NetworkInputs(
                parameters,
                Matrix.zeros(2 * steps, network.inputs()),
                Collections.nCopies(2, steps),
                0,
                states,
                Matrix.zeros(2 * steps, network.width()),
                states,
                Optional.empty());
    }
}
