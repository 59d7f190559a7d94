package org.gatescope.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/**
 * The shapes of a checked cell's expressions, adjoint lines included.
 *
 * @param parameters shape of each parameter
 * @param widths     columns of x, states and statements
 */
public record Shapes(Map<String, Shape> parameters, Map<String, Extent> widths) {

    /** The shapes that the check of a cell has found. */
    public static Shapes of(Cell cell) {
        return of(cell.parameters(), cell.widths(), cell.output());
    }

    /** What arrives at the output is as wide as that. @param output the first state */
    static Shapes of(Map<String, Shape> parameters, Map<String, Extent> widths, String output) {
        Map<String, Extent> all = new HashMap<>(widths);
        all.put(QuantityName.base(Arrivals.UPSTREAM.text()), widths.getOrDefault(output, Extent.H));
        return new Shapes(parameters, all);
    }

    /** The shape of an expression whose names all belong to the cell. */
    public Shape of(Expression expression) {
        return switch (expression) {
            case Name(String text) -> named(text);
            case Number number -> Shape.SCALAR;
            case Negate(Expression argument) -> of(argument);
            case Power(Expression base, double exponent) -> of(base);
            case Apply(Function function, Expression argument) -> of(argument);
            case Binary(Operator operator, Expression left, Expression right) -> joined(of(left), of(right));
            case Product(Expression left, Expression right) ->
                new Shape(of(left).rows(), of(right).columns());
            case Transpose(Expression argument) -> of(argument).transposed();
            case RowSum(Expression argument) ->
                new Shape(Extent.ONE, of(argument).columns());
            case Combine(Combination combination, List<Expression> arguments) ->
                arguments.stream().map(this::of).reduce(Shape.SCALAR, Shapes::joined);
            case Call call -> throw new IllegalArgumentException("in read-outs only");
        };
    }

    /** The shape of a quantity, a parameter, or the gradient of either, at whatever moment. */
    public Shape named(String name) {
        String base = QuantityName.base(name);
        Shape parameter = parameters.get(base);
        if (parameter != null) {
            return parameter;
        }
        return new Shape(Extent.N, widths.getOrDefault(base, Extent.H));
    }

    private static Shape joined(Shape left, Shape right) {
        Extent rows = left.rows().equals(Extent.ONE) ? right.rows() : left.rows();
        Extent columns = left.columns().equals(Extent.ONE) ? right.columns() : left.columns();
        return new Shape(rows, columns);
    }
}
