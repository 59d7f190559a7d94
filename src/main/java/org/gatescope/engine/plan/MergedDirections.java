package org.gatescope.engine.plan;

import org.gatescope.engine.Layer;
import org.gatescope.engine.Merging;
import org.gatescope.engine.program.Buffers;
import org.gatescope.engine.program.Slot;

/**
 * What a layer puts out that is made of both its directions, unit by unit.
 *
 * @param rows     of all steps and sequences
 * @param hidden   H, units of each direction
 * @param separate both directions side by side, (rows, 2H): written before anything is asked
 */
record MergedDirections(Merging merging, int rows, int hidden, Slot separate) {
    static MergedDirections of(Layer layer, int rows, Buffers buffers) {
        Slot separate = buffers.table(rows, layer.separateWidth());
        return new MergedDirections(layer.merging(), rows, layer.outputs(), separate);
    }

    /** @param merged overwritten, (rows, H) */
    void into(double[] merged) {
        double[] both = separate.values();
        for (int i = 0; i < rows * hidden; i++) {
            int forward = place(i, false);
            merged[i] = merging.of(both[forward], both[forward + hidden]);
        }
    }

    /** Turns the gradient of what is put out into that of one direction. @param gradient in and out, (rows, H) */
    void toDirection(boolean reversed, double[] gradient) {
        double[] both = separate.values();
        for (int i = 0; i < rows * hidden; i++) {
            gradient[i] *= merging.slope(both[place(i, !reversed)]);
        }
    }

    private int place(int i, boolean reversed) {
        return i / hidden * 2 * hidden + i % hidden + (reversed ? hidden : 0);
    }
}
