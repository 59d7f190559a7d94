package org.gatescope.reference;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.gatescope.cell.Combination;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Power;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.RowSum;
import org.gatescope.cell.Expression.Transpose;
import org.gatescope.cell.Function;
import org.gatescope.reference.Scalar.Tape;

/** Evaluates expressions for one sequence, whose quantities are single rows, so that slopes come along. */
final class ScalarInterpreter {
    private final Tape tape;

    ScalarInterpreter(Tape tape) {
        this.tape = tape;
    }

    Scalar[][] value(Expression expression, Map<String, Scalar[][]> names) {
        return switch (expression) {
            case Name(String text) -> {
                Scalar[][] value = names.get(text);
                if (value == null) {
                    throw new IllegalStateException("nothing is called " + text);
                }
                yield value;
            }
            case Number(double value) -> new Scalar[][] {{Scalar.of(value)}};
            case Negate(Expression argument) -> each(value(argument, names), a -> tape.times(a, -1));
            case Power(Expression base, double exponent) -> each(value(base, names), a -> power(a, exponent));
            case Apply(Function function, Expression argument) ->
                each(
                        value(argument, names),
                        a -> tape.function(a, Interpreter.apply(function, a.value()), slope(function, a.value())));
            case Binary(Operator operator, Expression left, Expression right) ->
                both(value(left, names), value(right, names), operation(operator));
            case Product(Expression left, Expression right) -> product(value(left, names), value(right, names));
            case Transpose(Expression argument) -> transpose(value(argument, names));
            case Combine(Combination combination, List<Expression> arguments) ->
                combined(
                        combination,
                        arguments.stream()
                                .map(argument -> value(argument, names))
                                .toList());
            case RowSum sum -> throw new IllegalStateException("only adjoint lines sum");
            case Expression.Call call -> throw new IllegalStateException("only read-outs call");
        };
    }

    private Scalar power(Scalar a, double exponent) {
        double slope = exponent == 0 ? 0 : exponent * Math.pow(a.value(), exponent - 1);
        return tape.function(a, Math.pow(a.value(), exponent), slope);
    }

    /** Derivatives of their own; at a corner what docs/cells.md says. */
    private static double slope(Function function, double a) {
        return switch (function) {
            case SIGMOID -> 1 / (2 + Math.exp(a) + Math.exp(-a));
            case TANH -> 1 / (Math.cosh(a) * Math.cosh(a));
            case RELU -> a > 0 ? 1 : 0;
            case SOFTPLUS -> 1 / (1 + Math.exp(-a));
            case SILU -> {
                double s = Interpreter.apply(Function.SIGMOID, a);
                yield s + a * s * (1 - s);
            }
            case GELU -> Interpreter.apply(Function.GELU_SLOPE, a);
            case GELU_SLOPE -> 2 * Interpreter.bell(a) - a * a * Interpreter.bell(a);
            case ELU -> a > 0 ? 1 : Math.exp(a);
            case LOG1P -> 1 / (1 + a);
            case ATAN -> 1 / (1 + a * a);
            case SOFTSIGN -> 1 / ((1 + Math.abs(a)) * (1 + Math.abs(a)));
            case EXP -> Math.exp(a);
            case LOG -> 1 / a;
            case SQRT -> 0.5 / Math.sqrt(a);
            case SIN -> Math.cos(a);
            case COS -> -Math.sin(a);
            case HARD_SIGMOID -> a < -2.5 || a > 2.5 ? 0 : 0.2;
            case HARD_SIGMOID_6 -> a <= -3 || a >= 3 ? 0 : 1 / 6.0;
            case ABS -> a > 0 ? 1 : a < 0 ? -1 : 0;
            case IDENTITY -> 1;
            case SIGN, STEP, HARD_SIGMOID_SLOPE, HARD_SIGMOID_6_SLOPE -> 0;
        };
    }

    private Scalar[][] combined(Combination combination, List<Scalar[][]> of) {
        Scalar[][] shape = of.stream().reduce((a, b) -> both(a, b, (x, y) -> x)).orElseThrow();
        Scalar[][] result = new Scalar[shape.length][shape[0].length];
        for (int i = 0; i < shape.length; i++) {
            for (int j = 0; j < shape[0].length; j++) {
                int row = i;
                int column = j;
                result[i][j] = combined(
                        combination, of.stream().map(a -> at(a, row, column)).toArray(Scalar[]::new));
            }
        }
        return result;
    }

    private Scalar combined(Combination combination, Scalar... of) {
        double[] values = java.util.Arrays.stream(of).mapToDouble(Scalar::value).toArray();
        double[] slopes = slopes(combination, values);
        Scalar result = Scalar.of(Interpreter.combine(combination, values));
        for (int k = 0; k < of.length; k++) {
            result = tape.plus(result, tape.function(of[k], 0, slopes[k]));
        }
        return result;
    }

    /** As PyTorch's documentation has them. */
    private static double[] slopes(Combination combination, double... of) {
        double a = of[0];
        double b = of[1];
        return switch (combination) {
            case MAX -> a == b ? new double[] {0.5, 0.5} : a > b ? new double[] {1, 0} : new double[] {0, 1};
            case MIN -> a == b ? new double[] {0.5, 0.5} : a > b ? new double[] {0, 1} : new double[] {1, 0};
            case CLIP -> {
                double high = of[2];
                yield high < b || a > high
                        ? new double[] {0, 0, 1}
                        : a < b ? new double[] {0, b < high ? 1 : 0, 0} : new double[] {1, 0, 0};
            }
            case LEAKY_RELU -> a > 0 ? new double[] {1, 0} : new double[] {b, a};
            case WHERE -> a == 0 ? new double[] {0, 0, 1} : new double[] {0, 1, 0};
            default -> new double[] {0, 0};
        };
    }

    private static Scalar[][] transpose(Scalar[][] a) {
        Scalar[][] result = new Scalar[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                result[j][i] = a[i][j];
            }
        }
        return result;
    }

    private BinaryOperator<Scalar> operation(Operator operator) {
        return switch (operator) {
            case PLUS -> tape::plus;
            case MINUS -> tape::minus;
            case TIMES -> tape::times;
            case DIVIDE -> tape::over;
        };
    }

    private static Scalar[][] each(Scalar[][] a, UnaryOperator<Scalar> function) {
        Scalar[][] result = new Scalar[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                result[i][j] = function.apply(a[i][j]);
            }
        }
        return result;
    }

    /** A single row, or column, is repeated. */
    private static Scalar[][] both(Scalar[][] a, Scalar[][] b, BinaryOperator<Scalar> function) {
        Scalar[][] result = new Scalar[Math.max(a.length, b.length)][Math.max(a[0].length, b[0].length)];
        for (int i = 0; i < result.length; i++) {
            for (int j = 0; j < result[0].length; j++) {
                result[i][j] = function.apply(at(a, i, j), at(b, i, j));
            }
        }
        return result;
    }

    private static Scalar at(Scalar[][] a, int i, int j) {
        return a[a.length == 1 ? 0 : i][a[0].length == 1 ? 0 : j];
    }

    Scalar[][] product(Scalar[][] a, Scalar[][] b) {
        Scalar[][] result = new Scalar[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                result[i][j] = Scalar.of(0);
                for (int k = 0; k < b.length; k++) {
                    result[i][j] = tape.plus(result[i][j], tape.times(a[i][k], b[k][j]));
                }
            }
        }
        return result;
    }
}
