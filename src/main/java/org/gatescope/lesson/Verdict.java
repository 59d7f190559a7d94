package org.gatescope.lesson;

/**
 * What an answer is worth.
 *
 * @param sentence what is said of a known mistake; empty of all else
 */
public record Verdict(Kind kind, String sentence) {
    /** How an answer compares with what the run says. */
    public enum Kind {
        RIGHT,
        WRONG,
        /** Wrong, in a way that is known. */
        KNOWN,
        /** Free words: whoever wrote them compares. */
        WORDS,
        /** Nothing was answered. */
        NONE,
        /** The run does not have what was asked for: it was edited meanwhile. */
        GONE
    }

    static Verdict of(Kind kind) {
        return new Verdict(kind, "");
    }
}
