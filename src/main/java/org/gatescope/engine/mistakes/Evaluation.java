package org.gatescope.engine.mistakes;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gatescope.cell.Combination;
import org.gatescope.cell.Expression;
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
import org.gatescope.cell.Expression.RowSum;
import org.gatescope.cell.Expression.Transpose;

/** Computes an expression node by node: slow, and as plain as the definitions. */
final class Evaluation {
    private final Function<String, DMatrixRMaj> names;

    private Evaluation(Function<String, DMatrixRMaj> names) {
        this.names = names;
    }

    /** @param names the value of each name: one row for what a sequence has, or a vector */
    static DMatrixRMaj of(Expression expression, Function<String, DMatrixRMaj> names) {
        return new Evaluation(names).value(expression);
    }

    private DMatrixRMaj value(Expression expression) {
        return switch (expression) {
            case Name(String text) -> names.apply(text);
            case Number(double value) -> new DMatrixRMaj(1, 1, true, value);
            case Negate(Expression argument) -> each(value(argument), a -> -a);
            case Power(Expression base, double exponent) -> each(value(base), a -> Math.pow(a, exponent));
            case Apply(var function, Expression argument) -> each(value(argument), function::at);
            case Binary(Operator operator, Expression left, Expression right) ->
                both(value(left), value(right), operator::apply);
            case Product(Expression left, Expression right) -> product(value(left), value(right));
            case Transpose(Expression argument) -> transpose(value(argument));
            case RowSum(Expression argument) -> rowSum(value(argument));
            case Combine(Combination combination, List<Expression> arguments) ->
                combine(combination, arguments.stream().map(this::value).toList());
            case Call call -> throw new IllegalArgumentException("in read-outs only");
        };
    }

    private static DMatrixRMaj each(DMatrixRMaj a, DoubleUnaryOperator function) {
        DMatrixRMaj result = new DMatrixRMaj(a.numRows, a.numCols);
        for (int i = 0; i < a.getNumElements(); i++) {
            result.data[i] = function.applyAsDouble(a.data[i]);
        }
        return result;
    }

    /** A single row, or column, is repeated. */
    static DMatrixRMaj both(DMatrixRMaj a, DMatrixRMaj b, DoubleBinaryOperator function) {
        int rows = a.numRows == 1 ? b.numRows : a.numRows;
        int columns = a.numCols == 1 ? b.numCols : a.numCols;
        DMatrixRMaj result = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result.data[i * columns + j] = function.applyAsDouble(repeated(a, i, j), repeated(b, i, j));
            }
        }
        return result;
    }

    private static DMatrixRMaj combine(Combination combination, List<DMatrixRMaj> values) {
        DMatrixRMaj third = values.getLast();
        int rows = values.stream().mapToInt(value -> value.numRows).max().orElseThrow();
        int columns = values.stream().mapToInt(value -> value.numCols).max().orElseThrow();
        DMatrixRMaj result = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result.data[i * columns + j] = combination.at(
                        repeated(values.get(0), i, j), repeated(values.get(1), i, j), repeated(third, i, j));
            }
        }
        return result;
    }

    private static double repeated(DMatrixRMaj a, int row, int column) {
        return a.data[(a.numRows == 1 ? 0 : row) * a.numCols + (a.numCols == 1 ? 0 : column)];
    }

    /** EJML's own refuses sizes of 0. */
    private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
        if (a.numCols != b.numRows) {
            throw new IllegalArgumentException(
                    a.numRows + " × " + a.numCols + " @ " + b.numRows + " × " + b.numCols + " do not fit");
        }
        DMatrixRMaj result = new DMatrixRMaj(a.numRows, b.numCols);
        for (int i = 0; i < a.numRows; i++) {
            for (int k = 0; k < a.numCols; k++) {
                for (int j = 0; j < b.numCols; j++) {
                    result.data[i * b.numCols + j] += a.data[i * a.numCols + k] * b.data[k * b.numCols + j];
                }
            }
        }
        return result;
    }

    private static DMatrixRMaj transpose(DMatrixRMaj a) {
        DMatrixRMaj result = new DMatrixRMaj(a.numCols, a.numRows);
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < a.numCols; j++) {
                result.data[j * a.numRows + i] = a.data[i * a.numCols + j];
            }
        }
        return result;
    }

    private static DMatrixRMaj rowSum(DMatrixRMaj a) {
        DMatrixRMaj result = new DMatrixRMaj(1, a.numCols);
        for (int i = 0; i < a.getNumElements(); i++) {
            result.data[i % a.numCols] += a.data[i];
        }
        return result;
    }
}
