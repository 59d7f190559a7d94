package org.gatescope.engine.program;

import org.gatescope.cell.Combination;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Function;

/** Flat loops over tables of numbers. The output comes last; it may be one of the inputs. */
public final class Kernels {
    private Kernels() {}

    /** A loop over one row: {@code out[j] = f(a[j])} or {@code f(a[j], b[j])}. */
    @FunctionalInterface
    public interface Row {
        void run(double[] a, int i, double[] b, int j, double[] out, int o, int columns);
    }

    /** Runs a loop over all rows of step t, as one row where nothing repeats and no gap lies between. */
    public static void each(int rows, int t, Slot a, Slot b, Slot out, Row loop) {
        int columns = out.columns();
        if (a.isDense() && b.isDense() && out.isDense()) {
            loop.run(a.values(), a.at(t), b.values(), b.at(t), out.values(), out.at(t), rows * columns);
            return;
        }
        for (int r = 0; r < rows; r++) {
            loop.run(
                    a.values(),
                    a.at(t) + r * a.rowStride(),
                    b.values(),
                    b.at(t) + r * b.rowStride(),
                    out.values(),
                    out.at(t) + r * out.rowStride(),
                    columns);
        }
    }

    /** The loop that applies an operator element by element. */
    public static Row of(Operator operator) {
        return switch (operator) {
            case PLUS -> Kernels::add;
            case MINUS -> Kernels::subtract;
            case TIMES -> Kernels::multiply;
            case DIVIDE -> Kernels::divide;
        };
    }

    /** The functions that cells are made of have loops of their own; the others share one. */
    public static Row of(Function function) {
        boolean lanes = VectorUnit.areUsed();
        return switch (function) {
            case SIGMOID -> lanes ? VectorFunctions::sigmoid : Kernels::sigmoid;
            case TANH -> lanes ? VectorFunctions::tanh : Kernels::tanh;
            case EXP -> lanes ? VectorFunctions::exp : each(function);
            case IDENTITY -> Kernels::copy;
            default -> each(function);
        };
    }

    /** Runs through all rows of step t; of a function of two, the third table is not read. */
    public static void each(int rows, int t, Slot a, Slot b, Slot c, Slot out, Combination combination) {
        double[] values = out.values();
        for (int r = 0; r < rows; r++) {
            int i = a.at(t) + r * a.rowStride();
            int j = b.at(t) + r * b.rowStride();
            int k = c.at(t) + r * c.rowStride();
            int o = out.at(t) + r * out.rowStride();
            for (int column = 0; column < out.columns(); column++) {
                values[o + column] =
                        combination.at(a.values()[i + column], b.values()[j + column], c.values()[k + column]);
            }
        }
    }

    private static Row each(Function function) {
        return (a, i, b, j, out, o, columns) -> {
            for (int k = 0; k < columns; k++) {
                out[o + k] = function.at(a[i + k]);
            }
        };
    }

    /** The loop {@code out = a ^ exponent}; squares are multiplied. */
    public static Row power(double exponent) {
        if (exponent == 2) {
            return Kernels::square;
        }
        return (a, i, b, j, out, o, columns) -> {
            for (int k = 0; k < columns; k++) {
                out[o + k] = Math.pow(a[i + k], exponent);
            }
        };
    }

    /** {@code out = a}; b is not read. */
    public static void copy(double[] a, int i, double[] b, int j, double[] out, int o, int columns) {
        System.arraycopy(a, i, out, o, columns);
    }

    /** {@code out = −a}; b is not read. */
    public static void negate(double[] a, int i, double[] b, int j, double[] out, int o, int columns) {
        for (int k = 0; k < columns; k++) {
            out[o + k] = -a[i + k];
        }
    }

    /** {@code out += a}; b is not read. */
    public static void addTo(double[] a, int i, double[] b, int j, double[] out, int o, int columns) {
        for (int k = 0; k < columns; k++) {
            out[o + k] += a[i + k];
        }
    }

    /** {@code out += a * b}. */
    public static void multiplyAddTo(double[] a, int i, double[] b, int j, double[] out, int o, int columns) {
        for (int k = 0; k < columns; k++) {
            out[o + k] += a[i + k] * b[j + k];
        }
    }

    private static void add(double[] a, int i, double[] b, int j, double[] out, int o, int columns) {
        for (int k = 0; k < columns; k++) {
            out[o + k] = a[i + k] + b[j + k];
        }
    }

    private static void subtract(double[] a, int i, double[] b, int j, double[] out, int o, int columns) {
        for (int k = 0; k < columns; k++) {
            out[o + k] = a[i + k] - b[j + k];
        }
    }

    private static void multiply(double[] a, int i, double[] b, int j, double[] out, int o, int columns) {
        for (int k = 0; k < columns; k++) {
            out[o + k] = a[i + k] * b[j + k];
        }
    }

    private static void divide(double[] a, int i, double[] b, int j, double[] out, int o, int columns) {
        for (int k = 0; k < columns; k++) {
            out[o + k] = a[i + k] / b[j + k];
        }
    }

    private static void square(double[] a, int i, double[] b, int j, double[] out, int o, int columns) {
        for (int k = 0; k < columns; k++) {
            out[o + k] = a[i + k] * a[i + k];
        }
    }

    private static void sigmoid(double[] a, int i, double[] b, int j, double[] out, int o, int columns) {
        for (int k = 0; k < columns; k++) {
            out[o + k] = 1 / (1 + Math.exp(-a[i + k]));
        }
    }

    private static void tanh(double[] a, int i, double[] b, int j, double[] out, int o, int columns) {
        for (int k = 0; k < columns; k++) {
            out[o + k] = Math.tanh(a[i + k]);
        }
    }
}
