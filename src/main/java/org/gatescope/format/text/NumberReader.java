package org.gatescope.format.text;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatescope.format.FormatException;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;

/** The grammar of {@link TypedNumber}: sign, then a quotient of at most two products of a decimal and a constant. */
final class NumberReader {
    private static final int LONGEST = 400;
    private static final int QUOTED = 40;
    /** Digits, or groups of three with one mark throughout; a single comma or point is the decimal mark. */
    private static final Pattern DECIMAL = Pattern.compile(
            "(\\d+|[1-9]\\d{0,2}(?:([,.'’\u00A0])\\d{3})(?:\\2\\d{3})*+)?" + "(?:([,.])(\\d*))?(?:e([+-]?\\d+))?");

    private static final Pattern PRODUCT = Pattern.compile(
            "(?<times>[^*·×πp√s]*)[*·×]?(?:(?<pi>π|pi)" + "|(?:√|sqrt)(?:\\((?<inner>[^()]+)\\)|(?<root>[^()]+)))");
    /** A power of ten as it is printed, {@code ×10⁻⁶}, or as it is typed, {@code *10^-6}. */
    private static final Pattern TENFOLD = Pattern.compile("(?<=[\\d.,])[*·×]10(?:(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|\\^([+-]?\\d+))");

    private static final Pattern DIGITS = Pattern.compile("[\\d,.'’\u00A0]+");
    private static final Texts TEXTS = Texts.of(FormatException.class);

    private NumberReader() {}

    static TypedNumber read(String text) {
        if (text.length() > LONGEST) {
            return refuse("number.tooLong", text);
        }
        if (isPlain(text)) {
            try {
                return checked(text, text, Double.parseDouble(text));
            } catch (NumberFormatException e) {
                return readTyped(text);
            }
        }
        return readTyped(text);
    }

    private static TypedNumber readTyped(String text) {
        String plain = plain(text);
        if (plain.isEmpty()) {
            return refuse("number.empty", text);
        }
        boolean negative = plain.startsWith("-");
        String rest = negative || plain.startsWith("+") ? plain.substring(1) : plain;
        double sign = negative ? -1 : 1;
        return switch (rest) {
            case "inf", "infinity", "∞" -> new TypedNumber.Number(sign * Double.POSITIVE_INFINITY);
            case "nan" -> new TypedNumber.Number(Double.NaN);
            default -> readQuotient(text, sign, rest);
        };
    }

    private static TypedNumber readQuotient(String text, double sign, String rest) {
        int slash = rest.indexOf('/');
        double above = product(slash < 0 ? rest : rest.substring(0, slash));
        double below = slash < 0 ? 1 : product(rest.substring(slash + 1));
        if (Double.isNaN(above) || Double.isNaN(below)) {
            return refuse("number.unclear", text);
        }
        if (below == 0) {
            return refuse("number.zeroBelow", text);
        }
        return checked(text, rest, sign * (above / below));
    }

    /** Only what was typed as infinite or zero may be so. */
    private static TypedNumber checked(String text, String digits, double value) {
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            return refuse("number.tooLarge", text);
        }
        return value == 0 && hasSize(digits) ? refuse("number.tooSmall", text) : new TypedNumber.Number(value);
    }

    /** Whether a digit other than 0 stands before the exponent or the fraction bar. */
    private static boolean hasSize(String digits) {
        return digits.matches("[^eE/]*[1-9π].*");
    }

    /** The value of "3π", "√2", "2*sqrt(3)" or a decimal; NaN where the text is none of them. */
    private static double product(String text) {
        Matcher product = PRODUCT.matcher(text);
        if (!product.matches()) {
            return decimal(text);
        }
        String times = product.group("times");
        double factor = times.isEmpty() && text.matches("[πp√s].*") ? 1 : decimal(times);
        if (product.group("pi") != null) {
            return factor * Math.PI;
        }
        String inner = product.group("inner");
        return factor * Math.sqrt(decimal(inner == null ? product.group("root") : inner));
    }

    private static double decimal(String text) {
        Matcher parts = DECIMAL.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            return Double.NaN;
        }
        String whole = parts.group(1) == null ? "" : parts.group(1);
        String grouping = parts.group(2);
        String mark = parts.group(3);
        String fraction = parts.group(4) == null ? "" : parts.group(4);
        if ((whole.isEmpty() && fraction.isEmpty()) || (mark != null && mark.equals(grouping))) {
            return Double.NaN;
        }
        if (",".equals(mark) && fraction.isEmpty()) {
            return Double.NaN;
        }
        return Double.parseDouble(whole.replaceAll("\\D", "") + "." + fraction + exponent(parts));
    }

    /** The decimal mark of a number that has one, or that groups digits with the other mark; 0 if it shows neither. */
    static char decimalMark(String number) {
        int point = number.indexOf('.');
        if (isPlain(number) && point == number.lastIndexOf('.')) {
            return point < 0 ? 0 : '.';
        }
        Matcher digits = DIGITS.matcher(plain(number));
        while (digits.find()) {
            Matcher parts = DECIMAL.matcher(digits.group());
            if (parts.matches() && parts.group(3) != null) {
                return parts.group(3).charAt(0);
            }
            if (parts.matches() && parts.group(2) != null) {
                return otherMark(parts.group(2).charAt(0));
            }
        }
        return 0;
    }

    private static char otherMark(char grouping) {
        return switch (grouping) {
            case '.' -> ',';
            case ',' -> '.';
            default -> 0;
        };
    }

    private static String raisedTo(MatchResult tenfold) {
        return tenfold.group(1) == null ? tenfold.group(2) : tenfold.group(1);
    }

    private static String exponent(Matcher parts) {
        return parts.group(5) == null ? "" : "e" + parts.group(5);
    }

    /** What {@link Double#parseDouble} reads as it stands; the quick way for large blocks. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** One sign for each meaning, small letters, no spaces around operators; thin and hard spaces as one kind. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().map(NumberReader::plain).forEach(plain::appendCodePoint);
        String small =
                plain.toString().toLowerCase(Locale.ROOT).replaceAll("[ \u00A0]*([-+*·×/()π√]|^|$)[ \u00A0]*", "$1");
        return TENFOLD.matcher(small)
                .replaceAll(tenfold -> "e" + Numerals.lowered(raisedTo(tenfold)).replace(Numerals.MINUS, '-'));
    }

    private static int plain(int c) {
        int narrow = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; // full-width forms of ASCII
        return switch (narrow) {
            case '\u2212', '\u2010', '\u2011', '\u2012', '\u2013', '\u30FC' -> '-';
            case '\u3002', '\u066B' -> '.';
            case '\u3001' -> ',';
            case '\u2044', '\u2215' -> '/';
            case '\u3000', '\t', '\n', '\r' -> ' ';
            case '\u2009', '\u202F' -> '\u00A0'; // hard and thin spaces group digits
            default -> Character.isDigit(narrow) ? '0' + Character.digit(narrow, 10) : narrow;
        };
    }

    private static TypedNumber refuse(String key, String text) {
        String shown = text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text;
        return new TypedNumber.Refused(TEXTS.get(key, shown.strip().replaceAll("\\R", " ")));
    }
}
