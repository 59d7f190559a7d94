package org.gatescope.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.Transpose;
import org.gatescope.cell.Names;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.TimeOrder;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Objective;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;

/** What is computed directly from a given number, for one sequence, in the order of steps. */
public final class Dependents {
    private final Session session;
    private final Given given;
    private final int sequence;
    private final List<NumberId> found = new ArrayList<>();

    private Dependents(Run run, Given given, int sequence) {
        this.session = run.session();
        this.given = given;
        this.sequence = sequence;
    }

    /** @param sequence row of the batch, for parameters, which all of them use */
    public static List<NumberId> of(Run run, Given given, int sequence) {
        Dependents dependents = new Dependents(run, given, sequence);
        if (Explanation.of(run, given).isPresent()) {
            dependents.find();
        }
        return List.copyOf(dependents.found);
    }

    private void find() {
        switch (given.table()) {
            case TableId.Parameter(FullName name) -> ofParameter(name);
            case TableId.Input(int n) -> ofInput(n);
            case TableId.InitialState(FullName name) -> ofInitialState(name);
            case TableId.Upstream(int n) -> ofUpstream(n);
            case TableId.FinalGradient(FullName name) -> ofFinalGradient(name);
            case TableId.Targets(int n) -> ofTarget(n);
            case TableId.Dropped(int layer, int n) -> ofDropped(layer, n);
            case TableId.Computed(int n) -> {} // it says whether a step computes, not what
            case TableId.Mask(int n) -> ofReadOut(n, ReadOutEquations.WEIGHT, 0);
        }
    }

    private void ofParameter(FullName name) {
        if (name.part().equals(ReadOut.KEY)) {
            boolean everyStep = session.network().readOut().orElseThrow().everyStep();
            for (int t = everyStep ? 0 : Math.max(0, session.steps() - 1); t < session.steps(); t++) {
                add(ReadOut.KEY, ReadOutEquations.LOGITS, t, sequence, given.column());
            }
        } else if (name.part().equals(Embedding.KEY)) {
            session.mask().computed(sequence).forEach(t -> add(Embedding.KEY, Cell.INPUT, t, sequence, given.column()));
        } else {
            session.network().parts().stream()
                    .filter(part -> part.parameterKey().equals(name.part()))
                    .forEach(part -> ofParameter(part, name.local()));
        }
    }

    /** Steps in the order of the part. */
    private void ofParameter(Part part, String name) {
        TimeOrder order = TimeOrder.of(session.numbers(), part);
        for (int t = order.first(sequence); order.has(sequence, t); t = order.next(t)) {
            if (!order.isHeld(sequence, t)) {
                addUses(part, name, t, sequence);
            }
        }
    }

    /** What a step computes from the given number, which stands under a name. */
    private void addUses(Part part, String name, int step, int n) {
        Cell cell = part.layer().cell();
        for (Assignment statement : cell.statements()) {
            if (Names.in(statement.expression()).contains(new Name(name))) {
                int width =
                        part.sizes(1, 1).of(Objects.requireNonNull(cell.widths().get(statement.name())));
                columns(statement.expression(), new Name(name), width)
                        .forEach(column -> add(part.key(), statement.name(), step, n, column));
            }
        }
    }

    private IntStream columns(Expression expression, Name name, int width) {
        Reached number;
        if (given.table() instanceof TableId.Parameter table) {
            Matrix numbers = session.table(table);
            boolean isMatrix = numbers.rows() > 1; // a vector stands in every row
            boolean isOne = !isMatrix && numbers.columns() == 1; // so does one number, in every column
            number = new Reached(isMatrix ? given.row() : Reached.EVERY, isOne ? Reached.EVERY : given.column());
        } else {
            number = new Reached(Reached.EVERY, given.column());
        }
        Set<Reached> reached = reached(expression, name, number);
        return reached.stream().anyMatch(where -> where.column() == Reached.EVERY)
                ? IntStream.range(0, width)
                : reached.stream()
                        .mapToInt(where -> Math.min(where.column(), width - 1))
                        .sorted()
                        .distinct();
    }

    /** Where a number gets to in a value: a row and a column, or every one of them. */
    private record Reached(int row, int column) {
        static final int EVERY = -1;
    }

    /** A matrix product mixes the columns of what stands left, and the rows of what stands right. */
    private static Set<Reached> reached(Expression node, Name name, Reached number) {
        return switch (node) {
            case Name other -> other.equals(name) ? Set.of(number) : Set.of();
            case Transpose(Expression argument) ->
                mapped(reached(argument, name, number), at -> new Reached(at.column(), at.row()));
            case Product(Expression left, Expression right) -> {
                Set<Reached> all =
                        new HashSet<>(mapped(reached(left, name, number), at -> new Reached(at.row(), Reached.EVERY)));
                all.addAll(mapped(reached(right, name, number), at -> new Reached(Reached.EVERY, at.column())));
                yield all;
            }
            default ->
                Names.operands(node).stream()
                        .flatMap(operand -> reached(operand, name, number).stream())
                        .collect(Collectors.toSet());
        };
    }

    private static Set<Reached> mapped(Set<Reached> places, UnaryOperator<Reached> change) {
        return places.stream().map(change).collect(Collectors.toSet());
    }

