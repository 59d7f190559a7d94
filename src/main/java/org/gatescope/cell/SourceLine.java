package org.gatescope.cell;

import java.util.ArrayList;
import java.util.List;

/** A line of a cell's text with its number, from 1. */
record SourceLine(int number, String text) {
    /** Splits at Unix, Windows and old Mac line ends; a byte-order mark at the start is dropped. */
    static List<SourceLine> split(String source) {
        String text = source.startsWith("\uFEFF") ? source.substring(1) : source;
        List<SourceLine> lines = new ArrayList<>();
        for (String line : text.split("\r\n|\r|\n", -1)) {
            lines.add(new SourceLine(lines.size() + 1, line));
        }
        return lines;
    }
}
