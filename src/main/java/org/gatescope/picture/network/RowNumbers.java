package org.gatescope.picture.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Truncation;
import org.gatescope.picture.Family;
import org.gatescope.picture.Scale;
import org.gatescope.picture.lane.LaneContent;

/**
 * What a row of the network shows.
 *
 * @param shown   its numbers: states after the step, output and target, or the loss
 * @param arrives what comes in from below
 * @param back    the gradient that goes down from it
 * @param flow    of a layer, the gradient that goes back through time: with respect to all its states before the step
 *                (its largest norm is told apart, as arrows are drawn in relation to it)
 * @param arrivals what of it arrives at each step from the next one, where a window truncates backpropagation
 */
public record RowNumbers(
        NetworkRow row,
        List<Shown> shown,
        LaneContent arrives,
        LaneContent back,
        LaneContent flow,
        double largestFlow,
        Optional<LaneContent> arrivals) {
    /** All arrives that goes back. */
    public RowNumbers(
            NetworkRow row,
            List<Shown> shown,
            LaneContent arrives,
            LaneContent back,
            LaneContent flow,
            double largestFlow) {
        this(row, shown, arrives, back, flow, largestFlow, Optional.empty());
    }

    /**
     * What a step hands back to the one before it, and what arrives there, as norms.
     *
     * @param arrived less than handed, or 0, where backpropagation is truncated
     * @param isCut   true where it is, also where there is nothing to arrive
     */
    public record Back(double handed, double arrived, boolean isCut) {}

    /**
     * Numbers with their scale over the whole run.
     *
     * @param name   of the quantity in its cell
     * @param letter the same as it is read
     */
    public record Shown(String name, String letter, Family family, LaneContent content, Scale scale) {
        /** Scaled to the largest of all its numbers; gates to 1 at least. */
        public static Shown of(String name, Family family, LaneContent content) {
            double largest = Scale.roundedUp(content.largest());
            Scale scale =
                    family == Family.GATES ? Scale.unit().withLimit(Math.max(1, largest)) : Scale.diverging(largest);
            return new Shown(name, Cell.unprimed(name), family, content, scale);
        }

        /** The same, called otherwise. */
        public Shown called(String other) {
            return new Shown(name, other, family, content, scale);
        }
    }

    /** A layer's output; what else a row shows first. */
    public Shown output() {
        return shown.getLast();
    }

    /** What comes back to a step from the one that is computed next; empty while it has not. */
    public Optional<Back> back(int t, int next, Truncation truncation) {
        if (!isThere(flow, next)) {
            return Optional.empty();
        }
        double handed = norm(flow, next);
        boolean isCut = truncation.isCut(t, next);
        double arrived = isCut ? 0 : arrivals.map(content -> norm(content, t)).orElse(handed);
        return Optional.of(new Back(handed, arrived, isCut || Double.compare(arrived, handed) != 0));
    }

    /** True at a step of a layer that is skipped: its states are there, and nothing comes in. */
    public boolean isSkipped(int t) {
        return row.kind() == NetworkRow.Kind.LAYER && output().content().has(t) && !arrives.has(t);
    }

    /** True where there is something at a step and the playhead has come to it. */
    public static boolean isThere(LaneContent content, int t) {
        return t >= content.computedFrom() && t < content.computedTo() && content.has(t);
    }

    /** True if any number of a step is to be predicted: then its norm is NaN. */
    public static boolean isHidden(LaneContent content, int t) {
        return t >= 0
                && t < content.steps()
                && IntStream.range(0, content.units()).anyMatch(unit -> content.isHidden(t, unit));
    }

    /** The Euclidean norm over the units, scaled by the largest so that it neither overflows nor vanishes. */
    public static double norm(LaneContent content, int t) {
        double largest = 0;
        for (int unit = 0; unit < content.units(); unit++) {
            double magnitude = Math.abs(content.value(t, unit));
            largest = magnitude > largest || Double.isNaN(magnitude) ? magnitude : largest;
        }
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (int unit = 0; unit < content.units(); unit++) {
            double share = content.value(t, unit) / largest;
            sum += share * share;
        }
        return largest * Math.sqrt(sum);
    }
}
