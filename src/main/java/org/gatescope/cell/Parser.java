package org.gatescope.cell;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Power;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Token.Kind;

/**
 * Reads one line by recursive descent, with Python's precedence: {@code ^} before unary minus before {@code @ * /} (one
 * level, from the left) before {@code + -}.
 */
final class Parser {
    /** Deeper nesting is refused long before the stack ends. */
    static final int DEEPEST = 100;
    /** Operators in one line: chains of them nest to the left. */
    static final int MOST_OPERATORS = 200;

    private final SourceLine line;
    private final List<Token> tokens;
    private final Map<Expression, Integer> columns = new IdentityHashMap<>();
    private int at;
    private int depth;
    private int operators;

    Parser(SourceLine line) {
        this.line = line;
        this.tokens = Lexer.tokens(line);
    }

    /** True for blank lines and comments. */
    boolean isBlank() {
        return peek().kind() == Kind.END;
    }

    boolean isStateLine() {
        return peek().kind() == Kind.NAME
                && peek().text().equals("state")
                && !tokens.get(1).is("=");
    }

    /** {@code state NAME, NAME …} */
    List<Token> stateLine() {
        next();
        List<Token> names = new ArrayList<>();
        do {
            if (peek().kind() != Kind.NAME) {
                throw error("expected.state");
            }
            names.add(next());
        } while (accept(","));
        requireEnd("expected.comma");
        return names;
    }

    /** {@code NAME = expression} */
    Equation equation() {
        Token target = next();
        if (target.kind() != Kind.NAME) {
            at--;
            throw error("expected.line");
        }
        if (!accept("=")) {
            throw error("expected.equals", target.text());
        }
        Expression right = sum();
        requireEnd("expected.operator");
        return new Equation(target.text(), right, line, target.column(), columns);
    }

    private Expression sum() {
        Expression left = product();
        while (peek().is("+") || peek().is("-")) {
            Token sign = operator();
            Operator operator = sign.is("+") ? Operator.PLUS : Operator.MINUS;
            left = at(sign, new Binary(operator, left, product()));
        }
        return left;
    }

    private Expression product() {
        Expression left = unary();
        while (peek().is("*") || peek().is("/") || peek().is("@")) {
            Token sign = operator();
            Expression right = unary();
            left = at(
                    sign,
                    sign.is("@")
                            ? new Product(left, right)
                            : new Binary(sign.is("*") ? Operator.TIMES : Operator.DIVIDE, left, right));
        }
        return left;
    }

    private Expression unary() {
        if (peek().is("-")) {
            Token sign = next();
            descend(sign);
            Expression negated = at(sign, new Negate(unary()));
            depth--;
            return negated;
        }
        if (accept("+")) {
            descend(peek());
            Expression same = unary();
            depth--;
            return same;
        }
        return power();
    }

    private Expression power() {
        Expression base = atom();
        if (!peek().is("^")) {
            return base;
        }
        Token sign = next();
        descend(sign);
        Expression exponent = unary();
        depth--;
        double constant = Constants.value(exponent);
        if (!Double.isFinite(constant)) {
            throw new CellException(line, sign.column(), "exponent");
        }
        return at(sign, new Power(base, constant));
    }

    private Expression atom() {
        Token token = next();
        switch (token.kind()) {
            case NUMBER -> {
                return at(token, new Number(Double.parseDouble(token.text())));
            }
            case NAME -> {
                return peek().is("(") ? call(token) : at(token, name(token));
            }
            default -> {
                if (!token.is("(")) {
                    at--;
                    throw error("expected.value");
                }
                descend(token);
                Expression inner = sum();
                close(token);
                depth--;
                return inner;
            }
        }
    }

    private Expression call(Token word) {
        Function function = Function.named(word.text())
                .orElseThrow(() -> new CellException(
                        line, word.column(), "function.unknown", word.text(), Words.nearestFunction(word.text())));
        Token open = next();
        descend(open);
        Expression argument = sum();
        close(open);
        depth--;
        return at(word, new Apply(function, argument));
    }

    private Name name(Token token) {
        if (Function.named(token.text()).isPresent()) {
            throw new CellException(line, token.column(), "function.bare", token.text());
        }
        return new Name(token.text());
    }

    private void close(Token open) {
        if (!accept(")")) {
            throw error("expected.close", open.column());
        }
    }

    private Token operator() {
        if (++operators > MOST_OPERATORS) {
            throw error("line.long", MOST_OPERATORS);
        }
        return next();
    }

    private void descend(Token where) {
        if (++depth > DEEPEST) {
            throw new CellException(line, where.column(), "deep", DEEPEST);
        }
    }

    private <E extends Expression> E at(Token token, E expression) {
        columns.put(expression, token.column());
        return expression;
    }

    private void requireEnd(String key) {
        if (peek().kind() != Kind.END) {
            throw error(key);
        }
    }

    private boolean accept(String sign) {
        if (!peek().is(sign)) {
            return false;
        }
        at++;
        return true;
    }

    private Token peek() {
        return tokens.get(at);
    }

    /** Stays on the last token, which marks the end. */
    private Token next() {
        Token token = peek();
        at++;
        return token;
    }

    /** An error at the next token, which is the last argument of the text. */
    private CellException error(String key, Object... arguments) {
        Token found = peek();
        Object[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = Words.found(found);
        return new CellException(line, found.column(), key, all);
    }
}
