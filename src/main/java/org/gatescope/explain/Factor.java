package org.gatescope.explain;

import java.util.Optional;
import org.gatescope.cell.Formula;

/**
 * One number in a term.
 *
 * @param symbol  with its place, in parentheses where it is a sum
 * @param divides true for a divisor
 * @param opens   the number to open next; empty for a constant
 */
public record Factor(Formula symbol, double value, boolean divides, Optional<NumberId> opens) {
    Factor(Formula symbol, double value, NumberId opens) {
        this(symbol, value, false, Optional.of(opens));
    }

    Factor divisor() {
        return new Factor(symbol, value, !divides, opens);
    }
}
