package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer.Directions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutMasksTest {
    private static final int ROWS = 400;
    private static final int COLUMNS = 100;

    /** A binomial share strays from the rate by its standard deviation, hardly ever by four of them. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 0.5, 0.9})
    void asManyAreDroppedAsTheRateSays(double rate) {
        Matrix drawn = DropoutMasks.draw(new Dropout(rate, false), ROWS, COLUMNS, 7, 0);
        double share = count(drawn, 0) / (double) (ROWS * COLUMNS);
        assertThat(share).isCloseTo(rate, within(4 * Math.sqrt(rate * (1 - rate) / (ROWS * COLUMNS))));
        assertThat(count(drawn, 1 / (1 - rate))).isEqualTo(ROWS * COLUMNS - count(drawn, 0));
    }

    /** Pairs of independent numbers that are both dropped: rate² of all, whether they are neighbours in time, units or layers. */
    @Test
    void noNumberSaysAnythingOfAnother() {
        double rate = 0.4;
        Dropout dropout = new Dropout(rate, false);
        Matrix drawn = DropoutMasks.draw(dropout, ROWS, COLUMNS, 3, 1);
        Matrix above = DropoutMasks.draw(dropout, ROWS, COLUMNS, 3, 2);
        Matrix later = DropoutMasks.draw(dropout, ROWS, COLUMNS, 4, 1);
        int inTime = 0;
        int inUnits = 0;
        int inLayers = 0;
        int inUpdates = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                boolean isDropped = drawn.get(row, column) == 0;
                inTime += isDropped && drawn.get((row + 1) % ROWS, column) == 0 ? 1 : 0;
                inUnits += isDropped && drawn.get(row, (column + 1) % COLUMNS) == 0 ? 1 : 0;
                inLayers += isDropped && above.get(row, column) == 0 ? 1 : 0;
                inUpdates += isDropped && later.get(row, column) == 0 ? 1 : 0;
            }
        }
        for (int both : List.of(inTime, inUnits, inLayers, inUpdates)) {
            assertThat(both / (double) (ROWS * COLUMNS)).isCloseTo(rate * rate, within(0.01));
        }
    }

    @Test
    void aSeedGivesTheSameAgainAndAnotherOneOthers() {
        DropoutMasks first = DropoutMasks.drawn(stack(), 3, 5, 11);
        assertThat(DropoutMasks.drawn(stack(), 3, 5, 11)).isEqualTo(first);
        assertThat(DropoutMasks.drawn(stack(), 3, 5, 12).factors()).isNotEqualTo(first.factors());
        assertThat(first.after(1, stack(), 3, 5)).isEqualTo(DropoutMasks.drawn(stack(), 3, 5, 12));
        assertThat(first.after(0, stack(), 3, 5)).isSameAs(first);
    }

    @Test
    void onlyLayersThatDropSomethingHaveFactorsAndThoseOfAllStepsAreOneRow() {
        Map<Integer, Matrix> factors = DropoutMasks.drawn(stack(), 3, 5, 1).factors();
        assertThat(factors.keySet()).containsExactly(1, 2);
        assertThat(table(factors, 1).rows()).isEqualTo(15);
        assertThat(table(factors, 1).columns()).isEqualTo(4);
        assertThat(table(factors, 2).rows()).isEqualTo(3);
        DropoutMasks masks = DropoutMasks.drawn(stack(), 3, 5, 1);
        for (int t = 0; t < 5; t++) {
            assertThat(masks.factor(2, t * 3 + 1, 0))
                    .isEqualTo(table(factors, 2).get(1, 0));
        }
        assertThat(masks.factor(0, 0, 0)).isEqualTo(1);
        assertThat(masks.switched(false).factor(2, 0, 0)).isEqualTo(1);
    }

    @Test
    void sequencesThatAreSparedAreReadAsTheyAre() {
        DropoutMasks masks = DropoutMasks.drawn(stack(), 3, 5, 1).sparing(BitSet.valueOf(new long[] {0b010}), 3);
        for (int t = 0; t < 5; t++) {
            for (int unit = 0; unit < 4; unit++) {
                assertThat(masks.factor(1, t * 3 + 1, unit)).isEqualTo(1);
                assertThat(masks.factor(1, t * 3, unit)).isNotEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void aRateIsFromZeroToBelowOne(double rate) {
        assertThatThrownBy(() -> new Dropout(rate, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsDrawnForNoSequencesAndNoSteps() {
        assertThat(table(DropoutMasks.drawn(stack(), 0, 5, 1).factors(), 1).rows())
                .isZero();
        assertThat(table(DropoutMasks.drawn(stack(), 2, 0, 1).factors(), 1).rows())
                .isZero();
    }

    private static Network stack() {
        Layer layer = new Layer(BuiltInCells.cell("gru"), 2, Directions.BOTH);
        return new Network(
                3,
                List.of(layer, layer.withDropout(new Dropout(0.5, false)), layer.withDropout(new Dropout(0.25, true))),
                Optional.empty());
    }

    private static Matrix table(Map<Integer, Matrix> factors, int layer) {
        return Objects.requireNonNull(factors.get(layer));
    }

    private static int count(Matrix table, double value) {
        int count = 0;
        for (double[] row : table.toArray()) {
            for (double number : row) {
                count += number == value ? 1 : 0;
            }
        }
        return count;
    }
}
