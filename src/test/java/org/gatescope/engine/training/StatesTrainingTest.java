package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.plan.NetworkPlan;
import org.junit.jupiter.api.Test;

/**
 * A loss that sits on the states themselves, as in github.com/nicodjimenez/lstm: plain descent on (h₁ − 0.2)² + (h₂ + 0.2)²
 * of one tanh unit. With a read-out of weight 1 in between, which would be trained too, the second loss would be another:
 * 0.1127. The figures were computed with NumPy.
 */
class StatesTrainingTest {
    private static final double[] LOSSES = {0.7472077688707144, 0.16109648766035597, 0.08012973190415483};

    @Test
    void onlyTheLayersLearn() {
        Layer layer = new Layer(Cell.parse("state h\nh' = tanh(x @ W + h @ U + b)"), 1, Directions.FORWARD);
        Network network = new Network(1, List.of(layer), Optional.of(new ReadOut(1, true, Activation.STATES)));
        NetworkInputs inputs = new NetworkInputs(
                Map.of("0.forward.W", Matrix.row(0.5), "0.forward.U", Matrix.row(0.5), "0.forward.b", Matrix.row(0)),
                Matrix.filled(2, 1, 1),
                List.of(2),
                0,
                Map.of("0.forward.h", Matrix.row(0)),
                Matrix.zeros(2, 1),
                Map.of("0.forward.h", Matrix.row(0)),
                Optional.of(new Goal(
                        new Loss(Loss.Kind.MEAN_SQUARED, Loss.Average.SUM),
                        Matrix.of(new double[][] {{0.2}, {-0.2}}),
                        Matrix.filled(2, 1, 1))));
        Training training = new Training(
                new Optimizer.Sgd(0, false), new LearningRate.Constant(0.1), new Clipping.None(), 0, LOSSES.length);
        NetworkPlan plan = NetworkPlan.of(network, 1, 2);
        Snapshot snapshot = Snapshot.first(inputs.parameters());
        for (double loss : LOSSES) {
            snapshot = training.next(plan, inputs, snapshot);
            assertThat(snapshot.loss()).isCloseTo(loss, within(1e-15));
        }
        assertThat(number(snapshot, "W")).isCloseTo(0.2390648414760978, within(1e-15));
        assertThat(number(snapshot, "U")).isCloseTo(0.44444695851932486, within(1e-15));
        assertThat(number(snapshot, "b")).isCloseTo(-0.2609351585239022, within(1e-15));
    }

    private static double number(Snapshot snapshot, String parameter) {
        return snapshot.parameters()
                .getOrDefault("0.forward." + parameter, Matrix.row(Double.NaN))
                .get(0, 0);
    }
}
