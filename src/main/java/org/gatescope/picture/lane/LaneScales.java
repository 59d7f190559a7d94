package org.gatescope.picture.lane;

import java.util.Collection;
import org.gatescope.picture.Digits;
import org.gatescope.picture.Family;
import org.gatescope.picture.Scale;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;

/** The scale of each lane, from what the user chose and from the numbers. */
public final class LaneScales {
    private static final Texts TEXTS = Texts.of(LaneScales.class);

    private LaneScales() {}

    /**
     * A lane as far as scales are concerned.
     *
     * @param largest finite magnitude of its numbers
     * @param least   of them, the nearest to zero if all have one sign, otherwise 0
     */
    public record Entry(Family family, LaneLook look, double largest, double least) {
        /** Whether it has a range of its own, apart from zero. */
        public boolean hasRange() {
            return least != 0;
        }

        /** Whether its numbers are so far from zero that its colours hardly differ unless they have its own range. */
        public boolean needsRange() {
            return Math.abs(least) > largest / 2;
        }

        /** Whether its scale is its own range. */
        public boolean isRange() {
            return hasRange() && look.choice() == ScaleChoice.RANGE;
        }
    }

    /** @param all with it, those that it may share its limit with */
    public static Scale of(Entry lane, Collection<Entry> all) {
        if (lane.isRange()) {
            return new Scale(
                    Scale.roundedUp(lane.largest()),
                    lane.family().signed(),
                    lane.look().logarithmic(),
                    Scale.roundedDown(lane.least()));
        }
        double limit = switch (lane.look().choice()) {
            case OWN, RANGE -> limit(lane.family(), lane.largest());
            case SHARED -> limit(lane.family(), sharedLargest(lane.family(), all));
            case FIXED -> lane.look().fixed();
        };
        return new Scale(limit, lane.family().signed(), lane.look().logarithmic());
    }

    private static double limit(Family family, double largest) {
        return family.signed() ? Scale.roundedUp(largest) : Math.max(1, Scale.roundedUp(largest));
    }

    private static double sharedLargest(Family family, Collection<Entry> all) {
        return all.stream()
                .filter(entry -> entry.family() == family && entry.look().choice() == ScaleChoice.SHARED)
                .mapToDouble(Entry::largest)
                .max()
                .orElse(0);
    }

    /** From where to where the colours reach, in words as short as can be: {@code ±1.3 log}, {@code 0 … 1}. */
    public static String limits(Scale scale) {
        if (scale.limit() == 0) {
            return TEXTS.get("limits.zero");
        }
        String range = scale.least() != 0
                ? range(Math.abs(scale.least()), scale.limit(), scale.least() < 0)
                : scale.signed() ? "±" + brief(scale.limit()) : range(0, scale.limit(), false);
        return TEXTS.get(scale.logarithmic() ? "limits.log" : scale.signed() ? "limits.linear" : "limits.unit", range);
    }

    private static String range(double least, double limit, boolean isNegative) {
        String near = Numerals.signed(isNegative, brief(least));
        String far = Numerals.signed(isNegative, brief(limit));
        return isNegative ? far + " … " + near : near + " … " + far;
    }

    private static String brief(double limit) {
        return Digits.brief(limit).replaceFirst("(\\.\\d*?)0+$", "$1").replaceFirst("\\.$", "");
    }
}
