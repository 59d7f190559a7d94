package org.gatescope.cell;

/**
 * A word or sign of a line.
 *
 * @param column where it starts, from 1, in code points
 */
record Token(Kind kind, String text, int column) {
    enum Kind {
        NAME,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
