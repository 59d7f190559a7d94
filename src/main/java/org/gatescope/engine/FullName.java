package org.gatescope.engine;

/**
 * The name of a parameter or a state with its part before it: {@code 0.forward.Wx.i} is {@code Wx.i} of {@code 0.forward}.
 *
 * @param part  key of a layer's direction, of the read-out or of the embedding
 * @param local as the part's equations have it
 */
public record FullName(String part, String local) {
    private static final String DOT = ".";

    /**
     * Takes a full name apart.
     *
     * @throws IllegalArgumentException if it has no part before it
     */
    public static FullName of(String text) {
        boolean isOneWord = isIn(text, ReadOut.KEY) || isIn(text, Embedding.KEY);
        int dot = text.indexOf(DOT, isOneWord ? 0 : text.indexOf(DOT) + 1);
        if (dot < 0) {
            throw new IllegalArgumentException("no full name: " + text);
        }
        return new FullName(text.substring(0, dot), text.substring(dot + DOT.length()));
    }

    /** True if a full name is of a part. */
    public static boolean isIn(String text, String part) {
        return text.startsWith(part) && text.startsWith(DOT, part.length());
    }

    /** {@code 0.forward.Wx.i}. */
    public String text() {
        return part + DOT + local;
    }
}
