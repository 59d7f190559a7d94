package org.gatescope.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NonFinite;
import org.gatescope.engine.training.Divergence.Place;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.session.Run;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.Test;

class DivergenceNumberTest {
    private static final Run RUN = Run.of(Example.SENTENCE.session());

    @Test
    void quantitiesOpenAtTheirStep() {
        assertThat(DivergenceNumber.of(new Place.Quantity(new NonFinite("0.forward", "c'", true, 3, 0, 5)), RUN))
                .contains(new OfStep("0.forward", "d.c'", 3, 0, 5));
        assertThat(DivergenceNumber.of(new Place.Quantity(new NonFinite("0.forward", "f", false, 2, 0, 1)), RUN))
                .contains(new OfStep("0.forward", "f", 2, 0, 1));
        assertThat(DivergenceNumber.of(new Place.Loss(), RUN)).contains(new NumberId.Loss());
    }

    @Test
    void whatTheUpdateMakesOpensTheGradientItIsMadeOf() {
        NumberId gradient = new GradientOfGiven(new TableId.Parameter("0.forward.Wh.f"), 1, 2);
        assertThat(DivergenceNumber.of(new Place.Gradient("0.forward.Wh.f", 1, 2), RUN))
                .contains(gradient);
        assertThat(DivergenceNumber.of(new Place.Parameter("0.forward.Wh.f", 1, 2), RUN))
                .contains(gradient);
        assertThat(DivergenceNumber.of(new Place.Slot("0.forward.Wh.f", 1, 2), RUN))
                .contains(gradient);
    }

    @Test
    void theNormOpensTheLargestGradient() {
        GradientOfGiven opened = (GradientOfGiven)
                DivergenceNumber.of(new Place.GradientNorm(), RUN).orElseThrow();
        Map<String, Matrix> gradients = RUN.trace().parameterGradients();
        String name = ((TableId.Parameter) opened.table()).name().text();
        double largest = gradients.values().stream()
                .flatMap(matrix -> Stream.of(matrix.toArray()))
                .flatMapToDouble(DoubleStream::of)
                .map(Math::abs)
                .max()
                .orElseThrow();
        assertThat(Math.abs(Objects.requireNonNull(gradients.get(name)).get(opened.row(), opened.column())))
                .isEqualTo(largest);
    }
}
