package org.gatescope.cell;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.CellText.Declaration;
import org.gatescope.cell.CellText.Keyword;
import org.gatescope.cell.CellText.SizeDeclaration;
import org.gatescope.cell.CellText.StartDeclaration;
import org.gatescope.cell.Equation.Joined;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Power;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.Transpose;
import org.gatescope.cell.Token.Kind;

/**
 * Reads one line by recursive descent, with Python's precedence: {@code ^} before unary minus before {@code @ * /} (one
 * level, from the left) before {@code + -}.
 */
final class Parser extends TokenReader {
    private final Calls calls;

    private final Map<Expression, Integer> columns = new IdentityHashMap<>();
    private final List<Binary> dotted = new ArrayList<>();
    private final List<Joined> joined = new ArrayList<>();

    /** What can be called besides functions of single numbers. */
    private enum Calls {
        NONE,
        /** Functions over units, and single units {@code f[2]}. */
        REDUCTIONS,
        /** Functions of whole rows. */
        ROWS
    }

    Parser(SourceLine line) {
        this(line, Lexer.tokens(line), Calls.NONE);
    }

    private Parser(SourceLine line, List<Token> tokens, Calls calls) {
        super(line, tokens);
        this.calls = calls;
    }

    static Parser ofCondition(SourceLine line) {
        return new Parser(line, Lexer.conditionTokens(line), Calls.REDUCTIONS);
    }

    static Parser ofReadOut(SourceLine line) {
        return new Parser(line, Lexer.tokens(line), Calls.ROWS);
    }

    /** True for blank lines and comments. */
    boolean isBlank() {
        return peek().kind() == Kind.END;
    }

    boolean isStateLine() {
        return peek().kind() == Kind.NAME && peek().text().equals("state") && !peek(1).is("=");
    }

    /** True for {@code size P …}: the words are free to be names everywhere else. */
    boolean isDeclaring(String word) {
        return peek().kind() == Kind.NAME && peek().text().equals(word) && peek(1).kind() == Kind.NAME;
    }

    /** {@code state NAME, NAME(SIZE) …} */
    List<Declaration> declared(Keyword keyword) {
        next();
        List<Declaration> declared = new ArrayList<>();
        do {
            if (peek().kind() != Kind.NAME) {
                throw error(keyword == Keyword.STATE ? "expected.state" : "expected.parameter");
            }
            Token name = next();
            List<Token> shape = peek().is("(") ? shape() : List.of();
            declared.add(new Declaration(keyword, name.text(), shape, start(keyword), line(), name.column()));
        } while (accept(","));
        requireEnd(keyword == Keyword.STATE ? "expected.comma" : "expected.comma.parameter");
        return declared;
    }

    /** {@code (H, R)} */
    private List<Token> shape() {
        Token open = next();
        List<Token> shape = new ArrayList<>();
        do {
            if (peek().kind() != Kind.NAME && peek().kind() != Kind.NUMBER) {
                throw error("expected.size");
            }
            shape.add(next());
        } while (accept(","));
        if (!accept(")")) {
            throw error("expected.close", open.column());
        }
        return shape;
    }

    /** {@code = 1}, {@code = signs(0.8)}, where there is one */
    private Optional<StartDeclaration> start(Keyword keyword) {
        if (!peek().is("=")) {
            return Optional.empty();
        }
        if (keyword == Keyword.STATE) {
            throw new CellException(line(), peek().column(), "start.state");
        }
        next();
        Token first = peek();
        boolean isShare = first.text().equals(ParameterStart.SIGNS) && peek(1).is("(");
        if (isShare) {
            next();
        } else if (first.kind() == Kind.END
                || first.kind() == Kind.NAME && functionOf(first).isEmpty()) {
            throw error("expected.start");
        }
        double value = Constants.value(isShare ? argument() : sum());
        if (isShare ? !(value >= 0 && value <= 1) : !Double.isFinite(value)) {
            throw new CellException(line(), first.column(), isShare ? "start.share" : "start.number");
        }
        return Optional.of(new StartDeclaration(
                isShare ? new ParameterStart.Signs(value) : new ParameterStart.Constant(value), first.column()));
    }

    /** {@code size P = 2, R = 3} */
    List<SizeDeclaration> sizes() {
        next();
        List<SizeDeclaration> sizes = new ArrayList<>();
        do {
            if (peek().kind() != Kind.NAME) {
                throw error("expected.size.name");
            }
            Token name = next();
            if (!accept("=")) {
                throw error("expected.size.equals", name.text());
            }
            sizes.add(new SizeDeclaration(name, size(name), line()));
        } while (accept(","));
        requireEnd("expected.comma.size");
        return sizes;
    }

