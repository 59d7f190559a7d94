package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.Matrix;
import org.junit.jupiter.api.Test;

class CheckpointsTest {
    private static final long EACH = 100 * Double.BYTES;

    @Test
    void theyThinOutWithinTheirBudget() {
        Checkpoints checkpoints = new Checkpoints(at(0), 10 * EACH);
        for (int epoch = 1; epoch <= 1000; epoch++) {
            checkpoints.add(at(epoch));
            assertThat(checkpoints.size()).isLessThanOrEqualTo(10);
            assertThat(checkpoints.latest().epoch()).isEqualTo(epoch);
            assertThat(checkpoints.before(0).epoch()).isZero();
        }
        int interval = 1000 / (checkpoints.size() - 2);
        for (int epoch = 0; epoch <= 1000; epoch++) {
            assertThat(epoch - checkpoints.before(epoch).epoch()).isBetween(0, 2 * interval);
        }
    }

    @Test
    void withoutRoomTheFirstAndTheLatestStay() {
        Checkpoints checkpoints = new Checkpoints(at(0), 0);
        for (int epoch = 1; epoch <= 9; epoch++) {
            checkpoints.add(at(epoch));
        }
        assertThat(checkpoints.size()).isEqualTo(2);
        assertThat(checkpoints.before(8).epoch()).isZero();
        assertThat(checkpoints.latest().epoch()).isEqualTo(9);
    }

    @Test
    void takenBackTheLatterOnesAreGone() {
        Checkpoints checkpoints = new Checkpoints(at(0), 100 * EACH);
        for (int epoch = 1; epoch <= 20; epoch++) {
            checkpoints.add(at(epoch));
        }
        checkpoints.rewind(at(7));
        assertThat(checkpoints.latest().epoch()).isEqualTo(7);
        assertThat(checkpoints.before(20).epoch()).isEqualTo(7);
        checkpoints.add(at(8));
        assertThat(checkpoints.before(7).epoch()).isEqualTo(7);
    }

    private static Snapshot at(int epoch) {
        return new Snapshot(
                epoch,
                Map.of("W", Matrix.filled(10, 10, epoch)),
                Map.of(),
                0.1,
                1,
                1,
                Map.of(),
                Map.of(),
                Optional.empty());
    }
}
