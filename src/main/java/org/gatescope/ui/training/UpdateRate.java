package org.gatescope.ui.training;

/** Updates a second, smoothed over about a second. */
final class UpdateRate {
    private static final double SMOOTHING_NANOS = 1e9;

    private int lastEpoch = -1;
    private long lastTime;
    private double perSecond;

    /** @param now in nanoseconds */
    double at(int epoch, long now) {
        double passed = now - lastTime;
        if (lastEpoch >= 0 && epoch >= lastEpoch && passed > 0) {
            double measured = (epoch - lastEpoch) / passed * 1e9;
            double weight = perSecond == 0 ? 1 : 1 - Math.exp(-passed / SMOOTHING_NANOS);
            perSecond += weight * (measured - perSecond);
        }
        lastEpoch = epoch;
        lastTime = now;
        return perSecond;
    }

    /** @return 0 */
    double forget() {
        lastEpoch = -1;
        perSecond = 0;
        return 0;
    }
}
