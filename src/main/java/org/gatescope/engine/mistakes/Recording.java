package org.gatescope.engine.mistakes;

import java.util.Arrays;
import java.util.HashMap;
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
    private final Map<String, Integer> widths = new LinkedHashMap<>();
    /** Time-major; allocated at first use. */
    private final Map<String, double[]> numbers = new HashMap<>();

    Recording(Cell cell, Sizes sizes) {
        this.sizes = sizes;
        cell.widths().forEach((name, width) -> widths.put(name, sizes.of(width)));
    }

    private int width(String quantity) {
        return Objects.requireNonNull(widths.get(quantity), quantity);
    }

    /** All numbers of a quantity, (T·N, width), to be written to. */
    double[] flat(String quantity) {
        int size = Math.multiplyExact(sizes.timeRows(), width(quantity));
        return numbers.computeIfAbsent(quantity, name -> new double[size]);
    }

    DMatrixRMaj row(String quantity, int t, int n) {
        return Tables.row(flat(quantity), start(quantity, t, n), width(quantity));
    }

    /** @param row one row; a single number is repeated */
    void put(String quantity, int t, int n, DMatrixRMaj row) {
        double[] flat = flat(quantity);
        int start = start(quantity, t, n);
        for (int j = 0; j < width(quantity); j++) {
            flat[start + j] = row.data[row.numCols == 1 ? 0 : j];
        }
    }

    void fill(String quantity, int t, int n, double value) {
        int start = start(quantity, t, n);
        Arrays.fill(flat(quantity), start, start + width(quantity), value);
    }

    private int start(String quantity, int t, int n) {
        return (t * sizes.batch() + n) * width(quantity);
    }

    Map<String, Series> series() {
        Map<String, Series> series = new LinkedHashMap<>();
        widths.forEach(
                (name, width) -> series.put(name, new Series(flat(name), 0, sizes.steps(), sizes.batch(), width)));
        return series;
    }
}
