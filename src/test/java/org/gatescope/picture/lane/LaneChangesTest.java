package org.gatescope.picture.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an edit changed. */
class LaneChangesTest {
    private static final TimeAxis AXIS = TimeAxis.of(4, 400);
    private final Numbers before = Numbers.of(4, 2, (t, unit) -> t == 3 ? Double.NaN : t + unit);

    @Test
    void onlyNumbersThatAreOthersHaveChanged() {
        Numbers now = Numbers.of(4, 2, (t, unit) -> t == 3 ? Double.NaN : t == 2 && unit == 1 ? 7 : t + unit);
        assertThat(LaneChanges.between("h", before, now, AXIS)).isEqualTo(List.of(new Square("h", 2, 1)));
        assertThat(LaneChanges.between("h", before, before, AXIS)).isEmpty();
    }

    @Test
    void whatIsNotComputedAtThePlayheadHasNotChangedYet() {
        Numbers now = Numbers.of(4, 2, (t, unit) -> 9).computed(0, 1);
        assertThat(LaneChanges.between("h", before, now, AXIS))
                .containsExactly(new Square("h", 0, 0), new Square("h", 0, 1));
    }

    @Test
    void anotherSizeIsNoChange() {
        assertThat(LaneChanges.between("h", before, Numbers.of(4, 3, (t, unit) -> 9), AXIS))
                .isEmpty();
    }
}
