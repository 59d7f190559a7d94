package org.gatescope.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells comments, texts and numbers of a program from the rest of it; none of the languages is read any further. */
enum Lexicon {
    PYTHON("#", "\"\"\"", "\"\"\""),
    /** Of Java and JavaScript. */
    CURLY("//", "/*", "*/");

    private static final String STRING = "\"(?:\\\\.|[^\"\\\\])*\"?|'(?:\\\\.|[^'\\\\])*'?";
    private static final String NUMBER = "(?<![\\w.])\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?";

    private final String blockStart;
    private final String blockEnd;
    private final Pattern pattern;

    /** What letters are to a reader. */
    enum Kind {
        CODE,
        COMMENT,
        STRING,
        NUMBER
    }

    /** Some letters of a line. */
    record Piece(Kind kind, String text) {}

    Lexicon(String comment, String blockStart, String blockEnd) {
        this.blockStart = blockStart;
        this.blockEnd = blockEnd;
        pattern = Pattern.compile("(?<block>" + Pattern.quote(blockStart) + ")|(?<comment>" + comment + ".*)|(?<string>"
                + STRING + ")|(?<number>" + NUMBER + ")");
    }

    /** @param ending of a program's file, without a dot */
    static Lexicon of(String ending) {
        return ending.equals("py") ? PYTHON : CURLY;
    }

    /** Whether a comment over several lines goes on behind a line. @param isInBlock whether one does before it */
    boolean goesOn(String line, boolean isInBlock) {
        boolean canChange = line.contains(blockStart) || line.contains(blockEnd);
        return canChange ? read(line, isInBlock, new ArrayList<>()) : isInBlock;
    }

    /** @param isInBlock whether a comment over several lines goes on before the line */
    List<Piece> pieces(String line, boolean isInBlock) {
        List<Piece> pieces = new ArrayList<>();
        read(line, isInBlock, pieces);
        return pieces;
    }

    private boolean read(String line, boolean isInBlock, List<Piece> pieces) {
        boolean isWithin = isInBlock;
        int from = 0;
        Matcher found = pattern.matcher(line);
        while (from < line.length()) {
            if (isWithin) {
                int end = line.indexOf(blockEnd, from);
                isWithin = end < 0;
                from = add(Kind.COMMENT, line, from, isWithin ? line.length() : end + blockEnd.length(), pieces);
            } else if (found.find(from)) {
                add(Kind.CODE, line, from, found.start(), pieces);
                isWithin = found.group("block") != null;
                from = add(kind(found), line, found.start(), found.end(), pieces);
            } else {
                from = add(Kind.CODE, line, from, line.length(), pieces);
            }
        }
        return isWithin;
    }

    private static Kind kind(Matcher found) {
        if (found.group("string") != null) {
            return Kind.STRING;
        }
        return found.group("number") == null ? Kind.COMMENT : Kind.NUMBER;
    }

    /** @return where it ends */
    private static int add(Kind kind, String line, int from, int to, List<Piece> pieces) {
        if (to > from) {
            pieces.add(new Piece(kind, line.substring(from, to)));
        }
        return to;
    }
}
