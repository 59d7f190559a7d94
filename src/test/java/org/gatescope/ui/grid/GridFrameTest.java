package org.gatescope.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridFrameTest {
    @Test
    void scrollBarsComeOnlyWhereTheyAreNeeded() {
        assertThat(GridFrame.fit(100, 100, 100, 100, 10)).isEqualTo(new GridFrame(100, 100, false, false, 0));
        assertThat(GridFrame.fit(100, 100, 80, 101, 10)).isEqualTo(new GridFrame(90, 100, true, false, 0));
        assertThat(GridFrame.fit(100, 100, 101, 80, 10)).isEqualTo(new GridFrame(100, 90, false, true, 0));
        assertThat(GridFrame.fit(100, 100, 95, 101, 10)).isEqualTo(new GridFrame(90, 90, true, true, 0));
        assertThat(GridFrame.fit(100, 100, 101, 95, 10)).isEqualTo(new GridFrame(90, 90, true, true, 0));
    }
}