    /** A number, also one that no size can have, or the name of another size. */
    private Token size(Token name) {
        boolean isNegative = peek().is("-") && peek(1).kind() == Kind.NUMBER;
        Token sign = isNegative ? next() : peek();
        if (peek().kind() != Kind.NUMBER && peek().kind() != Kind.NAME) {
            throw error("expected.size.number", name.text());
        }
        Token number = next();
        return isNegative ? new Token(Kind.NUMBER, "-" + number.text(), sign.column()) : number;
    }

    /** {@code NAME = expression} */
    Equation equation() {
        Token target = next();
        if (target.kind() != Kind.NAME) {
            back();
            throw error("expected.line");
        }
        if (peek().is("[")) {
            throw new CellException(line(), peek().column(), "sign.moment", "[");
        }
        if (!accept("=")) {
            throw error("expected.equals", target.text());
        }
        Expression right = sum();
        requireEnd(Relation.of(peek()).isPresent() ? "comparison.bare" : "expected.operator");
        return new Equation(target.text(), right, line(), target.column(), columns, dotted, joined);
    }

    /** An expression that is the whole line. */
    Expression whole() {
        Expression sum = sum();
        requireEnd("expected.operator");
        return sum;
    }

    Expression sum() {
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
        while (peek().is("*") || peek().is("/") || peek().is("@") || isDot(peek())) {
            Token sign = operator();
            Expression right = unary();
            left = at(sign, product(sign, left, right));
        }
        return left;
    }

    private Expression product(Token sign, Expression left, Expression right) {
        if (sign.is("@")) {
            return new Product(left, right);
        }
        Binary product = new Binary(sign.is("/") ? Operator.DIVIDE : Operator.TIMES, left, right);
        if (isDot(sign)) {
            dotted.add(product);
        }
        return product;
    }

    private static boolean isDot(Token sign) {
        return sign.is(Lexer.DOT) || sign.is(Lexer.CROSS);
    }

    private Expression unary() {
        if (peek().is("-")) {
            Token sign = next();
            descend(sign);
            Expression negated = at(sign, new Negate(unary()));
            ascend();
            return negated;
        }
        if (accept("+")) {
            descend(peek());
            Expression same = unary();
            ascend();
            return same;
        }
        return power();
    }

    private Expression power() {
        Expression base = calls == Calls.REDUCTIONS ? indexed(atom()) : atom();
        while (isTransposed()) {
            Token sign = next();
            if (sign.is("^")) {
                next(); // the letter
            }
            base = at(sign, Algebra.transpose(base));
        }
        if (!peek().is("^")) {
            return base;
        }
        Token sign = next();
        descend(sign);
        Expression exponent = unary();
        ascend();
        double constant = Constants.value(exponent);
        if (!Double.isFinite(constant)) {
            throw new CellException(line(), sign.column(), "exponent");
        }
        return at(sign, new Power(base, constant));
    }

    /** {@code Wᵀ} and {@code (W - V).T}; and {@code W^T}, as no exponent is a name. */
    private boolean isTransposed() {
        return peek().is(Lexer.TRANSPOSED) || peek().is("^") && peek(1).text().matches("T|" + Lexer.TRANSPOSED);
    }

    /** One unit of a quantity, counted from 0: {@code f[2]}. */
    private Expression indexed(Expression base) {
        if (!peek().is("[")) {
            return base;
        }
        Token open = next();
        Token index = next();
        if (index.kind() != Kind.NUMBER || !index.text().matches("\\d{1,6}")) {
            back();
            throw error("expected.index");
        }
        if (!accept("]")) {
            throw error("expected.bracket", open.column());
        }
        return new Call(RowOperation.UNIT, List.of(base, new Number(Integer.parseInt(index.text()))));
    }

    private Expression atom() {
        Token token = next();
        switch (token.kind()) {
            case NUMBER -> {
                return at(token, new Number(Double.parseDouble(token.text())));
            }
            case NAME -> {
                if (peek().is("^") && functionOf(token).isPresent()) {
                    return raised(token, functionOf(token).get());
                }
                return peek().is("(") ? call(token) : at(token, transposedOrNot(token));
            }
            default -> {
                if (token.is("[") && calls == Calls.NONE) {
                    return sideBySide(token);
                }
                if (!token.is("(")) {
                    back();
                    throw error("expected.value");
                }
                descend(token);
                Expression inner = sum();
                close(token);
                ascend();
                return inner;
            }
        }
    }

    private Expression call(Token word) {
        if (calls == Calls.REDUCTIONS && Reduction.named(word.text()).isPresent()) {
            return reduced(word, Reduction.named(word.text()).get(), arguments(false));
        }
        if (calls == Calls.ROWS && RowOperation.named(word.text()).isPresent()) {
            return new Call(RowOperation.named(word.text()).get(), arguments(false));
        }
        Optional<Combination> combination = Combination.named(word.text());
        if (combination.isPresent()) {
            return at(word, combined(word, combination.get(), arguments(combination.get() == Combination.WHERE)));
        }
        if (word.text().equals(Words.TRANSPOSE)) {
            return at(word, Algebra.transpose(argument()));
        }
        Function function = functionOf(word)
                .orElseThrow(() -> new CellException(
                        line(), word.column(), "function.unknown", word.text(), Words.nearestFunction(word.text())));
        return at(word, new Apply(function, argument()));
    }

