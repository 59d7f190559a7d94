package org.gatescope.engine;

/**
 * A table with a row for each token: what comes in at a step is one-hot, and the lowest layer reads {@code token @ E}, the
 * token's row. Inputs that are not one-hot read a mixture of rows.
 *
 * @param columns numbers in a row: what the lowest layer takes for its inputs
 */
public record Embedding(int columns) {
    /** Name of its parameter, (V, columns). */
    public static final String TABLE = "embedding.E";
}
