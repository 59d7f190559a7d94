package org.gatescope.engine.plan;

import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.program.Buffers;
import org.gatescope.engine.program.Kernels;
import org.gatescope.engine.program.Slot;

/** Which rows of the top layer's output are read out: all, or of each sequence the last that each direction computes. */
record ReadOutRows(boolean everyStep, int batch, int steps, int width, int forwardWidth) {

    static ReadOutRows of(Network network, int batch, int steps) {
        boolean everyStep = network.readOut().map(ReadOut::everyStep).orElse(true);
        int forward = network.layers().getLast().hidden();
        return new ReadOutRows(everyStep, batch, steps, network.width(), forward);
    }

    /** Steps that are read out. */
    int stepsReadOut() {
        return everyStep ? steps : 1;
    }

    int count() {
        return Math.multiplyExact(stepsReadOut(), batch);
    }

    /** Where what is read out stands: the output itself, or a table of its own. */
    Slot place(Slot output, Buffers buffers) {
        return everyStep ? output : buffers.table(batch, width);
    }

    /** Takes the rows from the output. @param lengths steps of each sequence; zeros where there are none */
    void gather(int[] lengths, double[] output, double[] to) {
        if (everyStep) {
            return; // it is the output
        }
        for (int n = 0; n < batch; n++) {
            for (int column = 0; column < width; column++) {
                to[n * width + column] = lengths[n] == 0 ? 0 : output[place(n, column, lengths[n])];
            }
        }
    }

    /** Adds the gradients of the rows to those of the output. */
    void scatter(int[] lengths, double[] gradient, double[] upstream) {
        if (everyStep) {
            Kernels.addTo(gradient, 0, gradient, 0, upstream, 0, count() * width);
            return;
        }
        for (int n = 0; n < batch; n++) {
            for (int column = 0; column < width && lengths[n] > 0; column++) {
                upstream[place(n, column, lengths[n])] += gradient[n * width + column];
            }
        }
    }

    /** The backward direction ends with the first step. */
    private int place(int n, int column, int length) {
        int step = column < forwardWidth ? length - 1 : 0;
        return (step * batch + n) * width + column;
    }
}
