package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer.Directions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where time is cut, by hand: h' = w h, so that a gradient is multiplied by w at each step that it passes. */
class TruncationTest {
    private static final double W = 0.5;

    @ParameterizedTest
    @CsvSource({
        "4, 0, 0.0625", // all four steps
        "4, 2, 0", // cut after the second
        "2, 2, 0.25", // ended where a chunk does: its last state's gradient has arrived there and is not cut
        "1, 2, 0.5", // ended within a chunk
        "3, 2, 0",
        "0, 2, 1"
    })
    void theGradientOfTheLastStateReachesTheFirstUnlessItIsCutOnTheWay(int length, int chunk, double expected) {
        Cell cell = Cell.parse("state h\nh' = w * h");
        Network network = new Network(1, List.of(new Layer(cell, 1, Directions.FORWARD)), Optional.empty());
        NetworkInputs inputs = new NetworkInputs(
                Map.of("0.forward.w", Matrix.row(W)),
                Matrix.zeros(4, 1),
                List.of(length),
                chunk,
                Map.of("0.forward.h", Matrix.row(1)),
                Matrix.zeros(4, 1),
                Map.of("0.forward.h", Matrix.row(1)),
                Optional.empty());
        NetworkTrace trace = NetworkPlan.of(network, 1, 4).run(inputs);
        assertThat(trace.part("0.forward").initialStateGradient("h").get(0, 0)).isCloseTo(expected, within(1e-15));
    }
}
