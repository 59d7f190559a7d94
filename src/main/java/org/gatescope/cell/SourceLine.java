package org.gatescope.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a cell's text with its number, from 1. */
record SourceLine(int number, String text) {
    private static final String MARK = "\uFEFF";
    private static final Pattern END = Pattern.compile("\r\n|\r|\n");

    /** Splits at Unix, Windows and old Mac line ends; a byte-order mark at the start is dropped. */
    static List<SourceLine> split(String source) {
        String text = source.startsWith(MARK) ? source.substring(MARK.length()) : source;
        List<SourceLine> lines = new ArrayList<>();
        for (String line : END.split(text, -1)) {
            lines.add(new SourceLine(lines.size() + 1, line));
        }
        return lines;
    }

    /** Where a line begins in the text. @param number from 1 */
    static int start(String source, int number) {
        int start = source.startsWith(MARK) ? MARK.length() : 0;
        Matcher ends = END.matcher(source);
        for (int line = 1; line < number && ends.find(); line++) {
            start = ends.end();
        }
        return start;
    }
}
