package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gatescope.picture.ColourMap;
import org.gatescope.picture.Family;
import org.gatescope.picture.lane.LaneHeights;
import org.gatescope.picture.lane.LaneLook;
import org.gatescope.picture.lane.ScaleChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooksTest {
    private static final LaneLook FIRST = LaneLook.of(Family.values()[0]);

    @ParameterizedTest
    @EnumSource
    void eachScaleIsReadAsItWasWritten(ScaleChoice choice) {
        Map<String, LaneLook> looks = Map.of(
                "d.h=", FIRST.withChoice(choice),
                "dense:y", FIRST.withFixed(0x1.23456789abcdep-100).withChoice(choice));
        assertThat(Looks.read(Looks.written(looks))).isEqualTo(looks);
    }

    @ParameterizedTest
    @EnumSource
    void eachColourMapIsReadAsItWasWritten(ColourMap map) {
        Map<String, LaneLook> looks = Map.of(
                "h", FIRST.withMap(map).withFlipped(true).withLogarithmic(true).withHeight(LaneHeights.MOST));
        assertThat(Looks.read(Looks.written(looks))).isEqualTo(looks);
    }

    @Test
    void noneAreNone() {
        assertThat(Looks.read(Looks.written(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "=", "h", "h=", "h=pink,own", "=vik,own", "h=own", "h=vik"})
    void whatIsNoLookIsLeftOut(String text) {
        assertThat(Looks.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit:0",
                "limit:-1",
                "limit:NaN",
                "limit:Infinity",
                "limit:",
                "limit:x",
                "height:1e300",
                "height:NaN",
                "height:1",
                "height:-5",
                "sideways",
                ""
            })
    void whatCannotBeIsAsAtFirst(String word) {
        LaneLook usual = new LaneLook(ColourMap.VIK, false, ScaleChoice.OWN, 1, false, false, 0);
        assertThat(Looks.read("h=vik," + word)).isEqualTo(Map.of("h", usual));
    }
}
