package org.gatescope.engine;

import org.gatescope.cell.Extent;
import org.gatescope.cell.Shape;

/**
 * The sizes of a run.
 *
 * @param batch  N, sequences side by side
 * @param steps  T, time steps
 * @param inputs D, numbers that come in at each step
 * @param hidden H, hidden units
 */
public record Sizes(int batch, int steps, int inputs, int hidden) {
    public Sizes {
        if (batch < 0 || steps < 0 || inputs < 0 || hidden < 0) {
            throw new IllegalArgumentException("a size below zero");
        }
    }

    /** The number behind a name of a size. */
    public int of(Extent extent) {
        return switch (extent) {
            case ONE -> 1;
            case N -> batch;
            case D -> inputs;
            case H -> hidden;
        };
    }

    /** Rows of a table of that shape. */
    public int rows(Shape shape) {
        return of(shape.rows());
    }

    /** Columns of a table of that shape. */
    public int columns(Shape shape) {
        return of(shape.columns());
    }

    /** Rows of everything that is kept for each step and sequence: T · N. */
    public int timeRows() {
        return Math.multiplyExact(steps, batch);
    }

    @Override
    public String toString() {
        return "N " + batch + " · T " + steps + " · D " + inputs + " · H " + hidden;
    }
}
