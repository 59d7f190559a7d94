package org.gatescope.session;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.gatescope.cell.Extent;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.Shortcut;

/**
 * Where what a changed network has stood before: its layers, and the rows and columns of tables, as maps from a new index to
 * the old one, −1 for what is new.
 *
 * @param layers of the new network
 * @param tokens of the network's input
 */
record PlacesBefore(Session from, Network to, IntUnaryOperator layers, IntUnaryOperator tokens) {
    /** The part that another one goes on from: a direction that is new starts equal to the forward one. */
    Optional<Part> source(Part part) {
        int layer = layers.applyAsInt(part.index());
        List<Part> old = from.network().parts().stream()
                .filter(candidate -> candidate.index() == layer)
                .toList();
        return old.stream()
                .filter(candidate -> candidate.reversed() == part.reversed())
                .findFirst()
                .or(() -> old.stream().findFirst());
    }

    /** Along an extent of a part's parameters. */
    IntUnaryOperator map(Extent extent, Part part) {
        return extent.equals(Extent.D) ? inputMap(part.index()) : bounded();
    }

    /** Where what a layer reads stood before: its input's columns, and the rows of its input matrices. */
    IntUnaryOperator inputMap(int layer) {
        if (layer == 0 && to.embedding().isEmpty()) {
            return tokens;
        }
        boolean sameBelow = layer > 0 && layers.applyAsInt(layer - 1) == layers.applyAsInt(layer) - 1;
        return sameBelow ? widthMap(layer - 1) : bounded();
    }

    /**
     * Where a layer's output stood before: a reverse direction that is not merged stands right of the forward one, and what is
     * carried past the layer, where it is not added, right of both.
     */
    IntUnaryOperator widthMap(int layer) {
        int source = layers.applyAsInt(layer);
        if (source < 0 || source >= from.network().layers().size()) {
            return bounded();
        }
        Layer old = from.network().layers().get(source);
        Layer now = to.layers().get(layer);
        IntUnaryOperator own = ownMap(old, now);
        IntUnaryOperator read = within(inputMap(layer), from.network().reads(source));
        return column -> {
            if (column < now.ownWidth()) {
                return own.applyAsInt(column);
            }
            int before = old.shortcut() == Shortcut.CONCATENATED ? read.applyAsInt(column - now.ownWidth()) : -1;
            return before < 0 ? -1 : old.past(before);
        };
    }

    private static IntUnaryOperator ownMap(Layer old, Layer now) {
        boolean isOneOnly = now.ownWidth() == now.outputs() && old.ownWidth() == old.outputs();
        return column -> {
            int unit = now.unit(column);
            boolean isReverse = !now.directions().reads(false) || column >= now.outputs();
            boolean isThere =
                    isOneOnly || (isReverse ? hasReverse(old) : old.directions().reads(false));
            return unit < old.outputs() && isThere ? old.column(isReverse, unit) : -1;
        };
    }

    /** Whether columns are of the reverse direction alone. */
    private static boolean hasReverse(Layer layer) {
        return layer.directions().reads(true) && !layer.isMerged();
    }

    /** What stands where it stood. */
    static IntUnaryOperator bounded() {
        return i -> i;
    }

    /** Of so many old ones. */
    static IntUnaryOperator bounded(int count) {
        return within(bounded(), count);
    }

    /** Of time-major tables: row t · N + n stood at t · N′ + n. */
    static IntUnaryOperator rowsOverTime(Session from, int batch) {
        return row -> {
            int t = row / batch;
            int n = row % batch;
            return t < from.steps() && n < from.batch() ? t * from.batch() + n : -1;
        };
    }

    /** What stays as large as it was is the same instance. */
    static Matrix fitted(Matrix before, int rows, IntUnaryOperator row, int columns, IntUnaryOperator column) {
        IntUnaryOperator fromRow = within(row, before.rows());
        IntUnaryOperator fromColumn = within(column, before.columns());
        boolean same = rows == before.rows()
                && columns == before.columns()
                && isIdentity(fromRow, rows)
                && isIdentity(fromColumn, columns);
        return same ? before : before.rearranged(rows, fromRow, columns, fromColumn);
    }

    /** A table with what of it stood somewhere before as it was there. */
    static Matrix overlaid(Matrix table, Matrix before, IntUnaryOperator row, IntUnaryOperator column) {
        IntUnaryOperator fromRow = within(row, before.rows());
        IntUnaryOperator fromColumn = within(column, before.columns());
        double[][] rows = table.toArray();
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                int sourceRow = fromRow.applyAsInt(r);
                int sourceColumn = fromColumn.applyAsInt(c);
                if (sourceRow >= 0 && sourceColumn >= 0) {
                    rows[r][c] = before.get(sourceRow, sourceColumn);
                }
            }
        }
        return Matrix.of(rows, table.columns());
    }

    private static boolean isIdentity(IntUnaryOperator map, int count) {
        for (int i = 0; i < count; i++) {
            if (map.applyAsInt(i) != i) {
                return false;
            }
        }
        return true;
    }

    /** Beyond so many old ones there is none. */
    static IntUnaryOperator within(IntUnaryOperator map, int count) {
        return i -> {
            int source = map.applyAsInt(i);
            return source < count ? source : -1;
        };
    }
}