    private void ofInput(int n) {
        int t = given.row();
        if (!session.mask().isHeld(n, t)) {
            if (session.network().embedding().isPresent()) {
                for (int k = 0; k < session.network().layerInputs(); k++) {
                    add(Embedding.KEY, Cell.INPUT, t, n, k);
                }
            } else {
                session.network().parts().stream()
                        .filter(part -> part.index() == 0)
                        .forEach(part -> ofRead(part, t, n));
                addOutput(0, t, n, given.column());
            }
        }
        boolean isTarget = session.objective()
                .map(objective -> objective.aim() == Objective.Aim.NEXT_TOKEN && t > 0)
                .orElse(false);
        if (isTarget) {
            add(ReadOut.KEY, ReadOutEquations.LOSS, t - 1, n, 0);
        }
    }

    /** What a layer drops some of has a value of its own, as it reads it. */
    private void ofRead(Part part, int t, int n) {
        if (session.numbers().dropout().of(part.index()).isPresent()) {
            add(part.key(), Cell.INPUT, t, n, given.column());
        } else {
            addUses(part, Cell.INPUT, t, n);
        }
    }

    /** What the layer reads, in both directions; at all steps where they have the same. */
    private void ofDropped(int layer, int n) {
        boolean same = session.network().layers().get(layer).dropout().sameAtEachStep();
        if (session.numbers().dropout().isOn()) {
            session.network().parts().stream()
                    .filter(part -> part.index() == layer)
                    .forEach(part -> session.mask()
                            .computed(n)
                            .filter(t -> same || t == given.row())
                            .forEach(t -> add(part.key(), Cell.INPUT, t, n, given.column())));
        }
    }

    private void ofInitialState(FullName name) {
        Part part = session.network().part(name.part());
        int length = session.lengths().get(given.row());
        int first = part.reversed() ? length - 1 : 0;
        if (length > 0 && session.mask().isHeld(given.row(), first)) {
            add(name.part(), Cell.after(name.local()), first, given.row(), given.column());
        } else if (length > 0) {
            addUses(part, name.local(), first, given.row());
        }
    }

    private void ofUpstream(int n) {
        int top = session.network().layers().size() - 1;
        if (!session.mask().isHeld(n, given.row())) {
            addArrivals(top, given.row(), n, given.column());
        }
    }

    /** What arrives at a column of a layer's output arrives also at what is carried into it. */
    private void addArrivals(int index, int step, int n, int column) {
        Network network = session.network();
        Layer layer = network.layers().get(index);
        for (Part part : network.makers(index, column)) {
            add(part.key(), Arrivals.UPSTREAM.text(), step, n, layer.unit(column));
        }
        layer.carried(column).ifPresent(input -> {
            if (index > 0) {
                addArrivals(index - 1, step, n, input);
            } else if (network.embedding().isPresent()) {
                add(Embedding.KEY, Cell.gradient(Cell.INPUT), step, n, input);
            } else {
                found.add(new GradientOfGiven(new TableId.Input(n), step, input));
            }
        });
    }

    /** The number that a column of what a layer reads is carried into: what the layer above reads, or the read-out. */
    private void addOutput(int index, int step, int n, int input) {
        Network network = session.network();
        Layer layer = network.layers().get(index);
        if (layer.shortcut() == Shortcut.NONE) {
            return;
        }
        int past = layer.past(input);
        if (index + 1 < network.layers().size()) {
            add(network.key(index + 1), Cell.INPUT, step, n, past);
        } else if (session.objective().isPresent() && isRead(step, n, past)) {
            boolean everyStep = network.readOut().orElseThrow().everyStep();
            add(ReadOut.KEY, ReadOutEquations.INPUT, everyStep ? step : session.steps() - 1, n, past);
        }
    }

    private boolean isRead(int step, int n, int column) {
        Network network = session.network();
        return network.readOut().orElseThrow().everyStep()
                || TimeOrder.of(
                                        session.numbers(),
                                        network.reader(network.layers().size() - 1, column))
                                .last(n)
                        == step;
    }

    private void ofFinalGradient(FullName name) {
        Part part = session.network().part(name.part());
        int length = session.lengths().get(given.row());
        int last = part.reversed() ? 0 : length - 1;
        if (length > 0) {
            boolean isHeld = session.mask().isHeld(given.row(), last);
            String arrival = isHeld
                    ? Cell.gradient(name.local())
                    : Arrivals.fromNextStep(name.local()).text();
            add(name.part(), arrival, last, given.row(), given.column());
        }
    }

    private void ofTarget(int n) {
        if (session.objective().orElseThrow().aim() == Objective.Aim.TABLE) {
            ofReadOut(n, ReadOutEquations.LOSS, 0);
            ReadOut readOut = session.network().readOut().orElseThrow();
            ofReadOut(n, Cell.gradient(ReadOutEquations.scored(readOut)), given.column());
        }
    }

    private void ofReadOut(int n, String name, int column) {
        boolean everyStep = session.network().readOut().orElseThrow().everyStep();
        int step = everyStep ? given.row() : session.steps() - 1;
        if (step >= 0) {
            add(ReadOut.KEY, name, step, n, column);
        }
    }

    private void add(String part, String name, int step, int n, int column) {
        found.add(new OfStep(part, name, step, n, column));
    }
}
