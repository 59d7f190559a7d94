package org.gatescope.lesson;

import java.util.stream.Stream;
import org.gatescope.engine.mistakes.Change;

/** A line of code as a mistake has it, or as it should be. */
public record CodeLine(boolean isRight, String text) {
    private static final String RIGHT = "+ ";
    private static final String WRONG = "- ";

    /**
     * Of a line as a comparison of two files has it, with {@code +} before it where it is right.
     *
     * @throws IllegalArgumentException if it begins with neither {@code +} nor {@code -}
     */
    static CodeLine read(String marked) {
        if (!marked.startsWith(RIGHT) && !marked.startsWith(WRONG)) {
            throw new IllegalArgumentException("neither right nor wrong: " + marked);
        }
        return new CodeLine(marked.startsWith(RIGHT), marked.substring(RIGHT.length()));
    }

    /** What a mistake makes of a line, after the line as it should be. */
    public static Stream<CodeLine> of(Change change) {
        return Stream.concat(
                change.before().stream().map(line -> new CodeLine(true, line)),
                Stream.of(new CodeLine(false, change.after())));
    }
}
