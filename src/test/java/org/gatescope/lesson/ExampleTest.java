package org.gatescope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Series;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the gallery says of its examples holds. */
class ExampleTest {
    /** Gradient of the output at each step of the first sequence, as a norm. */
    private static double[] flow(Session session) {
        Series gradient = Run.of(session).trace().part("0.forward").gradient(Cell.after("h"));
        double[] norms = new double[gradient.steps()];
        for (int t = 0; t < norms.length; t++) {
            norms[t] =
                    Math.sqrt(Arrays.stream(gradient.row(t, 0)).map(g -> g * g).sum());
        }
        return norms;
    }

    @Test
    void theGradientExplodes() {
        double[] flow = flow(Example.EXPLODING.session());
        assertThat(flow[0] / flow[flow.length - 1]).isBetween(1e3, 1e6);
    }

    @Test
    void theIdentityMatrixKeepsWhatItLetsThrough() {
        double[] flow = flow(Example.IDENTITY_MATRIX.session());
        assertThat(flow[0]).isGreaterThan(0.3 * flow[flow.length - 1]);
    }

    @Test
    void theGradientEndsWhereItsChunkBegins() {
        double[] flow = flow(Example.TRUNCATED.session());
        assertThat(flow[15]).isPositive();
        assertThat(Arrays.stream(flow, 0, 15).sum()).isZero();
    }

    @Test
    void theLostGradientStaysAtTheLastWord() {
        double[] flow = flow(Example.LOST_GRADIENT.session());
        assertThat(flow[flow.length - 1]).isPositive();
        assertThat(Arrays.stream(flow, 0, flow.length - 1).sum()).isZero();
    }

    @Test
    void onlyClippedGradientsLearn() {
        Session session = Example.CLIPPING.session();
        double before = loss(session);
        assertThat(loss(trained(session))).isLessThan(0.2 * before);
        Session unclipped = session.withTraining(session.training().with(new Clipping.None()));
        assertThat(loss(trained(unclipped)) < before).isFalse();
    }

    private static double loss(Session session) {
        return Run.of(session).trace().readOut().orElseThrow().loss();
    }

    private static Session trained(Session session) {
        NetworkPlan plan = NetworkPlan.of(session.network(), session.batch(), session.steps());
        Snapshot snapshot = Snapshot.first(session.numbers().parameters());
        for (int epoch = 0; epoch < session.training().epochs(); epoch++) {
            snapshot = session.training().next(plan, session.inputs(), snapshot);
        }
        Snapshot last = snapshot;
        return session.withNumbers(numbers -> numbers.withParameters(last.parameters()));
    }

    @Test
    void mistakesChangeNumbers() {
        assertThat(flow(Example.MISSING_TRANSPOSE.session())).isNotEqualTo(flow(Example.SMALL_SEQUENCE.session()));
        Run right = Run.of(Example.AGREEMENT.session());
        Run kept = Run.of(Example.STATE_KEPT.session());
        assertThat(kept.trace().readOut().orElseThrow().loss())
                .isNotEqualTo(right.trace().readOut().orElseThrow().loss());
    }

    /** What a study notebook is, is said where they stand. */
    @ParameterizedTest
    @EnumSource
    void onlyTheirGroupTalksOfNotebooks(Example example) {
        boolean isOne = example.group() == ExampleGroup.NOTEBOOKS;
        assertThat(example.title().toLowerCase(Locale.ROOT).contains("notebook"))
                .isEqualTo(isOne);
        assertThat(isOne || !example.purpose().contains("otebook")).isTrue();
    }
}
