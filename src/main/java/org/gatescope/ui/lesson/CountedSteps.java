package org.gatescope.ui.lesson;

import java.util.regex.Pattern;
import org.gatescope.cell.Convention;

/** Steps that a lesson's text names, {@code step 3}, {@code steps 0 and 1}, {@code t = 3}, as the reader counts them. */
final class CountedSteps {
    private static final Pattern STEP =
            Pattern.compile("(?<=\\b[Ss]tep )\\d{1,9}\\b|(?<=\\b[Ss]teps )\\d{1,9}\\b|(?<=\\bt = )\\d{1,9}\\b"
                    + "|(?<=\\b[Ss]teps \\d{1,9} (?:and|to|or) )\\d{1,9}\\b");

    private CountedSteps() {}

    /** Lessons are written with steps from 0. */
    static String in(String text) {
        return Convention.counted(0) == 0
                ? text
                : STEP.matcher(text).replaceAll(step -> String.valueOf(Convention.counted(Integer.parseInt(step.group()))));
    }
}
