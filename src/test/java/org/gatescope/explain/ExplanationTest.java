package org.gatescope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Combination;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Objective;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.session.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class ExplanationTest {
    private static final String PART = "0.forward";

    static Stream<String> cells() {
        return BuiltInCells.names().stream();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void fromTheLossToAnInputByOpeningAlone(String name) {
        Cell cell = BuiltInCells.cell(name);
        Run run = Run.of(session(List.of(
                new Layer(cell, 2, Directions.BOTH),
                new Layer(BuiltInCells.cell("gru"), 2, Directions.TIED),
                new Layer(cell, 2, Directions.FORWARD))));
        Set<NumberId> reached = reached(run, new NumberId.Loss());
        assertThat(reached).anyMatch(id -> id instanceof Given given && given.table() instanceof TableId.Input);
        assertThat(reached).anyMatch(id -> id instanceof Given given && given.table() instanceof TableId.InitialState);
        for (String parameter : run.session().numbers().parameters().keySet()) {
            assertThat(reached)
                    .as(parameter)
                    .anyMatch(
                            id -> id instanceof Given given && given.table().equals(new TableId.Parameter(parameter)));
        }
    }

    private static Set<NumberId> reached(Run run, NumberId from) {
        Set<NumberId> reached = new HashSet<>(Set.of(from));
        Deque<NumberId> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            Explanation why = Explanation.of(run, open.pop()).orElseThrow();
            why.sources().stream().filter(reached::add).forEach(open::push);
        }
        return reached;
    }

    static Stream<Arguments> mergedReadOuts() {
        return Stream.of(Merging.values())
                .flatMap(merging -> Stream.of(Arguments.of(merging, true), Arguments.of(merging, false)));
    }

    @ParameterizedTest
    @MethodSource("mergedReadOuts")
    void whatBothDirectionsMakeTogetherIsExplainedByThemAndHandedBackToThem(Merging merging, boolean everyStep) {
        Session session = session(
                List.of(
                        new Layer(BuiltInCells.cell("gru"), 2, Directions.BOTH, merging),
                        new Layer(BuiltInCells.cell("lstm"), 2, Directions.TIED, merging)),
                Activation.SOFTMAX,
                everyStep);
        Run run = Run.of(session.withLength(1, 2)
                .edit(new TableId.Upstream(0), upstream -> drawn("upstream", upstream.rows(), upstream.columns())));
        Set<NumberId> reached = reached(run, new NumberId.Loss());
        reached.addAll(reached(run, new GradientOfGiven(new TableId.Input(0), 1, 2)));
        reached.addAll(reached(run, new GradientOfGiven(new TableId.Input(1), 0, 1)));
        assertThat(reached)
                .extracting(id -> id instanceof OfStep at ? at.part() : "")
                .contains("0.forward", "0.backward", "1.forward", "1.backward");
        for (NumberId id : reached) {
            WalkTest.check(explained(run, id));
        }
        List<NumberId> dependents = Dependents.of(run, new Given(new TableId.Upstream(0), 1, 0), 0);
        assertThat(dependents).hasSize(merging == Merging.CONCATENATION ? 1 : 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aGradientThatGoesPastLayersIsTheSumOfItsPaths(boolean everyStep) {
        Session session = session(
                List.of(
                        new Layer(BuiltInCells.cell("gru"), 3, Directions.FORWARD),
                        new Layer(BuiltInCells.cell("lstm"), 3, Directions.FORWARD).withShortcut(Shortcut.ADDED),
                        new Layer(BuiltInCells.cell("gru"), 2, Directions.FORWARD).withShortcut(Shortcut.CONCATENATED)),
                Activation.SOFTMAX,
                everyStep);
        Run run = Run.of(session);
        int last = session.steps() - 1;
        Explanation arriving = explained(run, new OfStep("0.forward", Arrivals.UPSTREAM.text(), last, 0, 1));
        WalkTest.check(arriving);
        assertThat(arriving.groups())
                .extracting(Group::origin)
                .containsExactly(
                        new Origin.FromPart("1.forward"),
                        new Origin.FromPart("2.forward"),
                        new Origin.FromPart(ReadOut.KEY),
                        new Origin.Typed());
        assertThat(arriving.sources())
                .contains(
                        new OfStep("1.forward", "d.x", last, 0, 1),
                        new OfStep("2.forward", "d.x", last, 0, 1),
                        new OfStep(ReadOut.KEY, "d.h", last, 0, 3),
                        new Given(new TableId.Upstream(0), last, 3));
        Explanation read = explained(run, new OfStep("2.forward", "x", last, 0, 1));
        assertThat(read.sources())
                .containsExactly(new OfStep("1.forward", "h'", last, 0, 1), new OfStep("0.forward", "h'", last, 0, 1));
        assertThat(read.groups().getLast().origin()).isEqualTo(new Origin.CarriedPast(1));
        assertThat(explained(run, new OfStep(ReadOut.KEY, "h", last, 0, 3)).sources())
                .containsExactly(new OfStep("2.forward", "x", last, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void layersThatReadInReverseAloneAreExplainedThroughTheirOwnTime(boolean everyStep) {
        Session session = session(
                List.of(
                        new Layer(BuiltInCells.cell("gru"), 2, Directions.REVERSE),
                        new Layer(BuiltInCells.cell("rnn-tanh"), 3, Directions.FORWARD),
                        new Layer(BuiltInCells.cell("lstm"), 2, Directions.REVERSE)),
                Activation.SOFTMAX,
                everyStep);
        Run run = Run.of(session.withLength(1, 2));
        Set<NumberId> reached = reached(run, new NumberId.Loss());
        reached.addAll(reached(run, new GradientOfGiven(new TableId.Input(1), 1, 2)));
        assertThat(reached).contains(new OfStep("2.backward", "h'", 0, 1, 1));
        for (NumberId id : reached) {
            WalkTest.check(explained(run, id));
        }
    }

    @Test
    void gradientOfAStateTellsTheOutputFromTime() {
        Run run = Run.of(session(List.of(new Layer(BuiltInCells.cell("lstm"), 2, Directions.FORWARD))));
        Explanation why = explained(run, new OfStep(PART, "d.h'", 1, 0, 1));
        assertThat(why.groups())
                .extracting(Group::origin)
                .containsExactly(new Origin.FromOutput(1), new Origin.BackThroughTime(2));
        assertThat(why.groups().get(1).terms().getFirst().factors().getFirst().opens())
                .contains(new OfStep(PART, "d.h", 2, 0, 1));
    }

    @Test
    void gradientOfAWeightIsTheShareOfEachStep() {
        Run run = Run.of(session(List.of(new Layer(BuiltInCells.cell("lstm"), 2, Directions.TIED))));
        Explanation why = explained(run, new GradientOfGiven(new TableId.Parameter(PART + ".Wx.f"), 1, 0));
        assertThat(why.groups())
                .extracting(Group::origin)
                .containsExactly(new Origin.OverTime(PART), new Origin.OverTime("0.backward"));
        assertThat(why.groups())
                .allSatisfy(
                        group -> assertThat(group.terms()).hasSize(run.session().steps()));
    }

    @Test
    void beyondItsEndASequenceKeepsItsStateAndSaysSo() {
        Session session = session(List.of(new Layer(BuiltInCells.cell("gru"), 2, Directions.FORWARD)));
        Run run = Run.of(session.withLength(1, 2));
        Explanation why = explained(run, new OfStep(PART, "h'", 3, 1, 0));
        assertThat(why.remarks()).contains(Remark.KEPT);
        assertThat(why.sources()).containsExactly(new OfStep(PART, "h'", 1, 1, 0));
        assertThat(explained(run, new OfStep(PART, "z", 3, 1, 0)).remarks()).contains(Remark.OVER);
    }

    @Test
    void timeThatIsCutSaysSo() {
        Session session = session(List.of(new Layer(BuiltInCells.cell("gru"), 2, Directions.FORWARD)));
        Run run = Run.of(session.withNumbers(numbers -> numbers.withTruncation(Truncation.chunks(2))));
        assertThat(explained(run, new OfStep(PART, "d.h[t+1]", 1, 0, 0)).remarks())
                .contains(Remark.CUT);
        assertThat(explained(run, new OfStep(PART, "d.h[t+1]", 0, 0, 0)).sources())
                .containsExactly(new OfStep(PART, "d.h", 1, 0, 0));
    }

    @Test
    void ofWhatComesBackAWindowLetsOnlySoMuchArrive() {
        Session session = session(List.of(new Layer(BuiltInCells.cell("gru"), 2, Directions.FORWARD)));
        Run run = Run.of(session.withNumbers(numbers -> numbers.withTruncation(new Truncation.Window(1))));
        Explanation arrival = explained(run, new OfStep(PART, "d.h[t+1]", 0, 0, 0));
        assertThat(arrival.groups())
                .extracting(Group::origin)
                .containsExactly(new Origin.BackThroughTime(1), new Origin.BeyondWindow());
        assertThat(arrival.groups().getLast().negative()).isTrue();
        NumberId rest = arrival.sources().getLast();
        assertThat(explained(run, rest).remarks()).contains(Remark.WINDOW);
        assertThat(explained(run, rest).value()).isNotZero();
        int last = session.steps() - 1;
        assertThat(explained(run, new OfStep(PART, "d.h[t+1]", last, 0, 0)).remarks())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, mode = EnumSource.Mode.EXCLUDE, names = "STATES")
    void lossesStayFiniteWhereOutputsVanish(Activation activation) {
        Session session = session(List.of(new Layer(BuiltInCells.cell("gru"), 2, Directions.FORWARD)), activation);
        Run run = Run.of(
                session.edit(new TableId.Parameter(ReadOut.WEIGHTS), weights -> weights.map(weight -> 1e6 * weight)));
        for (int t = 0; t < session.steps(); t++) {
            OfStep loss = new OfStep(ReadOut.KEY, "loss", t, 0, 0);
            WalkTest.check(explained(run, loss));
            assertThat(explained(run, loss).terms()).allMatch(term -> Double.isFinite(term.value()));
            for (NumberId source : explained(run, loss).sources()) {
                WalkTest.check(explained(run, source));
            }
        }
    }

    static Stream<Arguments> losses() {
        return Stream.of(Loss.Kind.values())
                .flatMap(kind -> Stream.of(Activation.values())
                        .filter(activation -> new Loss(kind, Loss.Average.SUM).fits(activation))
                        .map(activation -> Arguments.of(kind, activation)));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void whatALossIsMadeOfSumsUpToIt(Loss.Kind kind, Activation activation) {
        Session session = session(List.of(new Layer(BuiltInCells.cell("gru"), 2, Directions.BOTH)), activation)
                .withObjective(wanted -> wanted.withLoss(new Loss(kind, Loss.Average.BATCH)));
        Run run = Run.of(session);
        Set<NumberId> reached = reached(run, new NumberId.Loss());
        reached.addAll(reached(run, new GradientOfGiven(new TableId.Parameter(PART + ".Wh.z"), 1, 0)));
        assertThat(reached).anyMatch(id -> id instanceof Given given && given.table() instanceof TableId.Targets);
        for (NumberId id : reached) {
            WalkTest.check(explained(run, id));
        }
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void withAMistakeTheTermsAgreeOrItIsSaid(Mistake mistake) {
        Session session = session(List.of(
                        new Layer(BuiltInCells.cell("lstm"), 2, Directions.BOTH),
                        new Layer(BuiltInCells.cell("rnn-tanh"), 2, Directions.FORWARD)))
                .withMistake(mistake, true);
        Run run = Run.of(session);
        for (NumberId id : reached(run, new GradientOfGiven(new TableId.Parameter(PART + ".Wh.f"), 0, 1))) {
            Explanation why = explained(run, id);
            if (!why.remarks().contains(Remark.MISTAKES)) {
                WalkTest.check(why);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max(h @ U, x @ W)",
                "min(h @ U, x @ W + v)",
                "clip(x @ W + h @ U, -0.25, v)",
                "leaky_relu(x @ W + h @ U, 0.1)",
                "where(h @ U > x @ W, c, 2 * h + 1)",
                "silu(x @ W + h) + gelu(h @ U) + elu(c)",
                "tanh(h @ (U - U.T) + x @ transpose(V)) + atan(log1p(h * h))"
            })
    void wordsThatChooseAreExplainedByWhatTheyChooseFrom(String word) {
        Cell cell = Cell.parse("state h, c\na = " + word + "\nc' = a * h\nh' = tanh(a + c')");
        Run run = Run.of(session(List.of(new Layer(cell, 2, Directions.FORWARD))));
        Set<NumberId> reached = reached(run, new GradientOfGiven(new TableId.Input(0), 0, 1));
        reached.addAll(reached(run, new OfStep(PART, "a", 2, 0, 1)));
        for (NumberId id : reached) {
            WalkTest.check(explained(run, id));
        }
        assertThat(reached).anyMatch(id -> id instanceof Given given && given.table() instanceof TableId.Input);
    }

    @Test
    void aComparisonIsOneOrZeroAndSaysOfWhat() {
        Cell cell = Cell.parse("state h\na = where(h >= x @ W, h, 0)\nh' = tanh(a + x @ W)");
        Run run = Run.of(session(List.of(new Layer(cell, 2, Directions.FORWARD))));
        Explanation whole = explained(run, new OfStep(PART, "a", 1, 0, 0));
        assertThat(whole.outer()).isEqualTo(new OuterFunction.Combined(Combination.WHERE));
        assertThat(whole.groups()).hasSize(3);
        Explanation asked = explained(run, whole.sources().getFirst());
        assertThat(asked.outer()).isEqualTo(new OuterFunction.Combined(Combination.AT_LEAST));
        assertThat(asked.groups()).hasSize(2);
        assertThat(asked.value()).isIn(0.0, 1.0);
    }

    @Test
    void whatIsNotThereIsNotExplained() {
        Run run = Run.of(session(List.of(new Layer(BuiltInCells.cell("gru"), 2, Directions.FORWARD))));
        assertThat(Explanation.of(run, new OfStep("1.forward", "h'", 0, 0, 0))).isEmpty();
        assertThat(Explanation.of(run, new OfStep(PART, "c'", 0, 0, 0))).isEmpty();
        assertThat(Explanation.of(run, new OfStep(PART, "h'", 9, 0, 0))).isEmpty();
        assertThat(Explanation.of(run, new OfStep(PART, "h'", 0, 5, 0))).isEmpty();
        assertThat(Explanation.of(run, new OfStep(PART, "h'", 0, 0, 2))).isEmpty();
        assertThat(Explanation.of(run, new Given(new TableId.Parameter("1.forward.W"), 0, 0)))
                .isEmpty();
        assertThat(Explanation.of(run, new GradientOfGiven(new TableId.Targets(0), 0, 0)))
                .isEmpty();
    }

    @Test
    void numbersThatAreNoneAreSaidToBe() {
        Session session = session(List.of(new Layer(BuiltInCells.cell("gru"), 2, Directions.FORWARD)));
        Run run = Run.of(session.edit(new TableId.Input(0), input -> input.with(1, 0, Double.NaN)));
        Explanation why = explained(run, new OfStep(PART, "z.pre", 1, 0, 0));
        assertThat(why.remarks()).contains(Remark.NOT_FINITE).doesNotContain(Remark.DISAGREES);
        assertThat(why.terms()).anyMatch(term -> Double.isNaN(term.value()));
    }

    @Test
    void aNudgeOfAWeightIsItsGradientAtFirstOrder() {
        Run run = Run.of(session(List.of(new Layer(BuiltInCells.cell("lstm"), 2, Directions.BOTH))));
        for (TableId table : List.of(
                new TableId.Parameter(PART + ".Wx.f"), new TableId.Input(0), new TableId.InitialState(PART + ".c"))) {
            Nudge nudge =
                    Nudge.of(run, new Given(table, 0, 1), 1e-6, Progress.NONE).orElseThrow();
            assertThat(nudge.difference())
                    .isCloseTo(nudge.expected(), within(1e-5 * Math.abs(nudge.expected()) + 1e-13));
            assertThat(nudge.expected()).isNotZero();
        }
    }

    private static Explanation explained(Run run, NumberId id) {
        return Explanation.of(run, id).orElseThrow();
    }

    private static Session session(List<Layer> layers) {
        return session(layers, Activation.SOFTMAX);
    }

    private static Session session(List<Layer> layers, Activation activation) {
        return session(layers, activation, true);
    }

    private static Session session(List<Layer> layers, Activation activation, boolean everyStep) {
        Network network = new Network(3, layers, Optional.of(new ReadOut(3, everyStep, activation)));
        Network bare = new Network(3, layers, Optional.empty());
        NetworkInputs zeros = Session.zeros("", bare, 2, 4).numbers();
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters().forEach((name, size) -> parameters.put(name, drawn(name, size[0], size[1])));
        Map<String, Matrix> states = new LinkedHashMap<>();
        zeros.initialState().forEach((name, table) -> states.put(name, drawn(name, table.rows(), table.columns())));
        NetworkInputs numbers =
                zeros.withParameters(parameters).withInitialState(states).withInput(drawn("x", 8, 3));
        int outputs = network.readOut().orElseThrow().outputs();
        int rows = everyStep ? 8 : 2;
        Objective objective = new Objective(
                new Loss(Loss.Kind.of(activation), Loss.Average.BATCH_AND_TIME),
                Objective.Aim.TABLE,
                drawn("target", rows, outputs).map(Math::abs),
                Matrix.filled(rows, 1, 1));
        return new Session("", network, 4, numbers, Optional.of(objective), Vocabulary.NONE);
    }

    private static Matrix drawn(String name, int rows, int columns) {
        return new Fill.Normal(0.6, name.hashCode()).matrix(rows, columns);
    }
}
