package org.gatescope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Expression.Name;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Task;
import org.gatescope.session.Objective;
import org.gatescope.session.Run;
import org.gatescope.session.TableId;
import org.gatescope.session.number.StepNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What depends on a number, held against what opens to it. */
@Execution(ExecutionMode.CONCURRENT)
class DependentsTest {
    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allThatIsThereOpensToTheNumber(long seed) {
        Run run = RandomRuns.of(seed);
        Random random = new Random(seed);
        for (Given given : givens(run, random)) {
            for (NumberId dependent : Dependents.of(run, given, 0)) {
                Explanation why = Explanation.of(run, dependent).orElseThrow();
                if (!why.remarks().contains(Remark.NOT_COUNTED)) {
                    assertThat(leadsTo(run, why, given))
                            .as("%s from %s", dependent, given)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allThatOpensToAParameterIsThere(long seed) {
        Run run = RandomRuns.of(seed);
        Random random = new Random(seed);
        for (Part part : run.session().network().parts()) {
            for (String name : part.layer().cell().parameters().keySet()) {
                List<Given> chosen = new ArrayList<>();
                String full = part.parameterKey() + "." + name;
                add(new TableId.Parameter(full), run.session().table(new TableId.Parameter(full)), random, chosen);
                List<NumberId> dependents = Dependents.of(run, chosen.getFirst(), 0);
                for (int t = 0; t < run.session().lengths().getFirst(); t++) {
                    for (OfStep quantity : quantities(run, part, t)) {
                        Explanation why = Explanation.of(run, quantity).orElseThrow();
                        assertThat(dependents.contains(quantity))
                                .as("%s from %s", quantity, chosen)
                                .isEqualTo(leadsTo(run, why, chosen.getFirst()));
                    }
                }
            }
        }
    }

    /** What comes in next is aimed at, so the loss of the step before depends on it. */
    @Test
    void theNextTokenIsATargetToo() {
        Run run = Run.of(Task.HELLO.session(1).withAim(Objective.Aim.NEXT_TOKEN));
        OfStep lossBefore = new OfStep(ReadOut.KEY, ReadOutEquations.LOSS, 1, 0, 0);
        assertThat(Dependents.of(run, new Given(new TableId.Input(0), 2, 0), 0)).contains(lossBefore);
        assertThat(Dependents.of(run, new Given(new TableId.Input(0), 0, 0), 0))
                .isNotEmpty()
                .noneMatch(number -> number instanceof OfStep of && of.part().equals(ReadOut.KEY));
    }

    @Test
    void aTargetIsReadByItsStepsLossAndGradientAlone() {
        Run run = Run.of(Task.ADDING.session(1));
        int last = run.session().steps() - 1;
        assertThat(Dependents.of(run, new Given(new TableId.Targets(1), 0, 0), 0))
                .isNotEmpty()
                .allMatch(number -> number instanceof OfStep of
                        && of.part().equals(ReadOut.KEY)
                        && of.step() == last
                        && of.row() == 1);
    }

    @Test
    void ofANumberThatIsNotThereNothingIsComputed() {
        Run run = Run.of(Task.HELLO.session(1));
        int steps = run.session().steps();
        assertThat(Dependents.of(run, new Given(new TableId.Input(0), steps, 0), 0))
                .isEmpty();
        assertThat(Dependents.of(run, new Given(new TableId.Parameter("9.forward.Wx"), 0, 0), 0))
                .isEmpty();
        assertThat(Dependents.of(run, new Given(new TableId.Input(run.session().batch()), 0, 0), 0))
                .isEmpty();
    }

    private static List<OfStep> quantities(Run run, Part part, int t) {
        StepNumbers numbers = new StepNumbers(run, part.key(), t);
        List<OfStep> quantities = new ArrayList<>();
        for (Assignment statement : part.layer().cell().statements()) {
            for (int unit = 0; unit < numbers.of(new Name(statement.name())).columns(); unit++) {
                quantities.add(new OfStep(part.key(), statement.name(), t, 0, unit));
            }
        }
        return quantities;
    }

    /** Directly: through inner nodes alone. */
    private static boolean leadsTo(Run run, Explanation why, NumberId goal) {
        Set<NumberId> seen = new HashSet<>();
        Deque<Explanation> open = new ArrayDeque<>(List.of(why));
        while (!open.isEmpty()) {
            for (NumberId source : open.pop().sources()) {
                boolean isInner = source instanceof OfStep at && !(at.node() instanceof Name);
                if (isInner && seen.add(source)) {
                    open.push(Explanation.of(run, source).orElseThrow());
                }
                seen.add(source);
            }
        }
        return seen.contains(goal);
    }

    private static List<Given> givens(Run run, Random random) {
        List<Given> givens = new ArrayList<>();
        run.session()
                .numbers()
                .parameters()
                .forEach((name, table) -> add(new TableId.Parameter(name), table, random, givens));
        run.session()
                .numbers()
                .initialState()
                .forEach((name, table) -> add(new TableId.InitialState(name), table, random, givens));
        run.session()
                .numbers()
                .finalState()
                .forEach((name, table) -> add(new TableId.FinalGradient(name), table, random, givens));
        for (TableId table : List.of(new TableId.Input(0), new TableId.Upstream(0))) {
            add(table, run.session().table(table), random, givens);
        }
        return givens;
    }

    private static void add(TableId id, Matrix table, Random random, List<Given> to) {
        if (table.rows() > 0 && table.columns() > 0) {
            to.add(new Given(id, random.nextInt(table.rows()), random.nextInt(table.columns())));
        }
    }
}
