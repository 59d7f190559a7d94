package org.gatescope.format.code;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/**
 * A program without its marks, and what they said.
 *
 * @param links of the lines that stand for something, counted from 0
 */
record LinkedText(String text, Map<Integer, List<CodeLink>> links) {
    /** @param marked with marks at the ends of lines */
    static LinkedText of(String marked) {
        StringBuilder plain = new StringBuilder(marked.length());
        Map<Integer, List<CodeLink>> links = new TreeMap<>();
        int line = 0;
        for (String each : marked.split("\n", -1)) {
            Matcher marks = CodeLink.MARKS.matcher(each);
            List<CodeLink> found = marks.results()
                    .map((MatchResult mark) -> CodeLink.read(mark))
                    .toList();
            if (!found.isEmpty()) {
                links.put(line, found);
            }
            plain.append(line == 0 ? "" : "\n")
                    .append(found.isEmpty() ? each : marks.replaceAll("").stripTrailing());
            line++;
        }
        return new LinkedText(plain.toString(), links);
    }
}
