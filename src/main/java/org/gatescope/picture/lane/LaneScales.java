package org.gatescope.picture.lane;

import java.util.Collection;
import org.gatescope.picture.Digits;
import org.gatescope.picture.Family;
import org.gatescope.picture.Scale;
import org.gatescope.text.Texts;

/** The scale of each lane, from what the user chose and from the numbers. */
public final class LaneScales {
    private static final Texts TEXTS = Texts.of(LaneScales.class);

    private LaneScales() {}

    /** A lane as far as scales are concerned; {@code largest} is the largest finite magnitude of its numbers. */
    public record Entry(Family family, LaneLook look, double largest) {}

    /** @param all with it, those that it may share its limit with */
    public static Scale of(Entry lane, Collection<Entry> all) {
        double limit = switch (lane.look().choice()) {
            case OWN -> limit(lane.family(), lane.largest());
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
        String limit =
                Digits.brief(scale.limit()).replaceFirst("(\\.\\d*?)0+$", "$1").replaceFirst("\\.$", "");
        String range = scale.signed() ? "±" + limit : "0 … " + limit;
        return TEXTS.get(scale.logarithmic() ? "limits.log" : scale.signed() ? "limits.linear" : "limits.unit", range);
    }
}
