package org.gatescope.explain;

import java.util.Optional;
import org.gatescope.cell.Formula;

/**
 * One number in a term.
 *
 * @param symbol  with its place, in parentheses where it is a sum
 * @param divides true for a divisor
 * @param opens   the number to open next; empty for a constant
 * @param hidden  true for one that is to be predicted: its value is NaN
 */
public record Factor(Formula symbol, double value, boolean divides, Optional<NumberId> opens, boolean hidden) {
    public Factor(Formula symbol, double value, boolean divides, Optional<NumberId> opens) {
        this(symbol, value, divides, opens, false);
    }

    Factor(Formula symbol, double value, NumberId opens) {
        this(symbol, value, false, Optional.of(opens));
    }

    Factor divisor() {
        return new Factor(symbol, value, !divides, opens, hidden);
    }

    /** The same without its value, where that is not to be seen. */
    public Factor hiding(CoveredNumbers covered) {
        return opens.filter(covered::hides).isPresent() ? new Factor(symbol, Double.NaN, divides, opens, true) : this;
    }

    /** As it is written; a question mark where it is hidden. */
    public String written() {
        return hidden ? Rounding.HIDDEN : Rounding.factor(value);
    }
}
