package org.gatescope.picture.chart;

import java.util.List;
import org.gatescope.engine.diagnostics.Statistics;
import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;

/**
 * How numbers are spread between the least and the largest: bars as high as the root of their share, so that few numbers do
 * not vanish beside many, and a line at zero.
 */
public record HistogramPicture(double width, double height, Statistics statistics, Tones tones) implements Picture {
    @Override
    public void draw(Pen pen) {
        List<Long> counts = statistics.histogram();
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
        Box area = new Box(0, 0, width, height).inset(2);
        double bar = area.width() / counts.size();
        for (int part = 0; part < counts.size() && most > 0; part++) {
            double high = area.height() * Math.sqrt((double) counts.get(part) / most);
            pen.fill(new Box(area.x() + part * bar, area.bottom() - high, Math.max(1, bar - 1), high), tones.forward());
        }
        if (statistics.least() < 0 && statistics.largest() > 0) {
            double share = -statistics.least() / (statistics.largest() - statistics.least());
            double zero = area.x() + area.width() * share;
            pen.fill(new Box(Math.rint(zero), area.y(), 1, area.height()), tones.muted());
        }
    }
}
