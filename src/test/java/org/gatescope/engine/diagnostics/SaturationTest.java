package org.gatescope.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gatescope.engine.Layer.Directions.BOTH;
import static org.gatescope.engine.Layer.Directions.FORWARD;

import java.util.List;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.diagnostics.DrawnNetworks.Example;
import org.gatescope.engine.diagnostics.Saturation.Kind;
import org.gatescope.engine.diagnostics.Saturation.Thresholds;
import org.junit.jupiter.api.Test;

class SaturationTest {
    private static List<Saturation> of(Example example, Thresholds thresholds) {
        return Saturation.of(example.network(), example.inputs(), example.run(), thresholds);
    }

    @Test
    void gatesAndSignedActivationsOfAnLstmAreFound() {
        List<Saturation> all = of(DrawnNetworks.layer(BuiltInCells.cell("lstm"), 2, BOTH, 3, 3, 1), Thresholds.USUAL);
        assertThat(all).extracting(Saturation::quantity).containsExactly("i", "f", "g", "o", "i", "f", "g", "o");
        assertThat(all).extracting(Saturation::part).startsWith("0.forward").endsWith("0.backward");
        assertThat(all.get(0).kind()).isEqualTo(Kind.GATE);
        assertThat(all.get(2).kind()).isEqualTo(Kind.SIGNED);
        assertThat(all).extracting(Saturation::values).containsOnly(4);
    }

    @Test
    void theStateOfASimpleNetworkIsAnActivation() {
        List<Saturation> all =
                of(DrawnNetworks.layer(BuiltInCells.cell("rnn-tanh"), 2, FORWARD, 2, 2), Thresholds.USUAL);
        assertThat(all).extracting(Saturation::quantity).containsExactly("h'");
        assertThat(of(DrawnNetworks.layer(BuiltInCells.cell("rnn-relu"), 2, FORWARD, 2, 2), Thresholds.USUAL))
                .isEmpty();
    }

    /** Values of unit 0 over the steps: 0.05, 0.5, 0.95; of unit 1: 0.2, NaN, 1. The sequence is over before the last. */
    @Test
    void sharesAreThoseOfTheValuesBeyondTheThresholds() {
        Cell cell = Cell.parse("state h\ng = hard_sigmoid(x)\ns = tanh(x)\nh' = g * s @ W");
        Example drawn = DrawnNetworks.layer(cell, 1, FORWARD, 4, 3);
        double[][] input = {{at(0.05), at(0.2), 0}, {at(0.5), Double.NaN, 0}, {at(0.95), at(1), 0}, {9, 9, 9}};
        Example example = drawn.with(drawn.inputs().withInput(Matrix.of(input)));
        Saturation usual = of(example, Thresholds.USUAL).getFirst();
        assertThat(usual.values()).isEqualTo(3);
        assertThat(usual.low()).isEqualTo(Matrix.row(1 / 3.0, 0, 0));
        assertThat(usual.high()).isEqualTo(Matrix.row(1 / 3.0, 1 / 3.0, 0));
        assertThat(usual.lowShare()).isCloseTo(1 / 9.0, within(1e-15));
        assertThat(usual.highShare()).isCloseTo(2 / 9.0, within(1e-15));
        Saturation wide = of(example, new Thresholds(0.3, 0.98, 0.9)).getFirst();
        assertThat(wide.low()).isEqualTo(Matrix.row(1 / 3.0, 1 / 3.0, 0));
        assertThat(wide.high()).isEqualTo(Matrix.row(0, 1 / 3.0, 0));
        Saturation signed = of(example, new Thresholds(0, 1, 0.97)).get(1);
        assertThat(signed.quantity()).isEqualTo("s");
        assertThat(signed.low()).isEqualTo(Matrix.row(1 / 3.0, 0, 0)); // tanh(-2.25) = -0.978
        assertThat(signed.high()).isEqualTo(Matrix.row(1 / 3.0, 1 / 3.0, 0));
    }

    /** Where hard_sigmoid has this value. */
    private static double at(double value) {
        return (value - 0.5) / 0.2;
    }

    @Test
    void withoutValuesNothingIsSaturated() {
        for (Example example : List.of(
                DrawnNetworks.layer(BuiltInCells.cell("gru"), 2, FORWARD, 0, 0),
                DrawnNetworks.layer(BuiltInCells.cell("gru"), 2, FORWARD, 3, 0),
                DrawnNetworks.layer(BuiltInCells.cell("gru"), 0, FORWARD, 3, 3))) {
            for (Saturation saturation : of(example, Thresholds.USUAL)) {
                assertThat(saturation.lowShare() + saturation.highShare()).isZero();
            }
        }
    }
}
