package org.gatescope.explain;

import java.util.Optional;
import org.gatescope.cell.Formula;

/**
 * One number that a term is made from.
 *
 * @param symbol  with its place, in parentheses where it is a sum
 * @param divides true for a divisor
 * @param opens   the number to go on to; empty for a constant
 */
public record Factor(Formula symbol, double value, boolean divides, Optional<NumberId> opens) {
    Factor(Formula symbol, double value, NumberId opens) {
        this(symbol, value, false, Optional.of(opens));
    }

    Factor divisor() {
        return new Factor(symbol, value, !divides, opens);
    }
}
