package org.gatescope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.engine.Series;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.Trace;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.Loss;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.explain.RunTable.Kind;
import org.gatescope.explain.RunTable.Naming;
import org.gatescope.explain.RunTable.Numbers;
import org.gatescope.explain.RunTable.Presence;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;

/** The tables of a run: what is given, then what is computed from it. States before a step are those after another. */
public final class RunTables {
    private static final String UPSTREAM = "upstream";
    private static final Presence ALWAYS = (step, sequence) -> true;

    private final Run run;
    private final Session session;
    /** Put together once: it is asked for each number. */
    private final Optional<Goal> goal;

    private final StepMask mask;
    private final boolean everyStep;
    /** The last step that each sequence computes; −1 for none. */
    private final int[] last;

    private final List<RunTable> tables = new ArrayList<>();

    private RunTables(Run run) {
        this.run = run;
        this.session = run.session();
        this.goal = session.inputs().goal();
        this.mask = session.mask();
        this.everyStep = session.network().readOut().map(ReadOut::everyStep).orElse(true);
        this.last = IntStream.range(0, session.batch())
                .map(n -> mask.computed(n).max().orElse(-1))
                .toArray();
    }

    /** In the order in which they are computed, after what is given. */
    public static List<RunTable> of(Run run) {
        RunTables found = new RunTables(run);
        found.addGiven();
        run.session().network().parts().forEach(found::addLayer);
        run.trace().readOut().ifPresent(found::addReadOut);
        found.addSummed();
        return List.copyOf(found.tables);
    }

    private void addGiven() {
        NetworkInputs numbers = session.numbers();
        numbers.parameters().forEach((name, table) -> add(Kind.GIVEN, name, table, TableId.Parameter::new));
        addOverTime(Cell.INPUT, numbers.input(), this::isComputed, TableId.Input::new);
        numbers.initialState().forEach((name, table) -> addOfBatch(name, name, table, TableId.InitialState::new));
        addOverTime(UPSTREAM, numbers.upstream(), this::isComputed, TableId.Upstream::new);
        numbers.finalState()
                .forEach((name, table) -> addOfBatch(Cell.gradient(name), name, table, TableId.FinalGradient::new));
        goal.ifPresent(wanted -> addOverTime(ReadOutEquations.TARGET, wanted.targets(), ALWAYS, TableId.Targets::new));
    }

    private interface ByName {
        TableId of(FullName name);
    }

    private void add(Kind kind, String name, Matrix table, ByName id) {
        TableId of = id.of(FullName.of(name));
        Naming naming = kind == Kind.GIVEN
                ? (row, n, column) -> new Given(of, row, column)
                : (row, n, column) -> new GradientOfGiven(of, row, column);
        Numbers numbers = (row, n, column) -> table.get(row, column);
        tables.add(new RunTable("", name, kind, table.rows(), 1, table.columns(), numbers, ALWAYS, naming));
    }

    /** (N, H): of all sequences. */
    private void addOfBatch(String key, String name, Matrix table, ByName id) {
        TableId of = id.of(FullName.of(name));
        tables.add(new RunTable(
                "",
                key,
                Kind.GIVEN,
                1,
                table.rows(),
                table.columns(),
                (t, n, unit) -> table.get(n, unit),
                ALWAYS,
                (t, n, unit) -> new Given(of, n, unit)));
    }

    /** (T · N, width), time-major; (N, width) where only the last step counts. */
    private void addOverTime(String name, Matrix table, Presence presence, IntFunction<TableId> id) {
        int batch = session.batch();
        tables.add(new RunTable(
                "",
                name,
                Kind.GIVEN,
                batch == 0 ? 0 : table.rows() / batch,
                batch,
                table.columns(),
                (t, n, unit) -> table.get(t * batch + n, unit),
                presence,
                (t, n, unit) -> new Given(id.apply(n), t, unit)));
    }

    private void addLayer(Part part) {
        Trace trace = run.trace().part(part.key());
        boolean readsEmbedding =
                part.index() == 0 && session.network().embedding().isPresent();
        List<String> lines =
                part.layer().cell().statements().stream().map(Assignment::name).toList();
        Stream.concat(readsEmbedding ? Stream.of(Cell.INPUT) : Stream.of(), lines.stream())
                .forEach(name -> add(part.key(), name, trace.value(name), this::isComputed));
        Stream.concat(Stream.of(Cell.INPUT), lines.stream())
                .forEach(name -> add(part.key(), Cell.gradient(name), trace.gradient(name), this::isComputed));
    }

    private void add(String part, String name, Series series, Presence presence) {
        tables.add(new RunTable(
                part,
                name,
                Kind.COMPUTED,
                series.steps(),
                series.batch(),
                series.width(),
                series::at,
                presence,
                (t, n, unit) -> new OfStep(part, name, t, n, unit)));
    }

    private void addReadOut(ReadOutTrace trace) {
        ReadOut readOut = session.network().readOut().orElseThrow();
        if (readOut.hasWeights()) {
            addReadOut(ReadOutEquations.LOGITS, trace.logits(), this::isReadOut);
        }
        addReadOut(ReadOutEquations.OUTPUT, trace.outputs(), this::isReadOut);
        addReadOut(ReadOutEquations.LOSS, trace.losses(), this::counts);
        if (readOut.hasWeights()) {
            addReadOut(Cell.gradient(ReadOutEquations.LOGITS), trace.gradient(), this::counts);
        }
        addReadOut(Cell.gradient(ReadOutEquations.INPUT), trace.stateGradient(), this::counts);
    }

    /** What is read out of the last step alone stands where each sequence ends. */
    private void addReadOut(String name, Series series, Presence presence) {
        tables.add(new RunTable(
                ReadOut.KEY,
                name,
                Kind.COMPUTED,
                session.steps(),
                series.batch(),
                series.width(),
                (t, n, unit) -> series.at(everyStep ? t : 0, n, unit),
                presence,
                (t, n, unit) -> new OfStep(ReadOut.KEY, name, t, n, unit)));
    }

    private void addSummed() {
        run.trace()
                .readOut()
                .filter(trace -> session.objective().isPresent())
                .ifPresent(trace -> tables.add(new RunTable(
                        ReadOut.KEY,
                        ReadOutEquations.TOTAL,
                        Kind.SUMMED,
                        1,
                        1,
                        1,
                        (t, n, unit) -> trace.loss(),
                        ALWAYS,
                        (t, n, unit) -> new Loss())));
        for (Map.Entry<String, Matrix> gradient :
                run.trace().parameterGradients().entrySet()) {
            add(Kind.SUMMED, gradient.getKey(), gradient.getValue(), TableId.Parameter::new);
        }
    }

    private boolean isComputed(int t, int n) {
        return !mask.isHeld(n, t);
    }

    private boolean isReadOut(int t, int n) {
        return everyStep ? isComputed(t, n) : t == last[n];
    }

    private boolean counts(int t, int n) {
        int row = everyStep ? t * last.length + n : n;
        return isReadOut(t, n) && goal.isPresent() && goal.get().weights().get(row, 0) != 0;
    }
}
