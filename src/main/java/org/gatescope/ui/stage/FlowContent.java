package org.gatescope.ui.stage;

import java.util.List;
import java.util.stream.IntStream;
import org.gatescope.picture.lane.LaneContent;

/**
 * The Euclidean norm of a gradient over its units, step by step: the gradient flow, in a lane of one row.
 *
 * @param norms of all steps, found once: scales and colours ask for them again and again
 */
record FlowContent(LaneContent of, List<Double> norms) implements DerivedContent {
    static FlowContent of(LaneContent gradient) {
        return new FlowContent(
                gradient,
                IntStream.range(0, gradient.steps())
                        .mapToObj(t -> norm(gradient, t))
                        .toList());
    }

    private static double norm(LaneContent gradient, int t) {
        double norm = 0;
        for (int i = 0; gradient.has(t) && i < gradient.units(); i++) {
            norm = Math.hypot(norm, gradient.value(t, i));
        }
        return norm;
    }

    @Override
    public int units() {
        return of.units() == 0 ? 0 : 1;
    }

    /** The norm gives away what is hidden of it. */
    @Override
    public boolean isHidden(int t, int unit) {
        return IntStream.range(0, of.units()).anyMatch(each -> of.isHidden(t, each));
    }

    @Override
    public double value(int t, int unit) {
        return norms.get(t);
    }
}
