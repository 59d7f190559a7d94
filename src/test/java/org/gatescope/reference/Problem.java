package org.gatescope.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Extent;
import org.gatescope.engine.Sizes;

/**
 * All that a run of a cell needs.
 *
 * @param inputs     D
 * @param hidden     H
 * @param parameters by name; a vector is a matrix of one row
 * @param input      (N, T, D)
 * @param initial    each state before the first step, (N, H)
 * @param upstream   gradient of the loss put on every output, (N, T, H)
 * @param last       gradient of the loss put on each state after the last step, (N, H)
 */
public record Problem(
        Cell cell,
        int inputs,
        int hidden,
        Map<String, double[][]> parameters,
        double[][][] input,
        Map<String, double[][]> initial,
        double[][][] upstream,
        Map<String, double[][]> last) {

    /** Every figure drawn anew from a normal distribution, parameters with half of its width. */
    public static Problem random(Cell cell, int batch, int steps, int inputs, int hidden, long seed) {
        Random random = new Random(seed);
        Sizes sizes = new Sizes(batch, steps, inputs, hidden).with(cell);
        Map<String, double[][]> parameters = new LinkedHashMap<>();
        cell.parameters()
                .forEach((name, shape) ->
                        parameters.put(name, normal(random, sizes.rows(shape), sizes.columns(shape), 0.5)));
        double[][][] input = new double[batch][][];
        double[][][] upstream = new double[batch][][];
        for (int n = 0; n < batch; n++) {
            input[n] = normal(random, steps, inputs, 1);
            upstream[n] = normal(random, steps, sizes.of(cell.outputWidth()), 1);
        }
        Map<String, double[][]> initial = new LinkedHashMap<>();
        Map<String, double[][]> last = new LinkedHashMap<>();
        for (String state : cell.states()) {
            int width = sizes.of(cell.widthOf(state));
            initial.put(state, normal(random, batch, width, 0.5));
            last.put(state, normal(random, batch, width, 1));
        }
        return new Problem(cell, inputs, hidden, parameters, input, initial, upstream, last);
    }

    public int batch() {
        return input.length;
    }

    public int steps() {
        return input[0].length;
    }

    /** A size in numbers. */
    public int size(Extent extent) {
        return sizes().of(extent);
    }

    public Sizes sizes() {
        return new Sizes(batch(), steps(), inputs, hidden).with(cell);
    }

    private static double[][] normal(Random random, int rows, int columns, double scale) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int j = 0; j < columns; j++) {
                row[j] = scale * random.nextGaussian();
            }
        }
        return values;
    }
}
