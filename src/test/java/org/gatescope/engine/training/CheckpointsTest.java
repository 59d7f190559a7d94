package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
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
            assertThat(checkpoints.before(epoch).epoch()).isEqualTo(epoch);
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
        assertThat(checkpoints.before(9).epoch()).isEqualTo(9);
    }

    @Test
    void intervalsCountFromWhereTheRunBegan() {
        Checkpoints checkpoints = new Checkpoints(at(7), 5 * EACH);
        for (int epoch = 8; epoch <= 7 + 1000; epoch++) {
            checkpoints.add(at(epoch));
        }
        assertThat(checkpoints.size()).isBetween(3, 5);
        assertThat(checkpoints.before(7).epoch()).isEqualTo(7);
        assertThat(checkpoints.before(8).epoch()).isEqualTo(7);
    }

    @Test
    void beforeTheFirstThereIsNone() {
        Checkpoints checkpoints = new Checkpoints(at(7), 5 * EACH);
        assertThatIllegalArgumentException().isThrownBy(() -> checkpoints.before(6));
        assertThat(checkpoints.before(Integer.MAX_VALUE).epoch()).isEqualTo(7);
    }

    @Test
    void aSnapshotLargerThanTheBudgetIsKeptWhileItIsTheLatest() {
        Checkpoints checkpoints = new Checkpoints(at(0), EACH / 2);
        checkpoints.add(at(1));
        assertThat(checkpoints.before(1).epoch()).isEqualTo(1);
        checkpoints.add(at(2));
        assertThat(checkpoints.before(1).epoch()).isZero();
        assertThat(checkpoints.before(2).epoch()).isEqualTo(2);
    }

    @Test
    void whatAnOptimizerRemembersCounts() {
        Snapshot plain = at(1);
        Snapshot adam = new Snapshot(
                1,
                plain.parameters(),
                Map.of("W", List.of(Matrix.zeros(10, 10), Matrix.zeros(10, 10))),
                0.1,
                1,
                1,
                Map.of(),
                Map.of(),
                Optional.empty());
        assertThat(plain.bytes()).isEqualTo(EACH);
        assertThat(adam.bytes()).isEqualTo(3 * EACH);
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
