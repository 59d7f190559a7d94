package org.gatescope.cell;

/**
 * {@code d.target += share}: a line of the backward pass.
 *
 * @param target the quantity or parameter whose gradient grows
 * @param share  what this line adds to it
 * @param source the statement it was derived from; for the first lines, which take what arrives at a state from the
 *               loss and from the next step, that state's new value
 * @param kind   where the share comes from
 */
public record Adjoint(String target, Expression share, String source, Kind kind) {
    public enum Kind {
        /** What the loss and the next step hand to a state. */
        ARRIVAL,
        /** A use of the target within the step. */
        USE,
        /** A use that takes the place of what the steps before have added to a parameter's gradient: a mistake. */
        OVERWRITING_USE
    }

    /** True for {@code +=}, false for {@code =}. */
    boolean adds() {
        return kind == Kind.USE;
    }

    @Override
    public String toString() {
        return Cell.gradient(target) + (adds() ? " += " : " = ") + share;
    }
}
