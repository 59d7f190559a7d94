package org.gatescope.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.gatescope.cell.Cell;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.gatescope.explain.Covered;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.lane.Square;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Range;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.stage.QuantityContent.Numbers;

/** Finds the numbers of lanes in a run, and how far the playhead has computed them. */
final class LaneNumbers {
    private final Run run;
    private final Session session;
    private final int sequence;
    private final Supplier<Playhead> playhead;
    private final Optional<Goal> goal;
    private final CoveredNumbers hidden;
    private final LaneIds ids;

    /** Nothing is hidden. @param playhead asked whenever a lane is drawn */
    LaneNumbers(Run run, int sequence, Supplier<Playhead> playhead) {
        this(run, sequence, new CoveredNumbers(run.session(), Covered.NONE), playhead);
    }

    /**
     * @param hidden   is not told
     * @param playhead asked whenever a lane is drawn
     */
    LaneNumbers(Run run, int sequence, CoveredNumbers hidden, Supplier<Playhead> playhead) {
        this.hidden = hidden;
        ids = new LaneIds(run.session(), List.of(), sequence);
        this.run = run;
        this.session = run.session();
        this.sequence = sequence;
        this.playhead = playhead;
        this.goal = session.inputs().goal();
    }

    LaneContent of(PartLane lane) {
        LaneContent all = all(lane);
        return hidden.isEmpty()
                ? all
                : new CoveredContent(all, (t, unit) -> hidden.hides(ids.of(lane, new Square(lane.id(), t, unit))));
    }

    private LaneContent all(PartLane lane) {
        String name = lane.quantity().name();
        boolean isGradient = lane.quantity().isGradient();
        if (lane.part().equals(ReadOut.KEY)) {
            return readOut(name, isGradient, run.trace().readOut().orElseThrow());
        }
        if (lane.part().equals(Selection.INPUT)) {
            return isGradient
                    ? series(run.trace().inputGradient(), this::isComputed, this::inputGradientComputed)
                    : table(session.numbers().input());
        }
        if (name.equals(DropoutMasks.NAME)) {
            return dropped(session.part(lane.part()).orElseThrow().index());
        }
        Trace trace = run.trace().part(lane.part());
        Supplier<Range> computed = isGradient
                ? () -> playhead.get().computedGradients(lane.part(), Cell.gradient(name))
                : () -> computed(lane.part(), name);
        boolean isKept = !(isGradient && QuantityName.isAfter(name)) // which is that of what the step computes
                && session.part(lane.part())
                        .orElseThrow()
                        .layer()
                        .cell()
                        .states()
                        .contains(QuantityName.unprimed(name));
        return series(
                isGradient ? trace.gradient(name) : trace.value(name),
                isKept ? this::lasts : this::isComputed,
                computed);
    }

    /** What arrives at a state where a window truncates backpropagation; hidden with the gradient of the state. */
    Optional<LaneContent> arrival(String part, String state) {
        String name = Cell.gradient(state);
        Optional<LaneContent> all = everyArrival(part, state);
        return hidden.isEmpty()
                ? all
                : all.map(content -> new CoveredContent(
                        content, (t, unit) -> hidden.hides(new OfStep(part, name, t, sequence, unit))));
    }

    private Optional<LaneContent> everyArrival(String part, String state) {
        return run.trace()
                .part(part)
                .arrival(state)
                .map(arrived -> series(
                        arrived, this::lasts, () -> playhead.get().computedGradients(part, Cell.gradient(state))));
    }

    private LaneContent readOut(String name, boolean isGradient, ReadOutTrace trace) {
        if (name.equals(ReadOutEquations.TARGET)) {
            Matrix targets = goal.orElseThrow().targets();
            Numbers numbers = (t, unit) -> targets.get(row(t), unit);
            return new QuantityContent(session.steps(), targets.columns(), numbers, this::counts, this::all);
        }
        if (name.equals(ReadOutEquations.INPUT)) {
            return isGradient
                    ? readOut(trace.stateGradient(), true, name)
                    : series(run.trace().output(), this::lasts, this::outputComputed);
        }
        Series series = switch (name) {
            case ReadOutEquations.LOGITS -> isGradient ? trace.gradient() : trace.logits();
            case ReadOutEquations.OUTPUT -> trace.outputs();
            default -> trace.losses();
        };
        return readOut(series, isGradient, name);
    }

