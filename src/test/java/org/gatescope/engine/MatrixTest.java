package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixTest {
    private final Matrix matrix = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void whatItWasMadeOfMayChangeLater() {
        double[][] rows = {{1, 2}, {3, 4}};
        double[] row = {5, 6};
        Matrix made = Matrix.of(rows);
        Matrix one = Matrix.row(row);
        rows[0][0] = 9;
        row[0] = 9;
        assertThat(made.get(0, 0)).isEqualTo(1);
        assertThat(one.get(0, 0)).isEqualTo(5);
    }

    @Test
    void whatItHandsOutMayChangeToo() {
        matrix.toArray()[1][1] = 9;
        assertThat(matrix.get(1, 1)).isEqualTo(5);
    }

    @Test
    void filledRowsAreApartOnceEdited() {
        Matrix edited = Matrix.filled(3, 2, 7).with(1, 0, 8);
        assertThat(edited).isEqualTo(Matrix.of(new double[][] {{7, 7}, {8, 7}, {7, 7}}));
    }

    @Test
    void aBlockIsWrittenUpToTheEdgeAndNotBeyond() {
        double[][] block = {{7, 8}, {9, 10}};
        assertThat(matrix.withBlock(0, 1, block)).isEqualTo(Matrix.of(new double[][] {{1, 7, 8}, {4, 9, 10}}));
        assertThat(matrix).isEqualTo(Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}}));
        assertThatThrownBy(() -> matrix.withBlock(0, 2, block)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.withBlock(1, 0, block)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.withBlock(-1, 0, block)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> matrix.withBlock(0, -1, block)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(matrix.withBlock(0, 0, new double[0][])).isEqualTo(matrix);
    }

    @Test
    void rowsOfUnequalLengthAreRefusedWithBothLengths() {
        assertThatThrownBy(() -> Matrix.of(new double[][] {{1, 2}, {3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("row 1", "1 numbers", "2");
        assertThatThrownBy(() -> Matrix.of(new double[][] {{1, 2}}, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noRowsStillHaveColumns() {
        assertThat(Matrix.of(new double[0][], 3)).isEqualTo(Matrix.zeros(0, 3));
        assertThat(Matrix.zeros(0, 3).columns()).isEqualTo(3);
        assertThat(Matrix.zeros(0, Integer.MAX_VALUE).columns())
                .as("nothing to allocate")
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(Matrix.zeros(3, 0).rows()).isEqualTo(3);
    }

    @Test
    void resizingKeepsWhatOverlaps() {
        assertThat(matrix.resized(3, 2)).isEqualTo(Matrix.of(new double[][] {{1, 2}, {4, 5}, {0, 0}}));
        assertThat(matrix.resized(1, 4)).isEqualTo(Matrix.row(1, 2, 3, 0));
        assertThat(matrix.resized(0, 0)).isEqualTo(Matrix.zeros(0, 0));
        assertThat(matrix.resized(2, 3)).isSameAs(matrix);
    }

    @Test
    void rowsAreTakenAndPutBackAtIntervals() {
        Matrix table = Matrix.of(new double[][] {{0}, {1}, {2}, {3}, {4}, {5}});
        assertThat(table.rows(1, 2, 3)).isEqualTo(Matrix.of(new double[][] {{1}, {3}, {5}}));
        assertThat(table.withRows(1, 2, Matrix.of(new double[][] {{7}, {8}, {9}})))
                .isEqualTo(Matrix.of(new double[][] {{0}, {7}, {2}, {8}, {4}, {9}}));
        assertThat(table.get(1, 0)).isEqualTo(1);
        assertThatThrownBy(() -> table.withRows(4, 2, table)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void rowsOfAnotherWidthAreNotPutIn() {
        assertThatThrownBy(() -> matrix.withRows(0, 1, Matrix.row(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("2", "3");
    }

    @Test
    void rearrangedRowsMayRepeatAndBeMissing() {
        assertThat(matrix.rearranged(4, 2, row -> row == 2 ? -1 : 1 - row % 2)).isEqualTo(Matrix.of(new double[][] {
            {4, 5}, {1, 2}, {0, 0}, {1, 2}
        }));
    }

    @Test
    void equalityGoesByBits() {
        assertThat(Matrix.row(Double.NaN)).isEqualTo(Matrix.row(Double.NaN)).hasSameHashCodeAs(Matrix.row(Double.NaN));
        assertThat(Matrix.row(0.0)).isNotEqualTo(Matrix.row(-0.0));
        assertThat(Matrix.zeros(0, 2)).isNotEqualTo(Matrix.zeros(0, 3));
    }

    @Test
    void mappingGoesOverAllNumbers() {
        assertThat(matrix.map(value -> -2 * value)).isEqualTo(Matrix.of(new double[][] {{-2, -4, -6}, {-8, -10, -12}}));
    }

    @Test
    void largeOnesArePrintedBySizeAlone() {
        assertThat(Matrix.zeros(100_000, 100_000)).hasToString("100000 × 100000");
        assertThat(Matrix.row(1, 2)).hasToString("1 × 2 [[1.0, 2.0]]");
    }
}
