package org.gatescope.ui.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LaneOrderTest {
    @Test
    void newLanesStandWhereTheyWereGiven() {
        assertThat(LaneOrder.merged(List.of("h", "c", "i"), List.of("i", "f", "c", "h")))
                .containsExactly("h", "c", "i", "f");
        assertThat(LaneOrder.merged(List.of(), List.of("i", "f"))).containsExactly("i", "f");
        assertThat(LaneOrder.merged(List.of("i", "gone"), List.of("x", "i"))).containsExactly("x", "i");
    }

    @Test
    void aLaneMovesPastItsNeighbourInTheGroup() {
        List<String> order = List.of("i", "dc", "f", "dh");
        assertThat(LaneOrder.moved(order, List.of("i", "f"), "i", 1)).containsExactly("f", "dc", "i", "dh");
        assertThat(LaneOrder.moved(order, List.of("i", "f"), "i", -1)).isEqualTo(order);
    }
}
