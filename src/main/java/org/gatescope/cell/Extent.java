package org.gatescope.cell;

/**
 * A size of which only the name is known until a network has one: batch, inputs, hidden units, one, or what a cell declares
 * with {@code size}.
 *
 * @param name as it is written in a shape
 */
public record Extent(String name) {
    public static final Extent ONE = new Extent("1");
    /** Sequences in the batch. */
    public static final Extent N = new Extent("N");
    /** Inputs to the layer. */
    public static final Extent D = new Extent("D");
    /** Hidden units of the layer. */
    public static final Extent H = new Extent("H");

    @Override
    public String toString() {
        return name;
    }
}
