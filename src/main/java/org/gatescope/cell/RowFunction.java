package org.gatescope.cell;

import java.util.List;
import java.util.Optional;

/** A function of whole rows: what a {@link Expression.Call} calls. The losses are such functions. */
public interface RowFunction {
    /** The word it is written with. */
    String word();

    /**
     * The same in simpler functions: its values and its terms follow from that. Empty for a function that is computed as
     * it is.
     *
     * @param arguments what it is called with
     * @param columns   of the first of them
     */
    default Optional<Expression> meaning(List<Expression> arguments, int columns) {
        return Optional.empty();
    }
}
