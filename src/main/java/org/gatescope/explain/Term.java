package org.gatescope.explain;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;

/** A product with its sign: what a sum is made from. */
public record Term(boolean negative, List<Factor> factors) {
    public Term {
        factors = List.copyOf(factors);
    }

    Term(Factor only) {
        this(false, List.of(only));
    }

    /** The same, multiplied once more. */
    Term times(Factor factor) {
        List<Factor> more = new ArrayList<>(factors);
        more.add(factor);
        return new Term(negative, more);
    }

    /** From left to right, as one would by hand. */
    public double value() {
        double product = 1;
        for (Factor factor : factors) {
            product = factor.divides() ? product / factor.value() : product * factor.value();
        }
        return negative ? -product : product;
    }

    /** {@code x₃[1] · W[1, 2]}, without its sign. */
    public Formula symbol() {
        return Places.joined(
                factors.stream().map(Factor::symbol).toList(),
                i -> new Symbol(factors.get(i).divides() ? "/" : "·", Style.OPERATOR));
    }
}
