package org.gatescope.picture.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.picture.lane.Numbers.quantity;

import org.gatescope.picture.EvenMeasure;
import org.gatescope.picture.Family;
import org.gatescope.picture.Golden;
import org.gatescope.picture.Palette;
import org.gatescope.picture.RecordingPen;
import org.gatescope.picture.RecordingPen.Parted;
import org.gatescope.picture.RecordingPen.Written;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Tones;
import org.gatescope.picture.TypesetFormula;
import org.gatescope.picture.Typesetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a heading is shown in how much room. */
class HeadingPictureTest {
    private static HeadingPicture heading(String subtitle, boolean dark, double height) {
        TypesetFormula name = Typesetter.set(quantity("f"), HeadingPicture.NAME_LETTERS, new EvenMeasure());
        Palette palette = Palette.of(Family.GATES, dark);
        return new HeadingPicture(name, subtitle, Scale.unit(), palette, Tones.of(dark), TimeAxis.HEADING, height);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nameWordsLimitsAndLegend(boolean dark) {
        Golden.check("heading-" + (dark ? "dark" : "light"), heading("forget gate", dark, LaneHeights.HEADING));
    }

    /** The name comes first, then the limits, then the legend, then what it is. */
    @ParameterizedTest
    @CsvSource({"0, 1, 0", "18, 1, 0", "34, 2, 0", "44, 2, 1", "55, 2, 1", "56, 3, 1"})
    void lowerOnesShowLess(double height, int texts, int legends) {
        RecordingPen pen = new RecordingPen();
        heading("forget gate", false, height).draw(pen);
        assertThat(pen.marks.stream().filter(Written.class::isInstance)).hasSize(texts);
        assertThat(pen.marks.stream().filter(Parted.class::isInstance)).hasSize(legends);
    }

    @Test
    void wordsThatDoNotFitAreCutOff() {
        RecordingPen pen = new RecordingPen();
        heading("the gate that lets the cell forget", false, LaneHeights.HEADING)
                .draw(pen);
        Written words = (Written) pen.marks.get(1);
        assertThat(words.text()).startsWith("the gate").endsWith("…");
        double right = words.x() + new EvenMeasure().width(words.text(), words.lettering());
        assertThat(right).isLessThanOrEqualTo(TimeAxis.HEADING);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLegendNamesBothEnds(boolean signed) {
        Palette palette = Palette.of(signed ? Family.VALUES : Family.GATES, false);
        Golden.check(
                "legend-" + (signed ? "signed" : "unit"),
                new LegendPicture(palette, new Scale(1, signed, false), Tones.LIGHT, 80));
    }
}
