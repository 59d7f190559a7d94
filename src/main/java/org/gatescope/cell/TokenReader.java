package org.gatescope.cell;

import java.util.Arrays;
import java.util.List;
import org.gatescope.cell.Token.Kind;

/** Goes through the tokens of one line, counts how deep they nest, and says at which of them a line cannot be read. */
abstract class TokenReader {
    /** Deeper nesting is refused long before the stack ends. */
    static final int DEEPEST = 100;
    /** Operators in one line: chains of them nest to the left. */
    static final int MOST_OPERATORS = 200;

    private final SourceLine line;
    private final List<Token> tokens;
    private int at;
    private int depth;
    private int operators;

    TokenReader(SourceLine line, List<Token> tokens) {
        this.line = line;
        this.tokens = tokens;
    }

    SourceLine line() {
        return line;
    }

    void requireEnd(String key) {
        if (peek().kind() != Kind.END) {
            if (key.equals("expected.operator")) {
                refuseNeighbours();
            }
            throw error(key);
        }
    }

    boolean accept(String sign) {
        if (!peek().is(sign)) {
            return false;
        }
        at++;
        return true;
    }

    Token peek() {
        return tokens.get(at);
    }

    /** Stays on the last token, which marks the end. */
    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    /** The token that was taken last is the next one again. */
    void back() {
        at--;
    }

    /** An error at the next token, which is the last argument of the text. */
    CellException error(String key, Object... arguments) {
        Token found = peek();
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = Words.found(found);
        return new CellException(line, found.column(), key, all);
    }

    Token operator() {
        if (++operators > MOST_OPERATORS) {
            throw error("line.long", MOST_OPERATORS);
        }
        return next();
    }

    void ascend() {
        depth--;
    }

    /** The token a number of places after the next one; beyond the end, the last one. */
    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    void descend(Token where) {
        if (++depth > DEEPEST) {
            throw new CellException(line, where.column(), "deep", DEEPEST);
        }
    }

    void close(Token open) {
        if (!accept(")")) {
            refuseNeighbours();
            throw error("expected.close", open.column());
        }
    }

    /** {@code W_x x} and {@code Wᵀ x}, as columns are written, {@code x W}, {@code h[t]}. */
    private void refuseNeighbours() {
        Token before = tokens.get(Math.max(0, at - 1));
        if (before.kind() == Kind.NAME && peek().is("[") && peek(1).text().equalsIgnoreCase("t")) {
            throw new CellException(line, peek().column(), "sign.moment", "[");
        }
        if (at > 1 && before.is(Lexer.TRANSPOSED) && peek().kind() == Kind.NAME) {
            String matrix = tokens.get(at - 2).text();
            throw new CellException(line, peek().column(), "neighbours.transposed", matrix, peek().text());
        }
        if (at > 0 && before.kind() == Kind.NAME && peek().is("[")) {
            throw new CellException(line, peek().column(), "joined.alone");
        }
        if (at > 0 && before.kind() == Kind.NAME && peek().kind() == Kind.NAME) {
            boolean isMatrixFirst = Character.isUpperCase(before.text().codePointAt(0))
                    || !Character.isUpperCase(peek().text().codePointAt(0));
            throw new CellException(
                    line,
                    peek().column(),
                    isMatrixFirst ? "neighbours" : "neighbours.rows",
                    before.text(),
                    peek().text());
        }
    }
}
