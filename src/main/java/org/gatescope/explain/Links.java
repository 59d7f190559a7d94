package org.gatescope.explain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.NameMoment;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.HeldOutput;
import org.gatescope.engine.Layer;
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
import org.gatescope.session.Session;
import org.gatescope.session.TableId;

/** Which number a name of a part's equations is: one of this step, of another step or part, or one that is given. */
final class Links {
    private final Session session;
    private final Network network;

    Links(Session session) {
        this.session = session;
        this.network = session.network();
    }

    /** @return empty for what is no number of the run: a constant, and what is not there and so zero */
    Optional<NumberId> of(OfStep at) {
        if (!(at.node() instanceof Name(String name))) {
            return at.node() instanceof Expression.Number ? Optional.empty() : Optional.of(at);
        }
        return switch (at.part()) {
            case ReadOut.KEY -> ofReadOut(name, at);
            case Embedding.KEY -> ofEmbedding(name, at);
            default -> ofCell(session.network().part(at.part()), name, at);
        };
    }

    private Optional<NumberId> ofCell(Part part, String name, OfStep at) {
        String now = NameMoment.FORWARD_PASS.marks(name) ? NameMoment.unmarked(name) : name;
        Cell cell = part.layer().cell();
        if (cell.parameters().containsKey(now)) {
            return Optional.of(parameter(part.parameterKey(), now, at));
        }
        if (QuantityName.isGradient(now) && cell.parameters().containsKey(QuantityName.base(now))) {
            Given given = parameter(part.parameterKey(), QuantityName.base(now), at);
            return Optional.of(new GradientOfGiven(given.table(), given.row(), given.column()));
        }
        if (Arrivals.isCutOff(now)) {
            return Optional.of(at);
        }
        if (Arrivals.isFromNextStep(now)) {
            return nextStep(part, Arrivals.state(now), at);
        }
        if (NameMoment.LAST_STEP.marks(now)) {
            int last = part.reversed() ? 0 : session.steps() - 1;
            return Optional.of(new OfStep(at.part(), NameMoment.unmarked(now), last, at.row(), at.column()));
        }
        if (now.equals(Cell.INPUT)) {
            return input(part, at);
        }
        return cell.states().contains(now) ? Optional.of(before(part, now, at)) : Optional.of(at);
    }

    private static Given parameter(String key, String name, OfStep at) {
        return new Given(new TableId.Parameter(new FullName(key, name)), at.row(), at.column());
    }

    /**
     * What the step that is computed next hands back; the final gradient after the last; nothing where time is cut;
     * less than that where a window slides.
     */
    private Optional<NumberId> nextStep(Part part, String state, OfStep at) {
        TimeOrder order = order(part);
        if (order.isHeld(at.row(), at.step())) {
            return Optional.empty();
        }
        return order.isPartlyCutAfter(at.row(), at.step()) ? Optional.of(at) : passing(part, state, at);
    }

    /** What passes a step that is skipped: all that the next one hands back; nothing where time is cut. */
    Optional<NumberId> passing(Part part, String state, OfStep at) {
        TimeOrder order = order(part);
        if (order.isCutAfter(at.row(), at.step())) {
            return Optional.empty();
        }
        int next = order.next(at.step());
        return Optional.of(
                order.has(at.row(), next)
                        ? new OfStep(part.key(), Cell.gradient(state), next, at.row(), at.column())
                        : finalGradient(part, state, at));
    }

    Given finalGradient(Part part, String state, OfStep at) {
        return new Given(new TableId.FinalGradient(part.state(state)), at.row(), at.column());
    }

    /** The state after the step before; at one that is not computed, that from which it is kept; the initial one before the first. */
    private NumberId before(Part part, String state, OfStep at) {
        boolean isHeld = order(part).isHeld(at.row(), at.step());
        return isHeld ? kept(part, state, at) : after(part, state, order(part).previous(at.step()), at);
    }

    /** The state from which one that is not computed is kept. */
    NumberId kept(Part part, String state, OfStep at) {
        return after(part, state, order(part).keptFrom(at.row(), at.step()), at);
    }

    private NumberId after(Part part, String state, int step, OfStep at) {
        return order(part).has(at.row(), step)
                ? new OfStep(part.key(), Cell.after(state), step, at.row(), at.column())
                : new Given(new TableId.InitialState(part.state(state)), at.row(), at.column());
    }

    TimeOrder order(Part part) {
        return TimeOrder.of(session.numbers(), part);
    }

    private Optional<NumberId> input(Part part, OfStep at) {
        if (part.index() == 0 && isHeld(at)) {
            return Optional.empty();
        }
        return drops(part.index()) || comesAsSum(part.index(), at.column())
                ? Optional.of(at)
                : Optional.of(arriving(part.index(), at));
    }

    /** True if what comes to a layer in a column is made of several numbers. */
    boolean comesAsSum(int layer, int column) {
        return layer > 0 && isMade(layer - 1, column);
    }

