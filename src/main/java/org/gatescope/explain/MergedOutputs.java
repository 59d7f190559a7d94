package org.gatescope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network.Part;
import org.gatescope.explain.NumberId.OfStep;

/** Outputs that are made of both directions of a layer, and what of a gradient goes to each of them. */
final class MergedOutputs {
    private final Explaining all;

    MergedOutputs(Explaining all) {
        this.all = all;
    }

    /** What a number of a layer's output is made of. @param last true for what the last step of each direction puts out */
    List<Group> groups(int index, OfStep at, boolean last) {
        Merging merging = layer(index).merging();
        List<Factor> directions = new ArrayList<>();
        for (Part part : all.run().session().network().makers(index, at.column())) {
            int step = last ? all.links().order(part).last(at.row()) : at.step();
            directions.add(state(part, step, at));
        }
        return merging == Merging.PRODUCT
                ? List.of(group(directions))
                : directions.stream()
                        .map(factor -> group(shared(merging, factor)))
                        .toList();
    }

    /** What the gradient of an output is multiplied by on its way to one direction. @param last as above */
    List<Factor> slope(Part part, OfStep at, boolean last) {
        Optional<Part> other = all.run().session().network().partner(part);
        if (other.isEmpty() || part.layer().merging() == Merging.SUM) {
            return List.of();
        }
        if (part.layer().merging() == Merging.AVERAGE) {
            return List.of(two());
        }
        int step = last ? all.links().order(other.get()).last(at.row()) : at.step();
        return List.of(state(other.get(), step, at));
    }

    private static List<Factor> shared(Merging merging, Factor factor) {
        return merging == Merging.AVERAGE ? List.of(factor, two()) : List.of(factor);
    }

    private static Factor two() {
        return new Factor(new Symbol("2", Style.NUMBER), 2, true, Optional.empty());
    }

    private Factor state(Part part, int step, OfStep at) {
        Name state = new Name(Cell.after(part.layer().cell().output()));
        return all.factor(new OfStep(part.key(), state, step, at.row(), at.column()));
    }

    private static Group group(List<Factor> factors) {
        Term term = new Term(false, factors);
        return new Group(new Origin.Summand(), false, term.symbol(), List.of(term));
    }

    private Layer layer(int index) {
        return all.run().session().network().layers().get(index);
    }
}
