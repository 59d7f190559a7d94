package org.gatescope.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of a lesson, taken apart: words, formulas between backticks, *names* of what stands in the window, and links. */
public sealed interface LessonMarkup {
    /** As they are written. */
    record Words(String text) implements LessonMarkup {}

    /** What stands between backticks. */
    record Mathematical(String text) implements LessonMarkup {}

    /** What stands in the window. */
    record Named(String text) implements LessonMarkup {}

    /** Words that lead somewhere. @param target what stands in the parentheses */
    record Link(String text, String target) implements LessonMarkup {}

    /** All that is marked. */
    Pattern MARKED = Pattern.compile("`([^`]+)`|\\[([^\\]]+)\\]\\(([^)]+)\\)|\\*([^*]+)\\*");

    /** The paragraphs of a text, between blank lines. */
    static List<List<LessonMarkup>> paragraphs(String text) {
        return List.of(text.strip().split("\\n\\s*\\n", -1)).stream()
                .map(LessonMarkup::pieces)
                .toList();
    }

    private static List<LessonMarkup> pieces(String paragraph) {
        List<LessonMarkup> pieces = new ArrayList<>();
        Matcher marked = MARKED.matcher(paragraph);
        int done = 0;
        while (marked.find()) {
            add(pieces, paragraph.substring(done, marked.start()));
            pieces.add(piece(marked));
            done = marked.end();
        }
        add(pieces, paragraph.substring(done));
        return pieces;
    }

    private static void add(List<LessonMarkup> pieces, String words) {
        if (!words.isEmpty()) {
            pieces.add(new Words(words));
        }
    }

    private static LessonMarkup piece(Matcher marked) {
        if (marked.group(1) != null) {
            return new Mathematical(String.valueOf(marked.group(1)));
        }
        return marked.group(2) != null
                ? new Link(String.valueOf(marked.group(2)), String.valueOf(marked.group(3)))
                : new Named(String.valueOf(marked.group(4)));
    }
}
