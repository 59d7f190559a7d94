package org.gatescope.lesson;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What of the window a step of a lesson sets; all else stays as it is.
 *
 * @param position of the playhead: operations that are done
 * @param view     what the panels show, by the keys of session files: {@code panels}, {@code part}, {@code opened}, …
 */
public record Place(OptionalLong position, Map<String, String> view) {
    /** Where nothing is set. */
    public static final Place ANY = new Place(OptionalLong.empty(), Map.of());

    /** The key of the playhead's position in a link. */
    public static final String POSITION = "position";

    /** The key of the number that is opened. */
    public static final String OPENED = "opened";

    public Place {
        view = Map.copyOf(view);
    }

    /**
     * Where a link in a text leads: a key and what is set, such as {@code position 12} or {@code opened step 0.forward h' 1 0
     * 0}.
     *
     * @return empty if it is none
     */
    public static Optional<Place> link(String written) {
        String[] words = written.strip().split("\\s+", 2);
        if (words.length < 2) {
            return Optional.empty();
        }
        if (!words[0].equals(POSITION)) {
            return Optional.of(new Place(OptionalLong.empty(), Map.of(words[0], words[1])));
        }
        return words[1].matches("\\d{1,18}")
                ? Optional.of(new Place(OptionalLong.of(Long.parseLong(words[1])), Map.of()))
                : Optional.empty();
    }
}
