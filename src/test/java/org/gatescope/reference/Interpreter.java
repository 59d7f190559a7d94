package org.gatescope.reference;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
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

/** Evaluates expressions number by number: slow, and as plain as the definitions. */
public final class Interpreter {
    private Interpreter() {}

    /** The value of an expression; a vector is a matrix of one row, a constant one of one row and one column. */
    public static double[][] value(Expression expression, Map<String, double[][]> names) {
        return switch (expression) {
            case Name(String text) -> {
                double[][] value = names.get(text);
                if (value == null) {
                    throw new IllegalStateException("nothing is called " + text);
                }
                yield value;
            }
            case Number(double value) -> new double[][] {{value}};
            case Negate(Expression argument) -> each(value(argument, names), a -> -a);
            case Power(Expression base, double exponent) -> each(value(base, names), a -> Math.pow(a, exponent));
            case Apply(Function function, Expression argument) -> each(value(argument, names), a -> apply(function, a));
            case Binary(Operator operator, Expression left, Expression right) ->
                both(value(left, names), value(right, names), operation(operator));
            case Product(Expression left, Expression right) -> product(value(left, names), value(right, names));
            case Transpose(Expression argument) -> transpose(value(argument, names));
            case RowSum(Expression argument) -> rowSum(value(argument, names));
            case Combine(Combination combination, List<Expression> arguments) ->
                combined(
                        combination,
                        arguments.stream()
                                .map(argument -> value(argument, names))
                                .toList());
            case Expression.Call call -> throw new IllegalArgumentException("in read-outs only");
        };
    }

    private static double[][] combined(Combination combination, List<double[][]> of) {
        double[][] shape = of.stream().reduce((a, b) -> both(a, b, (x, y) -> 0)).orElseThrow();
        double[][] result = new double[shape.length][shape[0].length];
        for (int i = 0; i < shape.length; i++) {
            for (int j = 0; j < shape[0].length; j++) {
                int row = i;
                int column = j;
                result[i][j] = combine(
                        combination,
                        of.stream().mapToDouble(a -> at(a, row, column)).toArray());
            }
        }
        return result;
    }

    /** Definitions of their own for these too. */
    static double combine(Combination combination, double... of) {
        double a = of[0];
        double b = of[1];
        return switch (combination) {
            case MAX -> Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : a > b ? a : b;
            case MIN -> Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : a < b ? a : b;
            case CLIP -> Double.isNaN(a) ? a : Math.min(of[2], a > b ? a : b);
            case LEAKY_RELU -> a <= 0 ? b * a : a;
            case WHERE -> a == 0 ? of[2] : b;
            case LESS -> a < b ? 1 : 0;
            case AT_MOST -> a <= b ? 1 : 0;
            case MORE -> b < a ? 1 : 0;
            case AT_LEAST -> b <= a ? 1 : 0;
            case EQUAL -> a == b ? 1 : 0;
            case UNEQUAL -> a == b ? 0 : 1;
        };
    }

    /** Φ by the series that has no alternating signs: a φ(a) (1 + a²/3 + a⁴/15 + …) from the middle. */
    static double normal(double a) {
        if (Double.isNaN(a) || Math.abs(a) > 12) {
            return Double.isNaN(a) ? a : a > 0 ? 1 : 0;
        }
        double term = a;
        double sum = a;
        for (int n = 3; n < 500; n += 2) {
            term *= a * a / n;
            sum += term;
        }
        return 0.5 + sum * bell(a);
    }

    static double bell(double a) {
        return Math.exp(-0.5 * a * a) / Math.sqrt(2 * Math.PI);
    }

    /** Definitions of their own, so that a slip in {@link Function} shows; NaN stays NaN in all of them. */
    static double apply(Function function, double a) {
        return switch (function) {
            case SIGMOID -> 1 / (1 + Math.exp(-a));
            case TANH -> Math.tanh(a);
            case RELU -> a <= 0 ? 0 : a;
            case SOFTPLUS -> a > 30 ? a : Math.log1p(Math.exp(a));
            case SILU -> a * apply(Function.SIGMOID, a);
            case GELU -> a * normal(a);
            case GELU_SLOPE -> normal(a) + a * bell(a);
            case ELU -> a <= 0 ? Math.expm1(a) : a;
            case LOG1P -> Math.log1p(a);
            case ATAN -> Math.atan(a);
            case SOFTSIGN -> Math.abs(a) > 1e300 ? Math.signum(a) : a / (1 + Math.abs(a));
            case EXP -> Math.exp(a);
            case LOG -> Math.log(a);
            case SQRT -> Math.sqrt(a);
            case SIN -> Math.sin(a);
            case COS -> Math.cos(a);
            case HARD_SIGMOID -> a <= -2.5 ? 0 : a >= 2.5 ? 1 : 0.2 * a + 0.5;
            case HARD_SIGMOID_SLOPE -> a < -2.5 || a > 2.5 ? 0 : 0.2 + 0 * a;
            case HARD_SIGMOID_6 -> a <= -3 ? 0 : a >= 3 ? 1 : (a + 3) / 6;
            case HARD_SIGMOID_6_SLOPE -> a <= -3 || a >= 3 ? 0 : 1 / 6.0 + 0 * a;
            case ABS -> a < 0 ? -a : a;
            case SIGN -> a > 0 ? 1 : a < 0 ? -1 : a;
            case STEP -> a > 0 ? 1 : a <= 0 ? 0 : a;
            case IDENTITY -> a;
        };
    }

    private static DoubleBinaryOperator operation(Operator operator) {
        return switch (operator) {
            case PLUS -> (a, b) -> a + b;
            case MINUS -> (a, b) -> a - b;
            case TIMES -> (a, b) -> a * b;
            case DIVIDE -> (a, b) -> a / b;
        };
    }

    private static double[][] each(double[][] a, DoubleUnaryOperator function) {
        double[][] result = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                result[i][j] = function.applyAsDouble(a[i][j]);
            }
        }
        return result;
    }

    /** A single row, or column, is repeated. */
    static double[][] both(double[][] a, double[][] b, DoubleBinaryOperator function) {
        int rows = common(a.length, b.length);
        int columns = common(a[0].length, b[0].length);
        double[][] result = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result[i][j] = function.applyAsDouble(at(a, i, j), at(b, i, j));
            }
        }
        return result;
    }

    private static double at(double[][] a, int i, int j) {
        return a[a.length == 1 ? 0 : i][a[0].length == 1 ? 0 : j];
    }

    private static int common(int a, int b) {
        if (a != b && a != 1 && b != 1) {
            throw new IllegalStateException("sizes " + a + " and " + b + " do not fit");
        }
        return a == 1 ? b : a;
    }

    private static double[][] product(double[][] a, double[][] b) {
        if (a[0].length != b.length) {
            throw new IllegalStateException(a[0].length + " columns @ " + b.length + " rows");
        }
        double[][] result = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    result[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return result;
    }

    private static double[][] transpose(double[][] a) {
        double[][] result = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                result[j][i] = a[i][j];
            }
        }
        return result;
    }

    private static double[][] rowSum(double[][] a) {
        double[][] result = new double[1][a[0].length];
        for (double[] row : a) {
            for (int j = 0; j < row.length; j++) {
                result[0][j] += row[j];
            }
        }
        return result;
    }
}