    /** σ is how formulas show the sigmoid. */
    private static Optional<Function> functionOf(Token word) {
        return word.text().equals(Function.SIGMOID.symbol())
                ? Optional.of(Function.SIGMOID)
                : Function.named(word.text());
    }

    /** {@code tanh²(h)}; {@code tanh⁻¹(h)} may be two things. */
    private Expression raised(Token word, Function function) {
        Token sign = next();
        boolean isNegative = accept("-");
        Token number = next();
        if (number.kind() != Kind.NUMBER || !peek().is("(")) {
            throw new CellException(line(), word.column(), "function.bare", word.text());
        }
        double exponent = Double.parseDouble(number.text());
        if (isNegative) {
            throw new CellException(line(), word.column(), "function.inverse", function.word());
        }
        return at(sign, new Power(at(word, new Apply(function, argument())), exponent));
    }

    /** {@code [h, x] @ W} */
    private Expression sideBySide(Token open) {
        descend(open);
        List<Expression> values = new ArrayList<>(List.of(sum()));
        while (accept(",")) {
            values.add(sum());
        }
        ascend();
        if (!accept("]")) {
            throw error("expected.bracket", open.column());
        }
        Token sign = next();
        Token matrix = next();
        if (!sign.is("@") || matrix.kind() != Kind.NAME || peek().is("(")) {
            throw new CellException(line(), open.column(), "joined.alone");
        }
        return at(open, joined(open, values, matrix.text()));
    }

    private Expression joined(Token open, List<Expression> values, String matrix) {
        List<String> blocks = new ArrayList<>();
        Optional<Expression> sum = Optional.empty();
        for (Expression value : values) {
            List<String> names =
                    Names.in(value).stream().map(Name::text).distinct().toList();
            String block = names.isEmpty() ? "" : QuantityName.unprimed(names.getLast());
            if (names.isEmpty() || blocks.contains(block)) {
                throw new CellException(line(), open.column(), "joined.names", matrix);
            }
            blocks.add(block);
            Expression product = at(open, new Product(value, at(open, new Name(matrix + "." + block))));
            sum = Optional.of(sum.isEmpty() ? product : at(open, new Binary(Operator.PLUS, sum.get(), product)));
        }
        joined.add(new Joined(matrix, List.copyOf(blocks), sum.orElseThrow()));
        return sum.orElseThrow();
    }

    /** {@code max(f)} is the largest unit, {@code max(f, g)} goes unit by unit. */
    private Expression reduced(Token word, Reduction reduction, List<Expression> arguments) {
        if (arguments.size() == 1) {
            return new Call(reduction, arguments);
        }
        Combination combination = Combination.named(word.text())
                .orElseThrow(() -> new CellException(
                        line(), word.column(), "function.values", word.text() + "(a)", arguments.size()));
        return combined(word, combination, arguments);
    }

    private Combine combined(Token word, Combination combination, List<Expression> arguments) {
        if (arguments.size() != combination.arity()) {
            throw new CellException(line(), word.column(), "function.values", combination.form(), arguments.size());
        }
        return new Combine(combination, arguments);
    }

    Expression argument() {
        Token open = next();
        descend(open);
        Expression argument = sum();
        close(open);
        ascend();
        return argument;
    }

    /** @param asks true where the first one is a comparison */
    private List<Expression> arguments(boolean asks) {
        Token open = next();
        descend(open);
        List<Expression> arguments = new ArrayList<>(List.of(asks ? comparison() : sum()));
        while (accept(",")) {
            arguments.add(sum());
        }
        close(open);
        ascend();
        return arguments;
    }

    private Expression comparison() {
        Expression left = sum();
        Relation relation = Relation.of(peek()).orElseThrow(() -> error("expected.comparison"));
        Token sign = operator();
        return at(sign, new Combine(Combination.of(relation), List.of(left, sum())));
    }

    /** {@code W.T} is W transposed, as in NumPy and PyTorch. */
    private Expression transposedOrNot(Token token) {
        String text = token.text();
        return text.endsWith(".T")
                ? new Transpose(at(
                        token, name(new Token(Kind.NAME, text.substring(0, text.length() - 2), token.column()))))
                : name(token);
    }

    private Name name(Token token) {
        if (Words.isFunction(token.text())) {
            throw new CellException(line(), token.column(), "function.bare", token.text());
        }
        return new Name(token.text());
    }

    private <E extends Expression> E at(Token token, E expression) {
        columns.put(expression, token.column());
        return expression;
    }
}
