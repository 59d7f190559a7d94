package org.gatescope.cell;

import java.util.List;

/**
 * A node of a cell's equations. Nodes are values: two that read alike are equal, wherever they stand. Shapes are known
 * after {@link ShapeCheck}.
 */
public sealed interface Expression {
    /** x, a state before or after the step, a line, a parameter, or in adjoint lines the gradient {@code d.NAME}. */
    record Name(String text) implements Expression {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A constant. */
    record Number(double value) implements Expression {
        static final Number ONE = new Number(1);

        @Override
        public String toString() {
            return SourceText.of(this);
        }
    }

    /** Element by element: {@code left ± * / right}; a row (H) or a constant is repeated over the batch. */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {
        @Override
        public String toString() {
            return SourceText.of(this);
        }
    }

    /** Matrix product {@code left @ right}: (N, K) @ (K, M) → (N, M). */
    record Product(Expression left, Expression right) implements Expression {
        @Override
        public String toString() {
            return SourceText.of(this);
        }
    }

    /** {@code -argument}. */
    record Negate(Expression argument) implements Expression {
        @Override
        public String toString() {
            return SourceText.of(this);
        }
    }

    /** {@code base ^ exponent} with a constant exponent. */
    record Power(Expression base, double exponent) implements Expression {
        @Override
        public String toString() {
            return SourceText.of(this);
        }
    }

    /** A function of each element. */
    record Apply(Function function, Expression argument) implements Expression {
        @Override
        public String toString() {
            return SourceText.of(this);
        }
    }

    /** A function of several values, element by element: {@code max(a, b)}; and a comparison, which is 1 or 0. */
    record Combine(Combination combination, List<Expression> arguments) implements Expression {
        public Combine {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return SourceText.of(this);
        }
    }

    /** Rows and columns exchanged. */
    record Transpose(Expression argument) implements Expression {
        @Override
        public String toString() {
            return SourceText.of(this);
        }
    }

    /** The sum over all rows, (N, H) → (H); in adjoint lines only, where it gathers what a repeated row received. */
    record RowSum(Expression argument) implements Expression {
        @Override
        public String toString() {
            return SourceText.of(this);
        }
    }

    /** A function of whole rows, such as {@code softmax(z)}; in read-outs, conditions and watches only. */
    record Call(RowFunction function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return SourceText.of(this);
        }
    }

    /**
     * Reads an expression of a read-out or a loss, in which {@link RowOperation}s are understood.
     *
     * @throws CellException if it is none
     */
    static Expression read(String text) {
        return Parser.ofReadOut(new SourceLine(1, text)).whole();
    }

    /** The element-wise operators, as written. */
    enum Operator {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        DIVIDE("/");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** The character it is written with. */
        public String sign() {
            return sign;
        }

        /** What the two come to, as IEEE 754 has it: a division by zero is infinite or NaN. */
        public double apply(double left, double right) {
            return switch (this) {
                case PLUS -> left + right;
                case MINUS -> left - right;
                case TIMES -> left * right;
                case DIVIDE -> left / right;
            };
        }
    }
}
