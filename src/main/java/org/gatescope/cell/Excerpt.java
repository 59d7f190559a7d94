package org.gatescope.cell;

/** The part of a line around an error, with a caret under the place. */
final class Excerpt {
    /** So much of a long line is shown on either side of the caret. */
    private static final int REACH = 60;
    /** Characters that take two columns of a terminal. */
    private static final String WIDE =
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\u3001-\\u30FF\\uFF01-\\uFF60]";

    private Excerpt() {}

    /** @param column from 1, in code points */
    static String of(String line, int column) {
        int[] points = line.codePoints().toArray();
        int caret = Math.min(column - 1, points.length);
        int from = Math.max(0, caret - REACH);
        int to = Math.min(points.length, caret + REACH);
        String before = (from > 0 ? "…" : "") + visible(new String(points, from, caret - from));
        String after = visible(new String(points, caret, to - caret)) + (to < points.length ? "…" : "");
        return "  " + before + after + "\n  " + indent(before) + "^";
    }

    /** As wide as the text on a screen of fixed pitch: tabs stay tabs, and a mark over a letter takes no room. */
    private static String indent(String before) {
        return before.replaceAll("[\\p{Mn}\\p{Me}]", "")
                .replaceAll(WIDE, "\u3000")
                .replaceAll("[^\t\u3000]", " ");
    }

    /** Characters that are not seen, or that turn the line around, show as �. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{C}\\u2028\\u2029&&[^\\t]]", "\uFFFD");
    }
}
