package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NonFinite;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.training.Divergence.What;
import org.junit.jupiter.api.Test;

class DivergenceTest {
    private final Lesson lesson = Lesson.of("lstm");

    private Divergence after(NetworkInputs inputs) {
        return Lesson.training(3)
                .next(lesson.plan(), inputs, Snapshot.first(inputs.parameters()))
                .divergence()
                .orElseThrow();
    }

    private NetworkInputs with(String parameter, int row, int column, double value) {
        Map<String, Matrix> parameters = new LinkedHashMap<>(lesson.inputs().parameters());
        parameters.computeIfPresent(parameter, (name, table) -> table.with(row, column, value));
        return lesson.inputs().withParameters(parameters);
    }

    @Test
    void healthyUpdatesHaveNone() {
        Snapshot next = Lesson.training(3)
                .next(
                        lesson.plan(),
                        lesson.inputs(),
                        Snapshot.first(lesson.inputs().parameters()));
        assertThat(next.hasDiverged()).isFalse();
        assertThat(next.norms().keySet()).isEqualTo(next.parameters().keySet());
        assertThat(next.changes().values()).allMatch(change -> change > 0 && Double.isFinite(change));
        double sum =
                next.norms().values().stream().mapToDouble(norm -> norm * norm).sum();
        assertThat(Math.sqrt(sum)).isEqualTo(next.norm(), org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void theQuantityIsNamedWithStepSequenceAndUnit() {
        Divergence divergence = after(with("0.forward.Wx.g", 1, 3, Double.NaN));
        assertThat(divergence.what()).isEqualTo(What.QUANTITY);
        NonFinite at = divergence.at().orElseThrow();
        assertThat(at.part()).isEqualTo("0.forward");
        assertThat(at.quantity()).isEqualTo("g.pre");
        assertThat(at.unit()).isEqualTo(3);
        assertThat(at.step()).as("token 1 comes first in sequence 1").isZero();
    }

    @Test
    void theReverseDirectionBeginsAtTheEnd() {
        NonFinite at = after(with("0.backward.b.o", 0, 2, Double.POSITIVE_INFINITY))
                .at()
                .orElseThrow();
        assertThat(at.part()).isEqualTo("0.backward");
        assertThat(at.step()).isEqualTo(Lesson.STEPS - 1);
    }

    @Test
    void theReadOutComesAfterTheLayers() {
        NonFinite at = after(with(ReadOut.WEIGHTS, 0, 2, Double.NaN)).at().orElseThrow();
        assertThat(at.part()).isEqualTo(ReadOut.KEY);
        assertThat(at.quantity()).isEqualTo("z");
        assertThat(at.unit()).isEqualTo(2);
    }

    @Test
    void anUpdateThatOverflowsAParameterIsOneToo() {
        Training wild = new Training(
                new Optimizer.Sgd(0, false),
                new LearningRate.Constant(Double.MAX_VALUE),
                new Clipping.None(),
                Double.MAX_VALUE,
                9);
        Snapshot next = wild.next(
                lesson.plan(), lesson.inputs(), Snapshot.first(lesson.inputs().parameters()));
        Divergence divergence = next.divergence().orElseThrow();
        assertThat(divergence.what()).isEqualTo(What.PARAMETER);
        assertThat(next.parameters()).containsKey(divergence.name());
        assertThat(divergence.at()).isEmpty();
    }
}