    /** True if a column of a layer's output is made of several numbers. */
    boolean isMade(int index, int column) {
        Layer layer = network.layers().get(index);
        return layer.shortcut() == Shortcut.ADDED
                || (layer.isMerged() && column < layer.ownWidth())
                || layer.carried(column).stream().anyMatch(input -> drops(index) && comesAsSum(index, input));
    }

    /** What comes to a layer as one number, before any of it is dropped. */
    NumberId arriving(int layer, OfStep at) {
        if (layer > 0) {
            return output(layer - 1, at.step(), at.row(), at.column());
        }
        return network.embedding().isPresent()
                ? new OfStep(Embedding.KEY, Cell.INPUT, at.step(), at.row(), at.column())
                : new Given(new TableId.Input(at.row()), at.step(), at.column());
    }

    /** True if a layer reads less than what comes to it. */
    boolean drops(int layer) {
        return session.numbers().dropout().of(layer).isPresent();
    }

    /** What a number that a layer reads is multiplied by; empty where the layer reads it as it is. */
    Optional<NumberId> factor(int layer, int step, int sequence, int column) {
        boolean same = network.layers().get(layer).dropout().sameAtEachStep();
        return drops(layer)
                ? Optional.of(new Given(new TableId.Dropped(layer, sequence), same ? 0 : step, column))
                : Optional.empty();
    }

    /**
     * What is carried past a layer: what comes to it as one number, or its x, where that is made of several and read as it is,
     * or nothing.
     */
    NumberId carried(int layer, OfStep read) {
        boolean isNothing = layer == 0 && isHeld(read);
        return isNothing || comesAsSum(layer, read.column()) ? read : arriving(layer, read);
    }

    /**
     * A column of what a layer puts out that is not made of several numbers: its backward direction stands right of the forward
     * one, and what is carried past it perhaps right of both.
     */
    private NumberId output(int index, int step, int sequence, int column) {
        Layer layer = network.layers().get(index);
        List<Part> makers = network.makers(index, column);
        if (makers.isEmpty()) {
            int input = layer.carried(column).orElseThrow();
            return carried(index, new OfStep(network.key(index), Cell.INPUT, step, sequence, input));
        }
        String state = Cell.after(layer.cell().output());
        return new OfStep(makers.getFirst().key(), state, step, sequence, layer.unit(column));
    }

    private boolean isHeld(OfStep at) {
        return session.mask().isHeld(at.row(), at.step());
    }

    private boolean isZero(ReadOut readOut, OfStep at) {
        return readOut.everyStep() && session.mask().output() == HeldOutput.ZERO && isHeld(at);
    }

    private Optional<NumberId> ofReadOut(String name, OfStep at) {
        ReadOut readOut = network.readOut().orElseThrow();
        return switch (name) {
            case ReadOutEquations.INPUT ->
                isMade(network.layers().size() - 1, at.column()) || isZero(readOut, at)
                        ? Optional.of(at)
                        : read(readOut, at)
                                .map(step -> output(network.layers().size() - 1, step, at.row(), at.column()));
            case ReadOutEquations.TARGET -> target(readOut, at);
            case ReadOutEquations.TOTAL -> Optional.of(new NumberId.Loss());
            case ReadOut.W, ReadOut.B -> Optional.of(parameter(ReadOut.KEY, name, at));
            default -> Optional.of(gradientOr(at, name, readOut.parameters()));
        };
    }

    /** The gradient of a table, if a name is that of one of these parameters; otherwise the number itself. */
    private static NumberId gradientOr(OfStep at, String name, Set<String> parameters) {
        String of = QuantityName.base(name);
        boolean isOfTable = QuantityName.isGradient(name) && parameters.contains(of);
        return isOfTable ? new GradientOfGiven(parameter(at.part(), of, at).table(), at.row(), at.column()) : at;
    }

    /** The step that a column is read from; empty where a sequence has none. */
    private Optional<Integer> read(ReadOut readOut, OfStep at) {
        if (readOut.everyStep()) {
            return Optional.of(at.step());
        }
        int last =
                order(network.reader(network.layers().size() - 1, at.column())).last(at.row());
        return last < 0 ? Optional.empty() : Optional.of(last);
    }

    private Optional<NumberId> target(ReadOut readOut, OfStep at) {
        boolean isNext = session.objective().orElseThrow().aim() == Objective.Aim.NEXT_TOKEN;
        if (!isNext) {
            return Optional.of(
                    new Given(new TableId.Targets(at.row()), readOut.everyStep() ? at.step() : 0, at.column()));
        }
        return at.step() + 1 < session.steps()
                ? Optional.of(new Given(new TableId.Input(at.row()), at.step() + 1, at.column()))
                : Optional.empty();
    }

    private Optional<NumberId> ofEmbedding(String name, OfStep at) {
        return switch (name) {
            case Embedding.TOKEN ->
                isHeld(at)
                        ? Optional.empty()
                        : Optional.of(new Given(new TableId.Input(at.row()), at.step(), at.column()));
            case Embedding.E -> Optional.of(parameter(Embedding.KEY, name, at));
            default -> Optional.of(gradientOr(at, name, Set.of(Embedding.E)));
        };
    }
}
