package org.gatescope.picture.lane;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatescope.picture.Family;
import org.gatescope.picture.Golden;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Tones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where lanes, their marks and the ruler draw what, against files. */
class LaneLayoutTest {
    private static final Numbers NUMBERS = Numbers.of(3, 2, (t, unit) -> (t - 1) * 0.5 + unit * 0.25);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPartOfALaneIsComputed(boolean dark) {
        lane("lane-" + (dark ? "dark" : "light"), NUMBERS.computed(0, 2), 120, 26, dark);
    }

    @Test
    void aTinyLaneHasNoNumbers() {
        lane("lane-tiny", NUMBERS, 5, 1, false);
    }

    @Test
    void aLargeLaneHasDecimals() {
        lane("lane-large", Numbers.of(1, 1, (t, unit) -> Math.PI / 10), 400, 60, false);
    }

    @Test
    void whatIsNoNumberStandsOut() {
        double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0};
        lane("lane-not-finite", Numbers.of(4, 1, (t, unit) -> values[t]), 200, 13, false);
    }

    @Test
    void stepsWithoutNumbersHaveALine() {
        lane("lane-over", NUMBERS.without(2), 60, 26, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 2", "2 0", "0 0"})
    void nothingIsDrawnOfNothing(String sizes) {
        String[] size = sizes.split(" ");
        lane(
                "lane-empty",
                Numbers.of(Integer.parseInt(size[0]), Integer.parseInt(size[1]), (t, u) -> 1),
                60,
                26,
                false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void marksStandAboutTheirSquares(boolean dark) {
        List<Square> lit = List.of(new Square("h", 1, 1), new Square("h", 0, 0), new Square("h", 1, 0));
        Golden.check("marks-" + (dark ? "dark" : "light"), marks(lit, new Square("h", 2, 1), dark));
    }

    @Test
    void whatChangedHasOneFrameAboutNeighboursOfAStep() {
        List<Square> changed = List.of(new Square("h", 1, 1), new Square("h", 1, 0), new Square("h", 2, 1));
        CellGrid grid = new CellGrid(TimeAxis.of(3, 120), 2, 26);
        Golden.check("marks-changed", new MarksPicture(grid, List.of(), changed, null, Tones.LIGHT));
    }

    @Test
    void squaresThatAreNotThereAreNotMarked() {
        Golden.check("marks-none", marks(List.of(new Square("h", 3, 0)), new Square("h", 0, 2), false));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRulerHasNumbersTokensAndThePlayhead(boolean dark) {
        TimeAxis axis = TimeAxis.of(4, 240);
        Golden.check(
                "ruler-" + (dark ? "dark" : "light"),
                new RulerPicture(
                        axis,
                        List.of("I", "have", "three", "extraordinarily"),
                        1,
                        3,
                        Set.of(1),
                        2,
                        Map.of(0, true, 2, false),
                        3,
                        Tones.of(dark),
                        240,
                        50));
    }

    @Test
    void aRulerOfManyStepsMarksAFew() {
        TimeAxis axis = TimeAxis.of(1000, 200).fitAll();
        Golden.check(
                "ruler-many",
                new RulerPicture(axis, List.of(), 999, 1000, Set.of(), 0, Map.of(), -1, Tones.LIGHT, 200, 30));
    }

    @Test
    void aRulerOfNoStepsIsEmpty() {
        Golden.check(
                "ruler-none",
                new RulerPicture(
                        TimeAxis.of(0, 200), List.of(), -1, 0, Set.of(), 0, Map.of(), -1, Tones.LIGHT, 200, 30));
    }

    private static MarksPicture marks(List<Square> lit, Square selected, boolean dark) {
        return new MarksPicture(new CellGrid(TimeAxis.of(3, 120), 2, 26), lit, List.of(), selected, Tones.of(dark));
    }

    private static void lane(String name, Numbers numbers, double width, double height, boolean dark) {
        CellGrid grid = new CellGrid(TimeAxis.of(numbers.steps(), width).fitAll(), numbers.units(), height);
        Palette palette = Palette.of(Family.VALUES, dark);
        Golden.check(name, LanePicture.of(numbers, grid, Scale.diverging(1), palette, Tones.of(dark)));
    }
}
