package org.gatescope.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines that fit a braille display: broken between words, what follows set in by two. */
final class NarrowLines {
    /** Cells of a usual display. */
    static final int WIDTH = 40;

    private static final String INDENT = "  ";

    private NarrowLines() {}

    /** A line broken; what it is set in by itself is kept. A word that is longer than a line is cut. */
    static List<String> of(String line) {
        String own = line.substring(0, line.length() - line.stripLeading().length());
        List<String> lines = new ArrayList<>();
        String now = own;
        for (String word : line.strip().split("\\s+")) {
            String rest = word;
            if (!now.isBlank() && now.length() + 1 + rest.length() > WIDTH) {
                lines.add(now);
                now = own + INDENT;
            }
            now += now.isBlank() ? "" : " ";
            while (now.length() + rest.length() > WIDTH) {
                int fits = WIDTH - now.length();
                lines.add(now + rest.substring(0, fits));
                rest = rest.substring(fits);
                now = own + INDENT;
            }
            now += rest;
        }
        lines.add(now.stripTrailing());
        return lines;
    }
}
