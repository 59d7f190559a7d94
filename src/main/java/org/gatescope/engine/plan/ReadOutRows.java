package org.gatescope.engine.plan;

import java.util.Optional;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.TimeOrder;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.program.Buffers;
import org.gatescope.engine.program.Kernels;
import org.gatescope.engine.program.Slot;

/** Which rows of the top layer's output are read out: all, or of each sequence the last that each direction computes. */
final class ReadOutRows {
    private final boolean everyStep;
    private final int batch;
    private final int steps;
    private final Layer top;
    private final Slot states;
    private final Optional<MergedDirections> merged;
    private final Optional<CarriedPast> past;
    private final boolean[] carriedReversed;

    /** @param output of the top layer */
    ReadOutRows(Network network, int batch, int steps, Slot output, Buffers buffers) {
        this.everyStep = network.readOut().map(ReadOut::everyStep).orElse(true);
        this.batch = batch;
        this.steps = steps;
        this.top = network.layers().getLast();
        this.states = everyStep ? output : buffers.table(batch, network.width());
        int inputs = network.reads(network.layers().size() - 1);
        this.merged =
                top.isMerged() && !everyStep ? Optional.of(MergedDirections.of(top, batch, buffers)) : Optional.empty();
        this.past = top.shortcut() != Shortcut.NONE && !everyStep
                ? Optional.of(CarriedPast.of(top, batch, inputs, buffers))
                : Optional.empty();
        this.carriedReversed = new boolean[past.isPresent() ? inputs : 0];
        for (int column = 0; column < carriedReversed.length; column++) {
            carriedReversed[column] = network.reader(network.layers().size() - 1, top.past(column))
                    .reversed();
        }
    }

    /** Steps that are read out. */
    int stepsReadOut() {
        return everyStep ? steps : 1;
    }

    int count() {
        return Math.multiplyExact(stepsReadOut(), batch);
    }

    /** Where what is read out stands: the output itself, or a table of its own. */
    Slot states() {
        return states;
    }

    /**
     * Takes the rows from the directions of the top layer.
     *
     * @param mask     which steps are computed; zeros where there are none
     * @param separate all directions side by side, (T·N, their widths)
     * @param read     what the layer reads, (T·N, inputs), where that is carried past it
     */
    void gather(StepMask mask, double[] separate, double[] read) {
        if (everyStep) {
            return; // it is the output
        }
        int width = top.separateWidth();
        double[] own = past.map(CarriedPast::own).orElse(states).values();
        double[] to = merged.map(both -> both.separate().values()).orElse(own);
        for (int n = 0; n < batch; n++) {
            int forward = row(n, false, mask);
            int backward = row(n, true, mask);
            for (int column = 0; column < width; column++) {
                boolean reversed = !top.directions().reads(false) || column >= top.outputs();
                int row = reversed ? backward : forward;
                to[n * width + column] = row < 0 ? 0 : separate[row * width + column];
            }
        }
        merged.ifPresent(both -> both.into(own));
        past.ifPresent(both -> {
            gatherRead(mask, read, both.read().values());
            both.into(states.values());
        });
    }

    private void gatherRead(StepMask mask, double[] read, double[] to) {
        int inputs = carriedReversed.length;
        for (int n = 0; n < batch; n++) {
            for (int column = 0; column < inputs; column++) {
                int row = row(n, carriedReversed[column], mask);
                to[n * inputs + column] = row < 0 ? 0 : read[row * inputs + column];
            }
        }
    }

    /** Adds the gradients of all rows to those of the output, where all are read out. */
    void addTo(double[] upstream, double[] gradient) {
        if (everyStep) {
            Kernels.addTo(gradient, 0, gradient, 0, upstream, 0, count() * states.columns());
        }
    }

    /** Adds the gradients of the last rows to those of a direction, (T·N, H), where the last step is read out alone. */
    void addTo(double[] upstream, boolean reversed, StepMask mask, double[] gradient) {
        if (everyStep) {
            return;
        }
        int hidden = top.outputs();
        double[] own = new double[batch * hidden];
        for (int n = 0; n < batch; n++) {
            System.arraycopy(gradient, n * states.columns() + top.column(reversed, 0), own, n * hidden, hidden);
        }
        merged.ifPresent(both -> both.toDirection(reversed, own));
        for (int n = 0; n < batch; n++) {
            int row = row(n, reversed, mask);
            if (row >= 0) {
                Kernels.addTo(own, n * hidden, own, 0, upstream, row * hidden, hidden);
            }
        }
    }

    /**
     * Adds the gradients of the last rows to those of what the top layer reads and carries past, where the last step is read
     * out alone.
     *
     * @param to    of some columns of it, (T·N, count)
     * @param first of them
     */
    void addCarried(double[] to, int first, int count, StepMask mask, double[] gradient) {
        for (int n = 0; n < batch && !everyStep; n++) {
            for (int column = 0; column < count; column++) {
                int row = row(n, carriedReversed[first + column], mask);
                if (row >= 0) {
                    to[row * count + column] += gradient[n * states.columns() + top.past(first + column)];
                }
            }
        }
    }

    /** Of the last step that a direction computes of a sequence; below zero where there is none. */
    private int row(int n, boolean reversed, StepMask mask) {
        int last = new TimeOrder(reversed, mask, Truncation.NONE).last(n);
        return last < 0 ? -1 : last * batch + n;
    }
}
