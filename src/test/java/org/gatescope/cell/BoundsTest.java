package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gatescope.reference.Problem;
import org.gatescope.reference.RandomCells;
import org.gatescope.reference.Reference;
import org.junit.jupiter.api.Test;

class BoundsTest {
    @Test
    void ofGatesAreTheUnitInterval() {
        Map<String, Bounds> bounds = Bounds.of(BuiltInCells.cell("lstm-coupled"));
        assertThat(bounds).containsEntry("i", new Bounds(0, 1)).containsEntry("f", new Bounds(0, 1));
        assertThat(bounds).containsEntry("g", new Bounds(-1, 1)).containsEntry("h'", new Bounds(-1, 1));
        assertThat(bounds).containsEntry("c'", Bounds.NONE).containsEntry("i.pre", Bounds.NONE);
        assertThat(bounds.getOrDefault("f", Bounds.NONE).isGate()).isTrue();
        assertThat(bounds.getOrDefault("g", Bounds.NONE).isGate()).isFalse();
    }

    @Test
    void holdForWhatComesOut() {
        for (int seed = 0; seed < 300; seed++) {
            Cell cell = Cell.parse(RandomCells.text(seed));
            Map<String, Bounds> bounds = Bounds.of(cell);
            Reference.run(Problem.random(cell, 2, 3, 2, 3, seed)).values().forEach((name, series) -> {
                Bounds bound = bounds.getOrDefault(name, Bounds.NONE);
                for (double[][] sequence : series) {
                    for (double[] step : sequence) {
                        for (double value : step) {
                            assertThat(value)
                                    .as("%s in %s", name, cell.source())
                                    .isBetween(bound.low() - 1e-12, bound.high() + 1e-12);
                        }
                    }
                }
            });
        }
    }
}
