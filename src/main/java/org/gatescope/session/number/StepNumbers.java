package org.gatescope.session.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToIntFunction;
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
import org.gatescope.cell.QuantityName;
import org.gatescope.cell.Reduction;
import org.gatescope.cell.RowFunction;
import org.gatescope.cell.RowOperation;
import org.gatescope.session.Run;

/**
 * What the nodes of a part's equations and adjoint lines come to at a time step. Names are read off the trace and the
 * session; what stands between them is computed from those, element by element, on demand. Tables are made once: {@link
 * #show} moves all of them to another step, or another run of the same network, and allocates nothing.
 */
public final class StepNumbers {
    private final StepTables names;
    private final Set<String> parameters;
    private final Map<Expression, Table> tables = new HashMap<>();
    private final List<CachedTable> kept = new ArrayList<>();

    /** @param part key of a layer's direction, of the read-out, or of the embedding */
    public StepNumbers(Run run, String part, int step) {
        this.names = StepTables.of(run, part, step);
        this.parameters = StepTables.parameters(run, part);
    }

    /**
     * Goes to another step.
     *
     * @param run of the same network, number of steps and batch
     */
    public void show(Run run, int step) {
        names.show(run, step);
        kept.forEach(CachedTable::forget);
    }

    /** The time step that is shown, from 0. */
    public int step() {
        return names.step();
    }

    /** The rows of a node that sequences have: one for each sequence of the batch. */
    public Table of(Expression node) {
        Table known = tables.get(node);
        if (known == null) {
            known = table(node);
            tables.put(node, known);
        }
        return known;
    }

    /** The parameters of a part, by the names that its equations give them. */
    public static Set<String> parameters(Run run, String part) {
        return StepTables.parameters(run, part);
    }

    /** True where rows are those of tables, not sequences: of parameters, their gradients and numbers alone. */
    public boolean isOfParameters(Expression node) {
        return org.gatescope.cell.Names.in(node).stream().map(Name::text).allMatch(this::isOfParameter);
    }

    private boolean isOfParameter(String name) {
        return parameters.contains(QuantityName.base(name));
    }

    private Table table(Expression node) {
        return switch (node) {
            case Name(String text) -> names.table(text);
            case Number(double value) -> new LazyTable(() -> 1, () -> 1, (row, column) -> value);
            case Negate(Expression argument) -> each(of(argument), a -> -a);
            case Power(Expression base, double exponent) -> each(of(base), a -> Math.pow(a, exponent));
            case Apply(var function, Expression argument) -> each(of(argument), function::at);
            case Binary(Operator operator, Expression left, Expression right) -> both(operator, of(left), of(right));
            case Product(Expression left, Expression right) -> product(of(left), of(right));
            case Transpose(Expression argument) -> transposed(of(argument));
            case RowSum(Expression argument) -> rowSum(of(argument));
            case Combine(Combination combination, List<Expression> arguments) ->
                combined(combination, arguments.stream().map(this::of).toList());
            case Call(Reduction reduction, List<Expression> arguments) -> reduced(reduction, arguments.getFirst());
            case Call(RowFunction function, List<Expression> arguments) ->
                function.meaning(arguments, of(arguments.getFirst()).columns())
                        .map(this::of)
                        .orElseGet(() -> ofRows(function, arguments));
        };
    }

    private Table ofRows(RowFunction function, List<Expression> arguments) {
        if (function instanceof RowOperation operation) {
            return kept(new RowTable(operation, arguments.stream().map(this::of).toList()));
        }
        throw new IllegalArgumentException(function.word() + " has no numbers");
    }

    private static Table each(Table a, DoubleUnaryOperator function) {
        return new LazyTable(a::rows, a::columns, (row, column) -> function.applyAsDouble(a.at(row, column)));
    }

    private static Table both(Operator operator, Table a, Table b) {
        return new LazyTable(
                () -> a.rows() == 1 ? b.rows() : a.rows(),
                () -> a.columns() == 1 ? b.columns() : a.columns(),
                (row, column) -> operator.apply(a.repeated(row, column), b.repeated(row, column)));
    }

    private static Table combined(Combination combination, List<Table> values) {
        return new LazyTable(
                () -> common(values, Table::rows),
                () -> common(values, Table::columns),
                (row, column) -> combination.at(
                        values.get(0).repeated(row, column),
                        values.get(1).repeated(row, column),
                        values.getLast().repeated(row, column)));
    }

    /** The size that those of 1 are repeated to. */
    private static int common(List<Table> values, ToIntFunction<Table> size) {
        return values.stream().mapToInt(size).filter(n -> n != 1).findFirst().orElse(1);
    }

    private Table product(Table a, Table b) {
        return kept(new ProductTable(a, b));
    }

    private Table reduced(Reduction reduction, Expression argument) {
        return kept(new ReducedTable(reduction, of(argument), isOfParameters(argument)));
    }

    private Table kept(CachedTable table) {
        kept.add(table);
        return table;
    }

    private static Table transposed(Table a) {
        return new LazyTable(a::columns, a::rows, (row, column) -> a.at(column, row));
    }

    private static Table rowSum(Table a) {
        return new LazyTable(() -> 1, a::columns, (row, column) -> {
            double sum = 0;
            for (int n = 0; n < a.rows(); n++) {
                sum += a.at(n, column);
            }
            return sum;
        });
    }
}
