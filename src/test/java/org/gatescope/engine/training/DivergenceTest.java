package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NonFinite;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.engine.training.Divergence.Place;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each place in which an update can leave the finite numbers while all that is computed before it is finite. */
class DivergenceTest {
    private static final double HUGE = 1e308;

    private static Place place(Snapshot snapshot) {
        return snapshot.divergence().orElseThrow().place();
    }

    @Nested
    class InANetworkWithBothDirectionsAndAReadOut {
        private final Exercise lesson = Exercise.of("lstm");

        private Snapshot next(NetworkInputs inputs) {
            return Exercise.training(3).next(lesson.plan(), inputs, Snapshot.first(inputs.parameters()));
        }

        private NetworkInputs with(String parameter, int row, int column, double value) {
            Map<String, Matrix> parameters = new LinkedHashMap<>(lesson.inputs().parameters());
            parameters.computeIfPresent(parameter, (name, table) -> table.with(row, column, value));
            return lesson.inputs().withParameters(parameters);
        }

        @Test
        void healthyUpdatesHaveNone() {
            assertThat(next(lesson.inputs()).hasDiverged()).isFalse();
        }

        @Test
        void theUpdateIsNotMade() {
            NetworkInputs spoilt = with("0.forward.Wx.g", 1, 3, Double.NaN);
            Snapshot next = next(spoilt);
            assertThat(next.epoch()).isZero();
            assertThat(next.parameters()).isEqualTo(spoilt.parameters());
            assertThat(next.divergence().orElseThrow().epoch()).isZero();
        }

        @Test
        void aQuantityIsNamedWithStepSequenceAndUnit() {
            assertThat(place(next(with("0.forward.Wx.g", 2, 3, Double.NaN))))
                    .as("every product with a NaN is NaN, and sequence 0 comes first")
                    .isEqualTo(new Place.Quantity(new NonFinite("0.forward", "g.pre", false, 0, 0, 3)));
        }

        @Test
        void theReverseDirectionBeginsAtTheEnd() {
            assertThat(place(next(with("0.backward.b.o", 0, 2, Double.POSITIVE_INFINITY))))
                    .isEqualTo(
                            new Place.Quantity(new NonFinite("0.backward", "o.pre", false, Exercise.STEPS - 1, 0, 2)));
        }

        @Test
        void ofSeveralTheOneThatIsComputedFirstIsNamed() {
            NetworkInputs spoilt = with(ReadOut.WEIGHTS, 0, 2, Double.NaN);
            NetworkInputs worse = spoilt.withUpstream(spoilt.upstream().with(Exercise.BATCH, 2, Double.NaN));
            assertThat(place(next(worse)))
                    .isEqualTo(new Place.Quantity(new NonFinite(ReadOut.KEY, "z", false, 0, 0, 2)));
        }

        @Test
        void theReadOutComesAfterTheLayers() {
            assertThat(place(next(with(ReadOut.WEIGHTS, 0, 2, Double.NaN))))
                    .isEqualTo(new Place.Quantity(new NonFinite(ReadOut.KEY, "z", false, 0, 0, 2)));
        }

        @Test
        void aGradientIsFoundInItsDirectionWhereItComesIn() {
            NetworkInputs inputs = lesson.inputs();
            NetworkInputs spoilt = new NetworkInputs(
                    inputs.parameters(),
                    inputs.input(),
                    inputs.lengths(),
                    0,
                    inputs.initialState(),
                    inputs.upstream().with(3 * Exercise.BATCH + 1, 2, Double.NEGATIVE_INFINITY),
                    inputs.finalState(),
                    inputs.goal());
            assertThat(place(next(spoilt)))
                    .isEqualTo(new Place.Quantity(new NonFinite("0.forward", "h'", true, 3, 1, 2)));
        }
    }

    /** {@code h' = x @ Wx.h + h @ Wh.h + b.h} of one unit, all weights 0, so that the gradient of each step is its upstream. */
    @Nested
    class OfNumbersThatOverflow {
        private static final Network NETWORK = new Network(
                1, List.of(new Layer(BuiltInCells.cell("rnn-identity"), 1, Directions.FORWARD)), Optional.empty());

        private Snapshot next(Optimizer optimizer, double rate, double... upstream) {
            Training training = new Training(optimizer, new LearningRate.Constant(rate), new Clipping.None(), 0, 9);
            NetworkInputs inputs = inputs(NETWORK, upstream, Optional.empty());
            NetworkPlan plan = NetworkPlan.of(NETWORK, 1, upstream.length);
            Snapshot first = training.next(plan, inputs, Snapshot.first(inputs.parameters()));
            return first.hasDiverged() ? first : training.next(plan, inputs, first);
        }

        private static NetworkInputs inputs(Network network, double[] upstream, Optional<Goal> goal) {
            Map<String, Matrix> parameters = new LinkedHashMap<>();
            network.parameters().forEach((name, size) -> parameters.put(name, Matrix.zeros(size[0], size[1])));
            Map<String, Matrix> state = Map.of("0.forward.h", Matrix.zeros(1, 1));
            int steps = upstream.length;
            Matrix gradients = Matrix.zeros(steps, 1);
            for (int t = 0; t < steps; t++) {
                gradients = gradients.with(t, 0, upstream[t]);
            }
            return new NetworkInputs(
                    parameters, Matrix.zeros(steps, 1), List.of(steps), 0, state, gradients, state, goal);
        }

        @Test
        void aGradientThatIsASumOverTime() {
            assertThat(place(next(new Optimizer.Sgd(0, false), 0.1, HUGE, HUGE)))
                    .isEqualTo(new Place.Gradient("0.forward.b.h", 0, 0));
        }

        @Test
        void theNormOfAllGradients() {
            assertThat(place(next(new Optimizer.Sgd(0, false), 0.1, 1e200))).isEqualTo(new Place.GradientNorm());
        }

        @Test
        void aParameterInTheUpdate() {
            Snapshot found = next(new Optimizer.Sgd(0, false), 1e200, 1e150);
            assertThat(place(found)).isEqualTo(new Place.Parameter("0.forward.b.h", 0, 0));
            assertThat(found.parameters().values()).allMatch(Matrix::isFinite);
        }

        @Test
        void whatTheOptimizerRemembers() {
            Snapshot found = next(new Optimizer.Adagrad(1e-8), 0.1, 1.2e154);
            assertThat(place(found)).isEqualTo(new Place.Slot("0.forward.b.h", 0, 0));
            assertThat(found.epoch()).as("the first sum of squares is finite").isEqualTo(1);
        }

        @Test
        void aLossOfStepsThatAreFinite() {
            Network network = new Network(1, NETWORK.layers(), Optional.of(new ReadOut(1, true, Activation.IDENTITY)));
            Goal goal = new Goal(
                    new Loss(Loss.Kind.MEAN_SQUARED, Loss.Average.SUM),
                    Matrix.filled(2, 1, 1.2e154),
                    Matrix.filled(2, 1, 1));
            NetworkInputs inputs = inputs(network, new double[2], Optional.of(goal));
            Snapshot found = Exercise.training(1)
                    .next(NetworkPlan.of(network, 1, 2), inputs, Snapshot.first(inputs.parameters()));
            assertThat(place(found)).isEqualTo(new Place.Loss());
        }
    }
}
