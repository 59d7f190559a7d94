package org.gatescope.engine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a layer read in one direction is called, as in {@code 0.forward}. Beside these stand {@link ReadOut#KEY} and {@link
 * Embedding#KEY}.
 *
 * @param layer from 0, the lowest
 */
public record PartKey(int layer, boolean reversed) {
    /** Of the lowest layer, unless it reads in reverse alone. */
    public static final String FIRST = "0.forward";

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\.(forward|backward)");

    /** @return empty for the key of a read-out or an embedding, and for what is no key */
    public static Optional<PartKey> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new PartKey(
                        Integer.parseInt(form.group(1)), form.group(2).equals(word(true))))
                : Optional.empty();
    }

    /** {@code 0.forward}. */
    public String text() {
        return layer + "." + word(reversed);
    }

    private static String word(boolean reversed) {
        return reversed ? "backward" : "forward";
    }
}
