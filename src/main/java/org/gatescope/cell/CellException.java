package org.gatescope.cell;

import org.gatescope.text.Texts;

/** What is wrong with a cell's text, where, and what was expected; {@link #getMessage} shows the line with a caret. */
public final class CellException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(CellException.class);
    /** So much of a long line is shown on either side of the caret. */
    private static final int EXCERPT = 60;

    private final int line;
    private final int column;
    private final String problem;

    CellException(SourceLine source, int column, String key, Object... arguments) {
        this(source, column, TEXTS.get(key, arguments));
    }

    private CellException(SourceLine source, int column, String problem) {
        super(TEXTS.get("problem", source.number(), column, problem) + "\n" + excerpt(source.text(), column));
        this.line = source.number();
        this.column = column;
        this.problem = problem;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1, counted in characters as a reader sees them (code points). */
    public int column() {
        return column;
    }

    /** One sentence, without the place. */
    public String problem() {
        return problem;
    }

    private static String excerpt(String text, int column) {
        int[] points = text.codePoints().toArray();
        int caret = Math.min(column - 1, points.length);
        int from = Math.max(0, caret - EXCERPT);
        int to = Math.min(points.length, caret + EXCERPT);
        String before = (from > 0 ? "…" : "") + new String(points, from, caret - from);
        String after = new String(points, caret, to - caret) + (to < points.length ? "…" : "");
        // tabs stay tabs, so that the caret stands under its column
        String indent = before.replaceAll("[^\t]", " ");
        return "  " + before + after + "\n  " + indent + "^";
    }
}
