package org.gatescope.engine.mistakes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Series;
import org.gatescope.engine.Sizes;

/** One number for every quantity, step, sequence and unit: values, or gradients. Zeros at first. */
final class Recording {
    private final Sizes sizes;
    private final Map<String, Numbers> quantities = new LinkedHashMap<>();

    /** Time-major. */
    private static final class Numbers {
        final double[] flat;
        final int width;

        Numbers(int rows, int width) {
            this.flat = new double[Math.multiplyExact(rows, width)];
            this.width = width;
        }
    }

    Recording(Cell cell, Sizes sizes) {
        this.sizes = sizes;
        cell.widths().forEach((name, width) -> quantities.put(name, new Numbers(sizes.timeRows(), sizes.of(width))));
    }

    private Numbers of(String quantity) {
        return Objects.requireNonNull(quantities.get(quantity), quantity);
    }

    /** All numbers of a quantity, (T·N, width), to be written to. */
    double[] flat(String quantity) {
        return of(quantity).flat;
    }

    DMatrixRMaj row(String quantity, int t, int n) {
        Numbers numbers = of(quantity);
        return Tables.row(numbers.flat, start(numbers, t, n), numbers.width);
    }

    /** @param row one row; a single number is repeated */
    void put(String quantity, int t, int n, DMatrixRMaj row) {
        Numbers numbers = of(quantity);
        for (int j = 0; j < numbers.width; j++) {
            numbers.flat[start(numbers, t, n) + j] = row.data[row.numCols == 1 ? 0 : j];
        }
    }

    void fill(String quantity, int t, int n, double value) {
        Numbers numbers = of(quantity);
        int start = start(numbers, t, n);
        Arrays.fill(numbers.flat, start, start + numbers.width, value);
    }

    private int start(Numbers numbers, int t, int n) {
        return (t * sizes.batch() + n) * numbers.width;
    }

    Map<String, Series> series() {
        Map<String, Series> series = new LinkedHashMap<>();
        quantities.forEach((name, numbers) ->
                series.put(name, new Series(numbers.flat, 0, sizes.steps(), sizes.batch(), numbers.width)));
        return series;
    }
}
