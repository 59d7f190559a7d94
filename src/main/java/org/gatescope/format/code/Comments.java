package org.gatescope.format.code;

/** Texts that come from a session, as comments of a program: nothing in them ends the comment. */
final class Comments {
    private static final int LONGEST = 300;

    private Comments() {}

    /** One line, in which nothing is a sign of Python, Java or JavaScript that a comment ends at or is read by. */
    static String harmless(String line) {
        String plain = line.replaceAll("[\\p{C}\\u2028\\u2029]", " ")
                .replace('\\', '/')
                .replace("\"\"\"", "'''")
                .replace("*/", "* /");
        String whole = plain.endsWith("\"") ? plain + " " : plain;
        return (whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole).stripTrailing();
    }
}