    private LaneContent readOut(Series series, boolean isGradient, String name) {
        boolean everyStep = everyStep();
        Numbers numbers = (t, unit) -> series.at(everyStep ? t : 0, sequence, unit);
        boolean needsTarget = isGradient || name.equals(ReadOutEquations.LOSS);
        Supplier<Range> computed = isGradient
                ? () -> ended(playhead.get().computedGradients(ReadOut.KEY, Cell.gradient(name)))
                : () -> ended(playhead.get().computedValues(ReadOut.KEY, name));
        return new QuantityContent(
                session.steps(), series.width(), numbers, needsTarget ? this::counts : this::isReadOut, computed);
    }

    /** What is read out of the last step alone is computed once, and stands where each sequence ends. */
    private Range ended(Range computed) {
        return everyStep() || computed.from() == computed.to() ? computed : new Range(0, session.steps());
    }

    private boolean everyStep() {
        return session.network().readOut().map(ReadOut::everyStep).orElse(true);
    }

    private boolean isReadOut(int t) {
        return everyStep()
                ? isComputed(t)
                : t == session.mask().computed(sequence).max().orElse(-1);
    }

    private boolean counts(int t) {
        return isReadOut(t) && goal.orElseThrow().weights().get(row(t), 0) != 0;
    }

    private int row(int t) {
        return everyStep() ? t * session.batch() + sequence : sequence;
    }

    private LaneContent series(Series series, IntPredicate isThere, Supplier<Range> computed) {
        return new SeriesContent(series, sequence, length(), isThere, computed);
    }

    private LaneContent dropped(int layer) {
        Numbers numbers = (t, unit) -> session.factor(layer, t * session.batch() + sequence, unit);
        int units = session.network().reads(layer);
        return new QuantityContent(session.steps(), units, numbers, this::isComputed, this::all);
    }

    private LaneContent table(Matrix overTime) {
        Numbers numbers = (t, unit) -> overTime.get(t * session.batch() + sequence, unit);
        return new QuantityContent(session.steps(), overTime.columns(), numbers, this::isComputed, this::all);
    }

    private boolean isComputed(int t) {
        return !session.mask().isHeld(sequence, t);
    }

    /** States have a value also where it is kept. */
    private boolean lasts(int t) {
        return t < length();
    }

    private int length() {
        return session.lengths().get(sequence);
    }

    private Range all() {
        return new Range(0, session.steps());
    }

    /** What a layer reads is there once the layer below has put it out. */
    private Range computed(String part, String name) {
        if (!name.equals(Cell.INPUT)) {
            return playhead.get().computedValues(part, name);
        }
        int layer = session.part(part).orElseThrow().index();
        if (layer > 0) {
            return outputComputed(layer - 1);
        }
        return session.network().embedding().isPresent()
                ? playhead.get().computedValues(Embedding.KEY, Cell.INPUT)
                : all();
    }

    private Range outputComputed() {
        return outputComputed(session.network().layers().size() - 1);
    }

    private Range outputComputed(int layer) {
        return parts(layer)
                .map(part -> playhead.get()
                        .computedValues(
                                part.key(), Cell.after(part.layer().cell().output())))
                .reduce(all(), Range::and);
    }

    private Range inputGradientComputed() {
        if (session.network().embedding().isPresent()) {
            return playhead.get().computedGradients(Embedding.KEY, Cell.gradient(Embedding.TOKEN));
        }
        return parts(0).map(part -> playhead.get().computedGradients(part.key(), Cell.gradient(Cell.INPUT)))
                .reduce(all(), Range::and);
    }

    private java.util.stream.Stream<Part> parts(int layer) {
        List<Part> parts = session.network().parts();
        return parts.stream().filter(part -> part.index() == layer);
    }
}
