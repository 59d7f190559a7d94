package org.gatescope.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.engine.Score;
import org.gatescope.engine.Scores;

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
     * @param accuracy     before it, from 0 to 1; NaN where nothing counts
     * @param testLoss     of the sequences that are not trained on; NaN where there are none
     * @param testAccuracy of these
     */
    public record Point(int epoch, double loss, double norm, double accuracy, double testLoss, double testAccuracy) {
        /** Nothing more is known than what was trained on. */
        public Point(int epoch, double loss, double norm) {
            this(epoch, loss, norm, Double.NaN, Double.NaN, Double.NaN);
        }

        /** Of the update that led to a snapshot. */
        public static Point of(Snapshot after) {
            Optional<Score> tests = after.scores().flatMap(Scores::tests);
            return new Point(
                    after.epoch(),
                    after.loss(),
                    after.norm(),
                    after.scores().map(scores -> scores.training().accuracy()).orElse(Double.NaN),
                    tests.map(Score::loss).orElse(Double.NaN),
                    tests.map(Score::accuracy).orElse(Double.NaN));
        }

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
            Point point = Point.of(snapshot);
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
