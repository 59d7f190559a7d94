package org.gatescope.format.keras;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in the order of the numbers in them: lstm_2 stands before lstm_10. */
final class NaturalOrder {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private NaturalOrder() {}

    static int compare(String one, String other) {
        return padded(one).compareTo(padded(other));
    }

    private static String padded(String name) {
        return NUMBER.matcher(name)
                .replaceAll(number ->
                        Matcher.quoteReplacement("0".repeat(9 - number.group().length()) + number.group()));
    }
}
