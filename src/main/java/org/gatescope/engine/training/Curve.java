package org.gatescope.engine.training;

import java.util.ArrayList;
import java.util.List;

/**
 * Loss and gradient norm over the epochs, thinned where there are too many: neighbouring points are then joined into the
 * one of larger loss, so that no spike is lost.
 *
 * @param stride epochs that a point stands for
 * @param points in order
 */
public record Curve(int stride, List<Point> points) {
    static final int MOST_POINTS = 4096;

    /**
     * An update.
     *
     * @param epoch from 1
     * @param loss  before it
     * @param norm  of all gradients together, before clipping
     */
    public record Point(int epoch, double loss, double norm) {
        /** The one of larger loss; NaN is larger than all. */
        static Point larger(Point a, Point b) {
            return Double.compare(b.loss, a.loss) > 0 ? b : a;
        }
    }

    public Curve {
        points = List.copyOf(points);
    }

    /** A curve under way. */
    static final class Drawing {
        private final int most;
        private final List<Point> points = new ArrayList<>();
        private int stride = 1;
        private int inLast;

        /** @param most points, at least 2 */
        Drawing(int most) {
            this.most = most;
        }

        void add(Snapshot snapshot) {
            Point point = new Point(snapshot.epoch(), snapshot.loss(), snapshot.norm());
            if (inLast > 0 && inLast < stride) {
                points.set(points.size() - 1, Point.larger(points.getLast(), point));
                inLast++;
                return;
            }
            if (points.size() == most) {
                halve();
                add(snapshot);
                return;
            }
            points.add(point);
            inLast = 1;
        }

        private void halve() {
            List<Point> joined = new ArrayList<>();
            for (int i = 0; i < points.size(); i += 2) {
                Point last = points.get(Math.min(i + 1, points.size() - 1));
                joined.add(Point.larger(points.get(i), last));
            }
            inLast = points.size() % 2 == 0 ? 2 * stride : stride;
            points.clear();
            points.addAll(joined);
            stride *= 2;
        }

        Curve curve() {
            return new Curve(stride, points);
        }
    }
}
