package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.junit.jupiter.api.Test;

class NonFiniteTest {
    private final Cell cell = BuiltInCells.cell("lstm");
    private final Sizes sizes = new Sizes(2, 4, 3, 5);
    private final LayerInputs zeros = Inputs.zeros(cell, sizes);

    @Test
    void finiteNumbersHaveNone() {
        assertThat(NonFinite.first(cell, run(zeros))).isEmpty();
    }

    @Test
    void aSpoiltInputIsFoundWhereItCameIn() {
        LayerInputs spoilt = zeros.withInput(Matrix.zeros(8, 3).with(2 * 2 + 1, 0, Double.NaN));
        assertThat(NonFinite.first(cell, run(spoilt))).contains(new NonFinite("", "x", false, 2, 1, 0));
    }

    @Test
    void soIsASpoiltInitialState() {
        Matrix state = Matrix.zeros(2, 5).with(1, 4, Double.POSITIVE_INFINITY);
        LayerInputs spoilt = zeros.withInitialState(Map.of("h", Matrix.zeros(2, 5), "c", state));
        assertThat(NonFinite.first(cell, run(spoilt))).contains(new NonFinite("", "c", false, 0, 1, 4));
    }

    @Test
    void aSpoiltWeightIsFoundInTheFirstSumThatHasIt() {
        Map<String, Matrix> parameters = new HashMap<>(zeros.parameters());
        parameters.put("b.f", Matrix.row(0, 0, Double.NaN, 0, 0));
        assertThat(NonFinite.first(cell, run(zeros.withParameters(parameters))))
                .contains(new NonFinite("", "f.pre", false, 0, 0, 2));
    }

    @Test
    void aSpoiltGradientIsFoundInTheBackwardPassWhereItComesFirst() {
        LayerInputs spoilt = zeros.withUpstream(Matrix.zeros(8, 5).with(2 * 2, 3, Double.NEGATIVE_INFINITY));
        assertThat(NonFinite.first(cell, run(spoilt))).contains(new NonFinite("", "h'", true, 2, 0, 3));
    }

    @Test
    void withoutStepsThereIsNone() {
        Sizes none = new Sizes(2, 0, 3, 5);
        LayerInputs inputs = Inputs.zeros(cell, none)
                .withFinalState(Map.of("h", Matrix.filled(2, 5, Double.NaN), "c", Matrix.zeros(2, 5)));
        assertThat(NonFinite.first(cell, Plan.of(cell, none).run(inputs))).isEmpty();
    }

    private Trace run(LayerInputs inputs) {
        return Plan.of(cell, sizes).run(inputs);
    }
}
