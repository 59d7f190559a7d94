package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;

final class FixedParameterTest {
    private static final Cell CELL = Cell.parse("""
            size P = 3
            state h(P), c
            fixed M(P, H)
            param α(1)
            c' = tanh(x @ Wx + h @ (Wh * M) + b)
            h' = (α * c') @ Wp""");

    @Test
    void itIsNamedInFull() {
        Network network = new Network(
                2,
                List.of(new Layer(CELL, 5, Layer.Directions.TIED), new Layer(CELL, 1, Layer.Directions.BOTH)),
                Optional.empty());
        assertThat(network.fixed()).isEqualTo(Set.of("0.forward.M", "1.forward.M", "1.backward.M"));
        assertThat(network.width()).isEqualTo(6);
        assertThat(network.parameters().get("1.backward.Wx")).containsExactly(6, 1);
        assertThat(network.parameters().get("1.backward.Wp")).containsExactly(1, 3);
        assertThat(network.parameters().get("1.backward.α")).containsExactly(1, 1);
    }

    @Test
    void trainingLeavesItAlone() {
        Exercise lesson = Exercise.of(CELL);
        Training training = Exercise.training(3);
        Snapshot after = lesson.start();
        NetworkPlan plan = NetworkPlan.of(lesson.network(), Exercise.BATCH, Exercise.STEPS);
        for (int i = 0; i < 3; i++) {
            after = training.next(plan, lesson.inputs(), after);
        }
        Matrix before = lesson.start().parameters().get("0.forward.M");
        assertThat(after.parameters().get("0.forward.M")).isSameAs(before);
        assertThat(after.parameters().get("0.forward.Wh"))
                .isNotEqualTo(lesson.start().parameters().get("0.forward.Wh"));
        assertThat(after.loss()).isFinite();
    }

    /** As many units as inputs, whatever was asked for; the layer above has as many as this one puts out. */
    @Test
    void aSquareLayerHasAsManyUnitsAsInputs() {
        Cell square = Cell.parse("size D = H\nstate h\nh' = tanh(h @ U + b) + x");
        Network network = new Network(
                3,
                List.of(new Layer(square, 8, Layer.Directions.BOTH), new Layer(square, 8, Layer.Directions.FORWARD)),
                Optional.empty());
        assertThat(network.layers().stream().map(Layer::hidden)).containsExactly(3, 6);
        assertThat(Session.zeros("", network, 2, 3).numbers().upstream().columns())
                .isEqualTo(6);
    }
}
