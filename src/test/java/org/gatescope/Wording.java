package org.gatescope;

import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.assertj.core.api.Condition;
import org.gatescope.text.Filling;
import org.jspecify.annotations.Nullable;

/**
 * Texts by their keys, so that tests hold whatever the words are. A key is written with its bundle, as in
 * {@code ui.debug:stopped}. What is not given for {0}, {1} … may be anything.
 */
public final class Wording {
    /** Placeholders are characters of private use: this one for {0}, the next for {1} … */
    private static final char FIRST = '\uE000';

    private static final int MOST = 16;

    private Wording() {}

    /** The text of a key, with its {0}, {1} … filled in. */
    public static String text(String key, Object... arguments) {
        return Filling.fill(pattern(key), arguments);
    }

    /** Whether a text is the one of a key, with these first arguments. */
    public static boolean says(String text, String key, @Nullable Object... arguments) {
        return form(key, arguments).matcher(text).matches();
    }

    /** A text is the one of a key, with these first arguments. */
    public static Condition<String> saying(String key, @Nullable Object... arguments) {
        Pattern form = form(key, arguments);
        return new Condition<>(text -> form.matcher(text).matches(), "the text of %s: %s", key, form);
    }

    /** A text holds the one of a key, with these first arguments. */
    public static Condition<String> holding(String key, @Nullable Object... arguments) {
        Pattern form = form(key, arguments);
        return new Condition<>(text -> form.matcher(text).find(), "holds the text of %s: %s", key, form);
    }

    /**
     * All texts of a key.
     *
     * @param arguments what is filled in; a pattern stands for what it matches, null for anything, like what is missing
     */
    public static Pattern form(String key, @Nullable Object... arguments) {
        @Nullable Object[] all = Arrays.copyOf(arguments, MOST);
        for (int i = 0; i < MOST; i++) {
            if (all[i] == null || all[i] instanceof Pattern) {
                all[i] = String.valueOf((char) (FIRST + i));
            }
        }
        StringBuilder regex = new StringBuilder();
        for (String piece : Filling.fill(pattern(key), all).split("(?<=[\uE000-\uE00F])|(?=[\uE000-\uE00F])")) {
            int i = piece.isEmpty() ? -1 : piece.charAt(0) - FIRST;
            if (i < 0 || i >= MOST) {
                regex.append(Pattern.quote(piece));
            } else {
                regex.append(i < arguments.length && arguments[i] instanceof Pattern part ? part : "[\\s\\S]*");
            }
        }
        return Pattern.compile(regex.toString());
    }

    private static String pattern(String key) {
        int colon = key.indexOf(':');
        return ResourceBundle.getBundle("org.gatescope." + key.substring(0, colon) + ".texts")
                .getString(key.substring(colon + 1));
    }
}
