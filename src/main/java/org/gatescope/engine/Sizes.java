package org.gatescope.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Extent;
import org.gatescope.cell.Shape;

/**
 * The sizes of a run.
 *
 * @param batch    N, sequences side by side
 * @param steps    T, time steps
 * @param inputs   D, numbers that come in at each step
 * @param hidden   H, hidden units
 * @param declared those that the cell declares, by name
 */
public record Sizes(int batch, int steps, int inputs, int hidden, Map<String, Integer> declared) {
    public Sizes {
        if (batch < 0 || steps < 0 || inputs < 0 || hidden < 0) {
            throw new IllegalArgumentException("a size below zero");
        }
        declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared));
    }

    /** Of a cell that declares none. */
    public Sizes(int batch, int steps, int inputs, int hidden) {
        this(batch, steps, inputs, hidden, Map.of());
    }

    /** The same with those that a cell declares. */
    public Sizes with(Cell cell) {
        return new Sizes(batch, steps, inputs, hidden, cell.declared().sizes());
    }

    /** The number behind a name of a size. @throws NullPointerException if there is none of that name */
    public int of(Extent extent) {
        return switch (extent.name()) {
            case "1" -> 1;
            case "N" -> batch;
            case "D" -> inputs;
            case "H" -> hidden;
            default -> Objects.requireNonNull(declared.get(extent.name()), extent.name());
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
        StringBuilder text = new StringBuilder("N " + batch + " · T " + steps + " · D " + inputs + " · H " + hidden);
        declared.forEach(
                (name, size) -> text.append(" · ").append(name).append(' ').append(size));
        return text.toString();
    }
}
