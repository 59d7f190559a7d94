package org.gatescope.engine;

import java.util.List;
import java.util.Objects;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Adjoint.Kind;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.Transpose;

/**
 * A table with a row for each token: the input of a step is one-hot, and the lowest layer reads {@code token @ E}, the
 * token's row. Inputs that are not one-hot read a mixture of rows.
 *
 * @param columns numbers in a row: what the lowest layer takes for its inputs
 */
public record Embedding(int columns) {
    /** What the names of its quantities and its parameter begin with. */
    public static final String KEY = "embedding";

    /** Its table, as its equation names it. */
    public static final String E = "E";

    /** Full name of its table, (V, columns). */
    public static final String TABLE = new FullName(KEY, E).text();

    /** What comes in: one-hot. */
    public static final String TOKEN = "token";

    /** {@code x = token @ E}. */
    public static List<Assignment> statements() {
        return List.of(new Assignment(Cell.INPUT, new Product(new Name(TOKEN), new Name(E))));
    }

    /** A number of what a row of the input reads from the table; 0 at a step that is not computed. */
    public static double value(NetworkInputs inputs, int row, int column) {
        if (inputs.mask().isHeld(row % inputs.batch(), row / inputs.batch())) {
            return 0;
        }
        Matrix table = Objects.requireNonNull(inputs.parameters().get(TABLE));
        double sum = 0;
        for (int token = 0; token < table.rows(); token++) {
            double share = inputs.input().get(row, token);
            sum += share == 0 ? 0 : share * table.get(token, column);
        }
        return sum;
    }

    /** {@code d.E += transpose(token) @ d.x}, {@code d.token += d.x @ transpose(E)}. */
    public static List<Adjoint> adjoints() {
        Name upstream = new Name(Cell.gradient(Cell.INPUT));
        return List.of(
                new Adjoint(TOKEN, new Product(upstream, new Transpose(new Name(E))), Cell.INPUT, Kind.USE),
                new Adjoint(E, new Product(new Transpose(new Name(TOKEN)), upstream), Cell.INPUT, Kind.USE));
    }
}
