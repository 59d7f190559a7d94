package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.List;

/** Lines of a program that are not too long. */
final class BrokenLines {
    private static final int MOST = 99;

    private BrokenLines() {}

    /** In Python, where a line goes on within parentheses. @param indent of the place that it is put at, in columns */
    static List<String> python(String head, String expression, int indent) {
        if (indent + head.length() + expression.length() <= MOST) {
            return List.of(head + expression);
        }
        List<String> lines = new ArrayList<>(List.of(head + "("));
        filled(expression, MOST - indent - 4).forEach(line -> lines.add("    " + line));
        lines.add(")");
        return lines;
    }

    /** Where a semicolon ends a line. */
    static List<String> withSemicolon(String head, String expression, int indent) {
        if (indent + head.length() + expression.length() + 1 <= MOST) {
            return List.of(head + expression + ";");
        }
        List<String> lines = new ArrayList<>(List.of(head.stripTrailing()));
        filled(expression + ";", MOST - indent - 4).forEach(line -> lines.add("    " + line));
        return lines;
    }

    /** Words side by side until the line is full. */
    static List<String> filled(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
