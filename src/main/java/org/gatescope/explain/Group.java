package org.gatescope.explain;

import java.util.List;
import org.gatescope.cell.Formula;

/**
 * Terms that belong together: a matrix product, or what one path adds to a gradient.
 *
 * @param negative true if the group is subtracted; its terms have that in their signs
 * @param symbol   of the group, without that sign
 */
public record Group(Origin origin, boolean negative, Formula symbol, List<Term> terms) {
    public Group {
        terms = List.copyOf(terms);
    }

    /** The same, each of its terms multiplied once more. */
    Group times(Factor factor) {
        List<Term> multiplied = terms.stream().map(term -> term.times(factor)).toList();
        return new Group(origin, negative, multiplied.getFirst().symbol(), multiplied);
    }

    /** The sum of its terms. */
    public double total() {
        double sum = 0;
        for (Term term : terms) {
            sum += term.value();
        }
        return sum;
    }
}
