package org.gatescope.ui.window;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatescope.picture.ColourMap;
import org.gatescope.picture.lane.LaneHeights;
import org.gatescope.picture.lane.LaneLook;
import org.gatescope.picture.lane.ScaleChoice;

/** How lanes look, as session files say it: {@code d.h=viridis,flipped,shared,log,limit:2.5,height:40}, a word for each lane. */
final class Looks {
    private static final String FLIPPED = "flipped";
    private static final String LOGARITHMIC = "log";
    private static final String LIMIT = "limit:";
    private static final String HEIGHT = "height:";

    private Looks() {}

    static String written(Map<String, LaneLook> looks) {
        return new TreeMap<>(looks)
                .entrySet().stream()
                        .map(look -> look.getKey() + "=" + written(look.getValue()))
                        .collect(Collectors.joining(" "));
    }

    private static String written(LaneLook look) {
        StringJoiner words = new StringJoiner(",");
        words.add(look.map().key()).add(look.choice().key());
        if (look.flipped()) {
            words.add(FLIPPED);
        }
        if (look.logarithmic()) {
            words.add(LOGARITHMIC);
        }
        words.add(LIMIT + look.fixed());
        words.add(HEIGHT + look.height());
        return words.toString();
    }

    /** Those that can be read. */
    static Map<String, LaneLook> read(String written) {
        Map<String, LaneLook> looks = new TreeMap<>();
        for (String word : written.split(" ", -1)) {
            int equals = word.lastIndexOf('=');
            if (equals > 0) {
                look(word.substring(equals + 1)).ifPresent(look -> looks.put(word.substring(0, equals), look));
            }
        }
        return looks;
    }

    /** A lane's; empty where its colours are not known. */
    private static Optional<LaneLook> look(String words) {
        LaneLook look = null;
        for (ColourMap map : ColourMap.values()) {
            if (words.startsWith(map.key() + ",")) {
                look = new LaneLook(map, false, ScaleChoice.OWN, 1, false, false, 0);
            }
        }
        for (String word : words.split(",", -1)) {
            look = look == null ? null : with(look, word);
        }
        return Optional.ofNullable(look);
    }

    private static LaneLook with(LaneLook look, String word) {
        if (word.startsWith(LIMIT)) {
            double limit = number(word.substring(LIMIT.length()));
            return limit > 0 && limit <= Double.MAX_VALUE
                    ? look.withFixed(limit).withChoice(look.choice())
                    : look;
        }
        if (word.startsWith(HEIGHT)) {
            double height = number(word.substring(HEIGHT.length()));
            return height >= LaneHeights.LEAST && height <= LaneHeights.MOST ? look.withHeight(height) : look;
        }
        return switch (word) {
            case FLIPPED -> look.withFlipped(true);
            case LOGARITHMIC -> look.withLogarithmic(true);
            default ->
                Stream.of(ScaleChoice.values())
                        .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst()
                        .map(look::withChoice)
                        .orElse(look);
        };
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return 0; // as where nothing is said
        }
    }
}
