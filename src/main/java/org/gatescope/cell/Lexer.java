package org.gatescope.cell;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.Token.Kind;

/** Splits a line into names, numbers and signs; what follows {@code #} is a comment. */
final class Lexer {
    /** What a matrix's transpose is written with, after it. */
    static final String TRANSPOSED = "ᵀ";

    /** Element by element for some, products of matrices for others. */
    static final String DOT = "·";

    static final String CROSS = "×";
    private static final String SIGNS = "+-*/@^(),=<>![]" + TRANSPOSED + DOT + CROSS;
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final SourceLine line;
    private final int[] points;
    private final boolean isCondition;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(SourceLine line, boolean isCondition) {
        this.line = line;
        this.isCondition = isCondition;
        this.points = line.text().codePoints().toArray();
    }

    /** The tokens of a line, the last one of kind END. */
    static List<Token> tokens(SourceLine line) {
        return new Lexer(line, false).read();
    }

    /** The tokens of a condition. */
    static List<Token> conditionTokens(SourceLine line) {
        return new Lexer(line, true).read();
    }

    private List<Token> read() {
        while (at < points.length && points[at] != '#') {
            int point = points[at];
            if (isBlank(point)) {
                at++;
            } else if (startsName(point)) {
                name();
            } else if (isDigit(point) || point == '.' && isDigit(peek(1))) {
                number();
            } else {
                sign();
            }
        }
        tokens.add(new Token(Kind.END, "", at + 1));
        return tokens;
    }

    /** Letters, digits and underscores, parts joined by dots, at most one prime at the end. */
    private void name() {
        int start = at;
        skipWord();
        while (peek(0) == '.' && startsWordPart(peek(1))) {
            at++;
            skipWord();
        }
        String text = Normalizer.normalize(new String(points, start, at - start), Normalizer.Form.NFC);
        if (isPrime(peek(0))) {
            at++;
            text += "'";
        }
        tokens.add(new Token(Kind.NAME, text, start + 1));
    }

    private void number() {
        int start = at;
        skipDigits();
        if (peek(0) == '.') {
            at++;
            skipDigits();
        }
        if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(1))) {
            at++;
            skipDigits();
        } else if ((peek(0) == 'e' || peek(0) == 'E') && (peek(1) == '-' || peek(1) == '+') && isDigit(peek(2))) {
            at += 2;
            skipDigits();
        }
        if (startsName(peek(0)) || peek(0) == '.') {
            throw new CellException(line, at + 1, "number.tail", new String(points, start, at - start));
        }
        String text = new String(points, start, at - start);
        if (Double.isInfinite(Double.parseDouble(text))) {
            throw new CellException(line, start + 1, "number.large");
        }
        tokens.add(new Token(Kind.NUMBER, text, start + 1));
    }

    private void sign() {
        if (points[at] == '.' && peek(1) == 'T' && !startsWordPart(peek(2))) {
            tokens.add(new Token(Kind.SIGN, TRANSPOSED, at + 1));
            at += 2;
            return;
        }
        if (points[at] == '⁻' || RAISED.indexOf(points[at]) >= 0) {
            raised();
            return;
        }
        String text = spelled(points[at]);
        if (points[at] == '*' && peek(1) == '*') {
            throw new CellException(line, at + 1, "sign.power");
        }
        refuseKnown();
        if (!SIGNS.contains(text.substring(0, 1))) {
            throw new CellException(line, at + 1, unknownSign(), printable(points[at]));
        }
        int start = ++at;
        if ("<>=!".contains(text) && peek(0) == '=') {
            at++;
            text += "=";
        }
        tokens.add(new Token(Kind.SIGN, text, start));
    }

    /** Signs of books and programs that have another spelling here. */
    private void refuseKnown() {
        String sign = Character.toString(points[at]);
        String spelling = switch (points[at]) {
            case '√' -> "sqrt(a)";
            case '|' -> "abs(a)";
            case '←', '≔' -> "=";
            case ':' -> peek(1) == '=' ? "=" : "";
            default -> "";
        };
        String key = switch (points[at]) {
            case '{', '}', '₋', '₊' -> "sign.moment";
            case '⊗', '⨂', '⊕', '⨁' -> "sign.circled";
            case ';' -> "sign.semicolon";
            default -> spelling.isEmpty() ? "" : "sign.spelled";
        };
        if (!key.isEmpty() && !isCondition) {
            throw new CellException(line, at + 1, key, sign, spelling);
        }
    }

    /** {@code h²} is {@code h ^ 2}, as formulas show it. */
    private void raised() {
        int column = at + 1;
        tokens.add(new Token(Kind.SIGN, "^", column));
        if (points[at] == '⁻') {
            tokens.add(new Token(Kind.SIGN, "-", column));
            at++;
        }
        StringBuilder digits = new StringBuilder();
        while (peek(0) >= 0 && RAISED.indexOf(peek(0)) >= 0) {
            digits.append(RAISED.indexOf(peek(0)));
            at++;
        }
        if (digits.isEmpty()) {
            throw new CellException(line, column, unknownSign(), "⁻");
        }
        tokens.add(new Token(Kind.NUMBER, digits.toString(), column));
    }

    /** As the language spells a sign that books write in another way. */
    private static String spelled(int point) {
        return switch (point) {
            case '−' -> "-";
            case '⊤' -> TRANSPOSED;
            case '⊙', '∘', '∗', '⨀' -> "*";
            case '⋅', '•', '∙' -> DOT;
            case '≤' -> "<=";
            case '≥' -> ">=";
            case '≠' -> "!=";
            default -> Character.toString(point);
        };
    }

    private String unknownSign() {
        return isCondition ? "sign.unknown.condition" : "sign.unknown";
    }

    private void skipWord() {
        while (at < points.length && continuesName(points[at])) {
            at++;
        }
    }

    private void skipDigits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private int peek(int ahead) {
        return at + ahead < points.length ? points[at + ahead] : -1;
    }

    /** The character itself, or its number where one would not see it. */
    private static String printable(int point) {
        String shown = Character.toString(point);
        return shown.matches("[\\p{C}\\p{M}]") ? String.format("U+%04X", point) : shown;
    }

    private static boolean isBlank(int point) {
        return point == '\t' || Character.isSpaceChar(point);
    }

    private static boolean isPrime(int point) {
        return point == '\'' || point == '′' || point == '’';
    }

    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    private static boolean startsName(int point) {
        return point == '_' || point >= 0 && Character.isLetter(point) && point != TRANSPOSED.codePointAt(0);
    }

    private static boolean startsWordPart(int point) {
        return startsName(point) || point >= 0 && Character.isDigit(point);
    }

    /** Combining marks too, so that c̃ is a name. */
    private static boolean continuesName(int point) {
        int type = Character.getType(point);
        boolean isMark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return startsWordPart(point) || isMark;
    }
}
