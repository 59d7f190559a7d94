package org.gatescope.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Squares with edges of their own, and rasters of colours. */
class MosaicTest {
    private static Raster counted(int width, int height) {
        return Raster.of(width, height, (x, y) -> 100 * y + x);
    }

    @Test
    void keepsItsEdges() {
        int[] left = {0, 5, 9};
        Mosaic mosaic = new Mosaic(counted(3, 2), left, new int[] {4, 9, 12}, new int[] {0, 7, 9});
        left[0] = 99;
        assertThat(mosaic.left(0)).as("a copy").isZero();
        assertThat(mosaic.left(2)).isEqualTo(9);
        assertThat(mosaic.right(1)).isEqualTo(9);
        assertThat(mosaic.top(2)).isEqualTo(9);
        assertThat(mosaic.colours().argb(2, 1)).isEqualTo(102);
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 3, 3", "3, 2, 3, 3", "3, 3, 2, 3", "3, 3, 3, 2", "3, 3, 3, 4"})
    void edgesMustBeAsManyAsColumnsAndRows(int columns, int left, int right, int top) {
        boolean fits = columns == left && columns == right && top == 3;
        assertThat(fits).isFalse();
        Raster raster = counted(columns, 2);
        assertThatThrownBy(() -> new Mosaic(raster, new int[left], new int[right], new int[top]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Against counting one column after the other. */
    @RepeatedTest(30)
    void countsColumnsUpToAPlace(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int columns = random.nextInt(20);
        int[] left = new int[columns];
        int[] right = new int[columns];
        int x = 0;
        for (int i = 0; i < columns; i++) {
            left[i] = x + random.nextInt(3);
            right[i] = left[i] + 1 + random.nextInt(4);
            x = right[i];
        }
        Mosaic mosaic = new Mosaic(counted(columns, 1), left, right, new int[] {0, 3});
        for (double place = -1; place < x + 2; place += 0.5) {
            int ended = 0;
            int begun = 0;
            for (int i = 0; i < columns; i++) {
                ended += right[i] <= place ? 1 : 0;
                begun += left[i] < place ? 1 : 0;
            }
            assertThat(mosaic.columnsTo(place)).isEqualTo(ended);
            assertThat(mosaic.columnsBefore(place)).isEqualTo(begun);
        }
    }

    @Test
    void aRasterHasColumnsAndRows() {
        Raster raster = counted(3, 2);
        assertThat(raster.width()).isEqualTo(3);
        assertThat(raster.height()).isEqualTo(2);
        int[] into = {-1, -1, -1, -1, -1};
        raster.copyRow(1, into, 1);
        assertThat(into).containsExactly(-1, 100, 101, 102, -1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 4", "4, 0"})
    void aRasterMayBeEmpty(int width, int height) {
        Raster raster = Raster.of(width, height, (x, y) -> {
            throw new AssertionError("no colour is asked for");
        });
        assertThat(raster.width()).isEqualTo(width);
        assertThat(raster.height()).isEqualTo(height);
    }

    @Test
    void aPaletteIsOneRowFromLowToHigh() {
        Palette palette = Palette.of(ColourMap.VIRIDIS, true);
        Raster raster = Raster.of(palette);
        assertThat(raster.height()).isEqualTo(1);
        assertThat(raster.width()).isEqualTo(Palette.SIZE);
        for (int i = 0; i < Palette.SIZE; i++) {
            assertThat(raster.argb(i, 0)).isEqualTo(palette.argb(i));
        }
    }
}
