package org.gatescope.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPlaceTest {
    private static final Rectangle2D PRIMARY = new Rectangle2D(0, 30, 1920, 1050);
    private static final Rectangle2D LEFT = new Rectangle2D(-1280, 0, 1280, 1024);

    @Test
    void aPlaceOnAScreenStays() {
        WindowPlace place = new WindowPlace(100, 100, 1200, 800, true);
        assertThat(place.within(List.of(PRIMARY, LEFT))).isEqualTo(place);
        WindowPlace onTheLeft = new WindowPlace(-1200, 10, 800, 600, false);
        assertThat(onTheLeft.within(List.of(PRIMARY, LEFT))).isEqualTo(onTheLeft);
    }

    @Test
    void aScreenThatIsGoneSendsTheWindowToTheFirst() {
        WindowPlace place = new WindowPlace(-1200, 10, 800, 600, false);
        assertThat(place.within(List.of(PRIMARY))).isEqualTo(new WindowPlace(0, 30, 800, 600, false));
    }

    @Test
    void aWindowLargerThanItsScreenIsMadeToFit() {
        WindowPlace place = new WindowPlace(50, 50, 3840, 2160, false);
        assertThat(place.within(List.of(PRIMARY))).isEqualTo(new WindowPlace(0, 30, 1920, 1050, false));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0, 800, 600", "0, Infinity, 800, 600", "0, 0, 0, 600", "0, 0, 800, -1", "1e300, 0, 800, 600"})
    void aPlaceThatCannotBeIsRefused(double x, double y, double width, double height) {
        assertThatThrownBy(() -> new WindowPlace(x, y, width, height, false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
