package org.gatescope.format.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writings of numbers that are brought to rows and brackets before they are read: LaTeX, MATLAB, what Python prints. */
final class CopiedNotation {
    private static final Pattern PARAMETER = Pattern.compile("Parameter\\s+containing:");
    /** {@code np.float64(0.5)}, {@code tensor(0.5, device='cuda:0')}: one number by itself. */
    private static final Pattern SCALAR =
            Pattern.compile("\\b(?:(?:np|numpy|torch)\\.)?(?:float\\d+|int\\d+|uint\\d+|bfloat16|tensor|array)"
                    + "\\(\\s*([-+\\w.]{1,40}?)\\s*(?:,[^()\\[\\]]{0,80})?\\)");

    private static final Pattern PYTHON_CONSTANT = Pattern.compile("\\b(?:np|numpy|torch|math)\\.(inf|nan)\\b");
    private static final Pattern MATRIX = Pattern.compile(
            "\\\\begin\\{([bBpvV]?(?:small)?matrix\\*?|array)\\}(?:\\{[^{}]*\\}|\\[[a-z]\\])?(.*?)\\\\end\\{\\1\\}",
            Pattern.DOTALL);
    private static final Pattern FRACTION = Pattern.compile("\\\\[dt]?frac\\{([^{}]*)\\}\\{([^{}]*)\\}");
    private static final Pattern TENFOLD =
            Pattern.compile("\\s*\\\\(?:cdot|times)\\s*10\\s*\\^\\s*\\{?([-+−]?\\d+)\\}?");
    private static final Pattern LATEX_SPACE = Pattern.compile("\\\\[,;:!]|\\\\(?:hline|quad|qquad)\\b|[~$]|\\{,\\}");
    private static final Pattern MATLAB = Pattern.compile("\\s*(?:\\w+\\s*=\\s*)?\\[([^\\[\\](){}]*+)\\]\\s*;?\\s*");
    private static final Pattern LIST = Pattern.compile("\\s*[\\[(]\\s*(?:[\\w.]+\\.)?(?:array|tensor)\\(");

    private CopiedNotation() {}

    /** The numbers in rows, or in brackets within each other; what is neither LaTeX nor MATLAB nor Python stays. */
    static String plain(String text) {
        int begin = text.indexOf("\\begin{");
        Matcher matrix = MATRIX.matcher(text).region(Math.max(begin, 0), text.length());
        if (begin >= 0 && matrix.lookingAt()) {
            return fromLatex(matrix.group(2));
        }
        Matcher matlab = MATLAB.matcher(text);
        if (text.indexOf(';') >= 0 && matlab.matches() && matlab.group(1).indexOf(';') >= 0) {
            return fromMatlab(matlab.group(1));
        }
        return fromPython(text);
    }

    /** Large arrays are looked through only for what is in them. */
    private static String fromPython(String text) {
        String plain = text.contains("Parameter") ? PARAMETER.matcher(text).replaceAll("") : text;
        if (plain.indexOf('(', Math.max(0, plain.indexOf('['))) >= 0) {
            plain = SCALAR.matcher(plain).replaceAll("$1");
        }
        return plain.contains(".inf") || plain.contains(".nan")
                ? PYTHON_CONSTANT.matcher(plain).replaceAll("$1")
                : plain;
    }

    /** Rows end with two backslashes, their numbers stand between ampersands. */
    private static String fromLatex(String body) {
        String numbers = LATEX_SPACE.matcher(body).replaceAll("");
        numbers = FRACTION.matcher(numbers).replaceAll("$1/$2");
        numbers = TENFOLD.matcher(numbers).replaceAll("e$1");
        numbers = numbers.replace("\\infty", "inf").replaceAll("\\\\(?:mathrm|text)\\{([^{}]*)\\}", "$1");
        return Arrays.stream(numbers.split("\\\\\\\\(?:\\[[^\\]]*\\])?"))
                .filter(row -> !row.isBlank())
                .map(row -> Arrays.stream(row.split("&", -1))
                        .map(number -> number.strip().replace('\n', ' '))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /** Rows end with a semicolon or a line, their numbers stand between commas or spaces. */
    private static String fromMatlab(String body) {
        return Arrays.stream(body.split("[;\\n]"))
                .filter(row -> !row.isBlank())
                .map(row -> "[" + row.strip() + "]")
                .collect(Collectors.joining(",\n", "[", "]"));
    }

    /** The arrays of a list of them, as Keras' {@code get_weights()} is printed; empty where there is no such list. */
    static Optional<List<String>> arrays(String text) {
        return LIST.matcher(text).lookingAt() ? items(text) : Optional.empty();
    }

    /** Empty where a bracket is left open. */
    private static Optional<List<String>> items(String text) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean opens = c == '[' || c == '(';
            boolean closes = c == ']' || c == ')';
            if (opens && depth == 0) {
                begin = i + 1;
            }
            depth += opens ? 1 : closes ? -1 : 0;
            if (c == ',' && depth == 1 || closes && depth == 0) {
                items.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        return depth == 0
                ? Optional.of(items.stream().filter(item -> !item.isBlank()).toList())
                : Optional.empty();
    }
}
