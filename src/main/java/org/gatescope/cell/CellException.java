package org.gatescope.cell;

import java.util.Arrays;
import org.gatescope.text.Texts;

/** What is wrong with a cell's text, where, and what was expected; {@link #getMessage} shows the line with a caret. */
public final class CellException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(CellException.class);
    /** So much is shown of a long name. */
    private static final int LONGEST = 300;

    private final int line;
    private final int column;
    private final String problem;

    CellException(SourceLine source, int column, String key, Object... arguments) {
        this(
                source,
                column,
                TEXTS.get(
                        key,
                        Arrays.stream(arguments).map(CellException::shortened).toArray()));
    }

    private CellException(SourceLine source, int column, String problem) {
        super(TEXTS.get("problem", source.number(), column, problem) + "\n" + Excerpt.of(source.text(), column));
        this.line = source.number();
        this.column = column;
        this.problem = problem;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1, counted in characters as a user sees them (code points). */
    public int column() {
        return column;
    }

    /** One sentence, without the place. */
    public String problem() {
        return problem;
    }

    /** A count stays a number, by which its text chooses a form. */
    private static Object shortened(Object argument) {
        if (argument instanceof Integer) {
            return argument;
        }
        String text = String.valueOf(argument);
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
