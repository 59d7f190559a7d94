package org.gatescope.format.data;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers as files hold them, with a given decimal mark. Nothing is computed: 1/3 is a word here. */
final class CellNumber {
    private static final int LONGEST = 400;
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "none", "-", "?", ".", "…");

    /**
     * Groups of three are told by spaces, apostrophes or the other mark. One such group alone is not taken for one with
     * that mark, as 1,234 is more often a number with another decimal mark.
     */
    private static final String FORM = "[+-]?"
            + "(?:\\d+|\\d{1,3}(?:[ '’\u00A0\u2009\u202F]\\d{3})+|\\d{1,3}(?:%2$s\\d{3}){2,}|\\d{1,3}%2$s\\d{3}(?=%1$s))?"
            + "(?:(?<=\\d)%1$s\\d*|%1$s\\d+|(?<=\\d))(?:[eE][+-]?\\d+)?";

    private static final Pattern WITH_POINT = Pattern.compile(FORM.formatted("\\.", ","));
    private static final Pattern WITH_COMMA = Pattern.compile(FORM.formatted(",", "\\."));

    private CellNumber() {}

    /** True where a cell says that there is no number. */
    static boolean isMissing(String cell) {
        return cell.length() <= 4 && MISSING.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /** True for a number or for what says that there is none. */
    static boolean fits(String cell, char mark) {
        return isMissing(cell) || isNumber(cell, mark);
    }

    /** True for a number. */
    static boolean isNumber(String cell, char mark) {
        if (cell.length() > LONGEST) {
            return false;
        }
        String text = minus(cell.strip());
        return isInfinite(text) || pattern(mark).matcher(text).matches();
    }

    /** The number of a cell that {@link #fits}; NaN where there is none. */
    static double read(String cell, char mark) {
        if (isMissing(cell)) {
            return Double.NaN;
        }
        String text = minus(cell.strip());
        if (isInfinite(text)) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == mark) {
                plain.append('.');
            } else if (c >= '0' && c <= '9' || c == '-' || c == '+' || c == 'e' || c == 'E') {
                plain.append(c);
            }
        }
        return Double.parseDouble(plain.toString());
    }

    private static Pattern pattern(char mark) {
        return mark == ',' ? WITH_COMMA : WITH_POINT;
    }

    private static String minus(String text) {
        return text.indexOf('\u2212') < 0 ? text : text.replace('\u2212', '-');
    }

    private static boolean isInfinite(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "-inf", "infinity", "-infinity" -> true;
            default -> false;
        };
    }
}
