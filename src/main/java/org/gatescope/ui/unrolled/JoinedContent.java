package org.gatescope.ui.unrolled;

import java.util.List;
import org.gatescope.picture.lane.LaneContent;

/**
 * The numbers of several quantities side by side, there once all of them are.
 *
 * @param parts over the same steps, at least one
 */
record JoinedContent(List<LaneContent> parts) implements LaneContent {
    @Override
    public int steps() {
        return parts.getFirst().steps();
    }

    @Override
    public int units() {
        return parts.stream().mapToInt(LaneContent::units).sum();
    }

    @Override
    public double value(int t, int unit) {
        int left = unit;
        for (LaneContent part : parts) {
            if (left < part.units()) {
                return part.value(t, left);
            }
            left -= part.units();
        }
        throw new IndexOutOfBoundsException(unit);
    }

    @Override
    public boolean isHidden(int t, int unit) {
        int left = unit;
        for (LaneContent part : parts) {
            if (left < part.units()) {
                return part.isHidden(t, left);
            }
            left -= part.units();
        }
        return false;
    }

    @Override
    public boolean has(int t) {
        return parts.stream().allMatch(part -> part.has(t));
    }

    @Override
    public int computedFrom() {
        return parts.stream().mapToInt(LaneContent::computedFrom).max().orElse(0);
    }

    @Override
    public int computedTo() {
        return parts.stream().mapToInt(LaneContent::computedTo).min().orElse(0);
    }
}
