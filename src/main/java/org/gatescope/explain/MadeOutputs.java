package org.gatescope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.engine.Shortcut;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.TableId;

/**
 * Outputs that are made of several numbers: of both directions of a layer, or of what is carried past it, and what of a
 * gradient goes to each of them.
 */
final class MadeOutputs {
    private final Explaining all;

    MadeOutputs(Explaining all) {
        this.all = all;
    }

    /** What a number of a layer's output is made of. @param last true for what the last step of each direction puts out */
    List<Group> groups(int index, OfStep at, boolean last) {
        List<Group> groups = new ArrayList<>(directions(index, at, last));
        layer(index).carried(at.column()).ifPresent(input -> {
            Part reader = network().reader(index, at.column());
            int step = last ? all.links().order(reader).last(at.row()) : at.step();
            groups.addAll(carried(index, new OfStep(reader.key(), Cell.INPUT, step, at.row(), input)));
        });
        return groups;
    }

    /** What a layer drops some of is nowhere as it came, where it is made of several numbers: these are named. */
    private List<Group> carried(int index, OfStep read) {
        Origin origin = new Origin.CarriedPast(index);
        return all.links().drops(index) && all.links().comesAsSum(index, read.column())
                ? groups(index - 1, read, false).stream()
                        .map(group -> new Group(origin, group.negative(), group.symbol(), group.terms()))
                        .toList()
                : List.of(group(origin, List.of(all.factor(all.links().carried(index, read)))));
    }

    private List<Group> directions(int index, OfStep at, boolean last) {
        Merging merging = layer(index).merging();
        List<Factor> directions = new ArrayList<>();
        for (Part part : network().makers(index, at.column())) {
            int step = last ? all.links().order(part).last(at.row()) : at.step();
            directions.add(state(part, step, at));
        }
        if (directions.size() < 2) {
            return directions.stream()
                    .map(factor -> group(new Origin.Summand(), List.of(factor)))
                    .toList();
        }
        return merging == Merging.PRODUCT
                ? List.of(group(new Origin.Summand(), directions))
                : directions.stream()
                        .map(factor -> group(new Origin.Summand(), shared(merging, factor)))
                        .toList();
    }

    /**
     * What arrives at a column of a layer's output at a step, path by path: what the layer above hands down, or what is typed
     * and read out, and what is carried past the layer above.
     *
     * @param index   of the layer; −1 for what the lowest one reads
     * @param factors it is multiplied by on its way to one direction
     */
    List<Group> arriving(int index, int step, int sequence, int column, List<Factor> factors) {
        List<Group> groups = new ArrayList<>();
        int above = index + 1;
        int top = network().layers().size() - 1;
        if (index == top) {
            readOut(true).ifPresent(readOut -> groups.add(from(sentBack(step, sequence, column), factors)));
            Given typed = new Given(new TableId.Upstream(sequence), step, column);
            groups.add(group(new Origin.Typed(), with(typed, factors)));
            return groups;
        }
        List<Factor> dropped = new ArrayList<>();
        all.links().factor(above, step, sequence, column).ifPresent(factor -> dropped.add(all.factor(factor)));
        dropped.addAll(factors);
        network().parts().stream()
                .filter(reader -> reader.index() == above)
                .map(reader -> new OfStep(reader.key(), Cell.gradient(Cell.INPUT), step, sequence, column))
                .forEach(handedDown -> groups.add(from(handedDown, dropped)));
        if (layer(above).shortcut() != Shortcut.NONE) {
            int past = layer(above).past(column);
            if (above == top && all.links().order(network().reader(top, past)).last(sequence) == step) {
                readOut(false).ifPresent(readOut -> groups.add(from(sentBackFromLast(sequence, past), factors)));
            }
            groups.addAll(arriving(above, step, sequence, past, factors));
        }
        return groups;
    }

    private Optional<ReadOut> readOut(boolean everyStep) {
        return network().readOut().filter(readOut -> readOut.everyStep() == everyStep);
    }

    /** What the read-out sends back from its last step, where it reads nothing else. */
    OfStep sentBackFromLast(int sequence, int column) {
        return sentBack(all.run().session().steps() - 1, sequence, column);
    }

    private static OfStep sentBack(int step, int sequence, int column) {
        return new OfStep(ReadOut.KEY, Cell.gradient(ReadOutEquations.INPUT), step, sequence, column);
    }

    /** What a part hands down. */
    Group from(OfStep gradient, List<Factor> factors) {
        return group(new Origin.FromPart(gradient.part()), with(gradient, factors));
    }

    private List<Factor> with(NumberId id, List<Factor> factors) {
        return Stream.concat(Stream.of(all.factor(id)), factors.stream()).toList();
    }

    /** What the gradient of an output is multiplied by on its way to one direction. @param last as above */
    List<Factor> slope(Part part, OfStep at, boolean last) {
        Optional<Part> other = network().partner(part);
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
        return all.factor(
                new OfStep(part.key(), state, step, at.row(), part.layer().unit(at.column())));
    }

    private static Group group(Origin origin, List<Factor> factors) {
        Term term = new Term(false, factors);
        return new Group(origin, false, term.symbol(), List.of(term));
    }

    private Network network() {
        return all.run().session().network();
    }

    private Layer layer(int index) {
        return network().layers().get(index);
    }
}
