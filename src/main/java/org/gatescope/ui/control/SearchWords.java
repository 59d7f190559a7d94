package org.gatescope.ui.control;

import java.util.Locale;

/** What is typed into a search. */
public final class SearchWords {
    private SearchWords() {}

    /** True if all words that were typed stand somewhere in a text, whatever their case; commas between them are none. */
    public static boolean allIn(String typed, String text) {
        String searched = text.toLowerCase(Locale.ROOT);
        for (String word : typed.strip().toLowerCase(Locale.ROOT).split("[\\s,;:]+")) {
            if (!searched.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
