package org.gatescope.ui.lesson;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gatescope.cell.Convention;

/** Steps that a lesson's text names, {@code step 3}, {@code steps 0, 1 and 2}, {@code t = 3}, as the reader counts them. */
public final class CountedSteps {
    private static final Pattern NAMED = Pattern.compile(
            "(?:\\b[Ss]tep |\\bt = )\\d{1,9}\\b|\\b[Ss]teps \\d{1,9}(?:(?:,? and |,? or |, | to |–)\\d{1,9})*\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private CountedSteps() {}

    /** Lessons are written with steps from 0. */
    public static String in(String text) {
        return Convention.counted(0) == 0 ? text : NAMED.matcher(text).replaceAll(CountedSteps::counted);
    }

    private static String counted(MatchResult named) {
        return NUMBER.matcher(named.group())
                .replaceAll(number -> String.valueOf(Convention.counted(Integer.parseInt(number.group()))));
    }
}
