package org.gatescope.engine.plan;

import org.gatescope.engine.Layer;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.program.Buffers;
import org.gatescope.engine.program.Slot;

/**
 * What a layer with a shortcut puts out: what its directions make, and what comes to it, before any of it is dropped.
 *
 * @param rows of all steps and sequences
 * @param own  what its directions make, (rows, own width): written before anything is asked
 * @param read what comes to it, (rows, inputs): written before anything is asked
 */
record CarriedPast(Layer layer, int rows, Slot own, Slot read) {
    /** @param inputs columns that the layer reads */
    static CarriedPast of(Layer layer, int rows, int inputs, Buffers buffers) {
        return new CarriedPast(layer, rows, buffers.table(rows, layer.ownWidth()), buffers.table(rows, inputs));
    }

    /** @param output overwritten, (rows, width of both) */
    void into(double[] output) {
        int inputs = read.columns();
        int width = layer.width(inputs);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(own.values(), row * own.columns(), output, row * width, own.columns());
            if (layer.shortcut() == Shortcut.CONCATENATED) {
                System.arraycopy(read.values(), row * inputs, output, row * width + layer.past(0), inputs);
            } else {
                add(read.values(), row * inputs, output);
            }
        }
    }

    /** A row of what is as wide. */
    private void add(double[] from, int first, double[] output) {
        for (int i = first; i < first + read.columns(); i++) {
            output[i] += from[i];
        }
    }
}
