package org.gatescope.engine.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Moment;
import org.gatescope.cell.Names;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkPlan;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.gatescope.reference.Interpreter;
import org.gatescope.reference.RandomCells;
import org.gatescope.reference.RandomNetworks;
import org.gatescope.reference.RandomNetworks.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake alone, in every built-in cell and in random ones, changes what it should and nothing else. */
class EffectTest {
    private static final double CLOSE = 1e-12;
    private static final StepUpdate UPDATE = new StepUpdate(0.05, false);
    private static final String LAYER = "0.forward";

    static List<Cell> builtIn() {
        return BuiltInCells.names().stream().map(BuiltInCells::cell).toList();
    }

    static List<Cell> cells() {
        return Stream.concat(
                        builtIn().stream(),
                        IntStream.range(0, 60).mapToObj(RandomCells::text).map(Cell::parse))
                .toList();
    }

    /** Those that rewrite lines and leave the loop as it is. */
    private static final Set<Mistake> OF_LINES = EnumSet.of(
            Mistake.SLOPE_AT_LAST_STEP,
            Mistake.UPSTREAM_TWICE,
            Mistake.RECURRENT_GRADIENT_LOST,
            Mistake.WEIGHT_GRADIENT_FROM_PRODUCT,
            Mistake.SLOPE_AT_OUTPUT,
            Mistake.UPSTREAM_IGNORED,
            Mistake.INPUT_GRADIENT_FROM_WEIGHT_GRADIENT,
            Mistake.LAST_GRADIENT_KEPT,
            Mistake.TRANSPOSE_MISSING);

    @ParameterizedTest
    @MethodSource("cells")
    void rewrittenLinesChangeWhatDependsOnThemAndNothingElse(Cell cell) {
        Case one = oneLayer(cell, 3, 4);
        Map<String, Double> right = Figures.of(run(one));
        for (Mistake mistake : OF_LINES) {
            Set<String> touched = touched(cell, mistake);
            Map<String, Double> wrong = Figures.of(run(one, mistake));
            assertThat(Figures.differing(wrong, right, 0))
                    .as("%s in %s", mistake, cell.source())
                    .allSatisfy(figure -> assertThat(touched).anyMatch(name -> figure.contains(name + "[")
                            || figure.contains(name + " at first[")
                            || figure.startsWith("d.input[") && name.equals("d.x")));
        }
    }

    /** Gradients that a changed line adds to, and those that are made from them, in this step or the ones before. */
    private static Set<String> touched(Cell cell, Mistake mistake) {
        List<Adjoint> before = cell.adjoints();
        Set<String> touched = new HashSet<>();
        for (Adjoint line : Mistakes.adjoints(cell, Set.of(mistake))) {
            if (!before.contains(line)) {
                touched.add(gradient(cell, line.target()));
            }
        }
        for (int size = -1; size != touched.size(); ) {
            size = touched.size();
            for (Adjoint line : before) {
                if (Names.in(line.share()).stream().anyMatch(name -> touched.contains(Moment.unmarked(name.text())))) {
                    touched.add(gradient(cell, line.target()));
                }
            }
        }
        return touched;
    }

    private static String gradient(Cell cell, String target) {
        return cell.parameters().containsKey(target) ? "d." + LAYER + "." + target : Cell.gradient(target);
    }

    @ParameterizedTest
    @EnumSource(names = "STATE_NOT_RESET", mode = Mode.EXCLUDE)
    void theForwardPassIsRightWhereItIsWritten(Mistake mistake) {
        for (Cell cell : cells()) {
            Case one = oneLayer(cell, 2, 3);
            Map<String, Double> wrong = Figures.forward(run(one, mistake));
            if (mistake == Mistake.FIRST_STEP_ONLY) {
                wrong.keySet().removeIf(figure -> !figure.contains("[t=0") || figure.contains(" last "));
            }
            Map<String, Double> right = Figures.forward(run(one));
            right.keySet().retainAll(wrong.keySet());
            assertThat(Figures.differing(wrong, right, 0)).as("%s in %s", mistake, cell.source()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void whereAMistakeAppliesItShows(Cell cell) {
        Case one = oneLayer(cell, 3, 4);
        for (Mistake mistake : Mistake.values()) {
            boolean sameSlope = mistake == Mistake.SLOPE_AT_OUTPUT && cell.source().contains("relu");
            if (mistake.appliesTo(one.network()) && !sameSlope) { // relu(a) is above zero where a is
                NetworkTrace right = run(one);
                MistakenTrace wrong = new MistakenRun(Set.of(mistake), UPDATE, right.parameterGradients())
                        .of(one.network(), 3, 4, one.inputs());
                boolean shows = !Figures.differing(Figures.of(wrong.trace()), Figures.of(right), CLOSE).isEmpty()
                        || !wrong.parametersAfter().equals(one.inputs().parameters());
                assertThat(shows).as("%s", mistake).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void afterTheFirstStepIsMemoryThatNobodyWrote(Cell cell) {
        Case one = oneLayer(cell, 3, 4);
        NetworkTrace wrong = run(one, Mistake.FIRST_STEP_ONLY);
        NetworkInputs all = one.inputs();
        NetworkInputs first = new NetworkInputs(
                all.parameters(),
                all.input().rows(0, 1, 3),
                List.of(1, 1, 1),
                0,
                all.initialState(),
                all.upstream().rows(0, 1, 3),
                all.finalState(),
                Optional.empty());
        Map<String, Double> expected = Figures.of(NetworkPlan.of(one.network(), 3, 1).run(first));
        Map<String, Double> actual = Figures.of(wrong);
        assertThat(Figures.differing(actual, expected, CLOSE)).isEmpty();
        actual.keySet().removeAll(expected.keySet());
        actual.keySet().removeIf(figure -> figure.startsWith(LAYER + " x["));
        assertThat(actual.values()).isNotEmpty().containsOnly(Double.NaN);
    }

    @Test
    void theBackwardDirectionsFirstStepIsItsSequencesLast() {
        Layer layer = new Layer(BuiltInCells.cell("gru"), 2, Layer.Directions.BOTH);
        Network network = new Network(2, List.of(layer), Optional.empty());
        NetworkInputs inputs = Numbers.drawn(network, List.of(4, 2, 0), 4, 5);
        Series output = mistaken(Mistake.FIRST_STEP_ONLY)
                .of(network, 3, 4, inputs)
                .trace()
                .output();
        Series right = NetworkPlan.of(network, 3, 4).run(inputs).output();
        int[][] written = {{0, 3}, {0, 1}};
        for (int n = 0; n < written.length; n++) {
            for (int t = 0; t < 4; t++) {
                assertThat(Double.isNaN(output.at(t, n, 0))).as("%d, %d", n, t).isEqualTo(t > written[n][0]);
                assertThat(Double.isNaN(output.at(t, n, 2))).as("%d, %d", n, t).isEqualTo(t < written[n][1]);
            }
            assertThat(output.at(written[n][1], n, 2)).isEqualTo(right.at(written[n][1], n, 2));
        }
        assertThat(output.at(3, 2, 0)).as("a sequence of no steps").isEqualTo(right.at(3, 2, 0));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void ofTheGradientsOneStepIsLeft(Cell cell) {
        Case one = oneLayer(cell, 3, 4);
        NetworkTrace wrong = run(one, Mistake.LAST_GRADIENT_KEPT);
        Trace layer = wrong.part(LAYER);
        Map<String, double[][]> names = new LinkedHashMap<>();
        one.inputs().parameters().forEach((name, table) ->
                names.put(name.substring(LAYER.length() + 1), table.toArray()));
        for (String quantity : layer.quantities()) {
            names.put(quantity, firstStep(layer.value(quantity)));
            names.put(Cell.gradient(quantity), firstStep(layer.gradient(quantity)));
        }
        Map<String, Double> expected = new LinkedHashMap<>();
        for (Adjoint line : cell.adjoints()) {
            if (cell.parameters().containsKey(line.target())) {
                add("d." + line.target(), Interpreter.value(line.share(), names), expected);
            }
        }
        Map<String, Double> actual = new LinkedHashMap<>();
        cell.parameters().keySet().forEach(name ->
                add("d." + name, wrong.parameterGradient(LAYER + "." + name).toArray(), actual));
        assertThat(Figures.differing(actual, expected, CLOSE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void anUpdateWithinTheLoopOfOneStepIsAnOrdinaryOne(Cell cell) {
        Case one = oneLayer(cell, 3, 1);
        MistakenTrace run = mistaken(Mistake.UPDATE_WITHIN_LOOP).of(one.network(), 3, 1, one.inputs());
        NetworkTrace right = run(one);
        assertThat(Figures.differing(Figures.of(run.trace()), Figures.of(right), 0)).isEmpty();
        run.parametersAfter().forEach((name, after) -> {
            Matrix before = one.inputs().parameters().getOrDefault(name, Matrix.zeros(0, 0));
            assertThat(after)
                    .isEqualTo(before.combine(right.parameterGradient(name), (w, g) -> w - 0.05 * g));
        });
    }

    @Test
    void tiedDirectionsUpdateTheSameWeights() {
        Layer layer = new Layer(BuiltInCells.cell("rnn-tanh"), 2, Layer.Directions.TIED);
        Network network = new Network(2, List.of(layer), Optional.empty());
        NetworkInputs inputs = Numbers.drawn(network, List.of(1), 1, 3);
        MistakenTrace run = mistaken(Mistake.UPDATE_WITHIN_LOOP).of(network, 1, 1, inputs);
        Matrix before = inputs.parameters().getOrDefault("0.forward.b.h", Matrix.zeros(0, 0));
        Matrix after = run.parametersAfter().getOrDefault("0.forward.b.h", Matrix.zeros(0, 0));
        Matrix both = NetworkPlan.of(network, 1, 1).run(inputs).parameterGradient("0.forward.b.h");
        for (int unit = 0; unit < 2; unit++) {
            assertThat(after.get(0, unit))
                    .isCloseTo(before.get(0, unit) - 0.05 * both.get(0, unit), within(CLOSE));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aStateThatIsNotResetIsThatOfTheSequenceBefore(Cell cell) {
        Case one = oneLayer(cell, 3, 4);
        NetworkTrace together = run(one, Mistake.STATE_NOT_RESET);
        Map<String, Matrix> states = new LinkedHashMap<>();
        one.inputs().initialState().forEach((name, table) -> states.put(name, table.rows(0, 1, 1)));
        for (int n = 0; n < 3; n++) {
            NetworkTrace alone = NetworkPlan.of(one.network(), 1, 4).run(Numbers.row(one.inputs(), n, 3, 4, states));
            Map<String, Double> actual = new LinkedHashMap<>();
            Map<String, Double> expected = new LinkedHashMap<>();
            Trace layer = together.part(LAYER);
            for (String quantity : layer.quantities()) {
                add(quantity, sequence(layer.value(quantity), n), actual);
                add("d." + quantity, sequence(layer.gradient(quantity), n), actual);
                add(quantity, sequence(alone.part(LAYER).value(quantity), 0), expected);
                add("d." + quantity, sequence(alone.part(LAYER).gradient(quantity), 0), expected);
            }
            assertThat(Figures.differing(actual, expected, CLOSE)).as("sequence %d", n).isEmpty();
            states.putAll(alone.finalStates());
        }
    }

    @Test
    void gradientsThatAreNotZeroedAddUpInAllPartsOfANetwork() {
        for (long seed = 0; seed < 100; seed++) {
            Case one = RandomNetworks.of(seed);
            NetworkTrace right =
                    NetworkPlan.of(one.network(), one.batch(), one.steps()).run(one.inputs());
            MistakenRun first = mistaken(Mistake.GRADIENTS_NOT_ZEROED);
            NetworkTrace once =
                    first.of(one.network(), one.batch(), one.steps(), one.inputs()).trace();
            NetworkTrace twice = new MistakenRun(first.mistakes(), UPDATE, once.parameterGradients())
                    .of(one.network(), one.batch(), one.steps(), one.inputs())
                    .trace();
            Map<String, Double> expected = new LinkedHashMap<>();
            Map<String, Double> actual = new LinkedHashMap<>();
            right.parameterGradients().forEach((name, table) -> {
                add(name, table.plus(table).toArray(), expected);
                add(name, twice.parameterGradient(name).toArray(), actual);
            });
            assertThat(Figures.differing(actual, expected, 1e-11)).isEmpty();
            assertThat(Figures.differing(Figures.of(once), Figures.of(right), CLOSE)).isEmpty();
        }
    }

    @Test
    void everyMistakeRunsInEveryNetwork() {
        for (long seed = 0; seed < 60; seed++) {
            Case one = RandomNetworks.of(seed);
            Set<String> names = Figures.of(
                            NetworkPlan.of(one.network(), one.batch(), one.steps()).run(one.inputs()))
                    .keySet();
            List<Set<Mistake>> sets = new ArrayList<>(List.of(EnumSet.allOf(Mistake.class)));
            for (Mistake mistake : Mistake.values()) {
                sets.add(Set.of(mistake));
            }
            for (Set<Mistake> mistakes : sets) {
                MistakenTrace run = new MistakenRun(mistakes, UPDATE)
                        .of(one.network(), one.batch(), one.steps(), one.inputs());
                assertThat(Figures.of(run.trace()).keySet()).isEqualTo(names);
                assertThat(run.parametersAfter().keySet())
                        .isEqualTo(one.network().parameters().keySet());
            }
        }
    }

    /** One layer, read forward, whose sequences are all of the same length. */
    private static Case oneLayer(Cell cell, int batch, int steps) {
        Network network = new Network(2, List.of(new Layer(cell, 3, Layer.Directions.FORWARD)), Optional.empty());
        List<Integer> lengths = Collections.nCopies(batch, steps);
        return new Case(network, batch, steps, Numbers.drawn(network, lengths, steps, 9));
    }

    private static MistakenRun mistaken(Mistake mistake) {
        return new MistakenRun(Set.of(mistake), UPDATE);
    }

    private static NetworkTrace run(Case one) {
        return new MistakenRun(Set.of(), UPDATE)
                .of(one.network(), one.batch(), one.steps(), one.inputs())
                .trace();
    }

    private static NetworkTrace run(Case one, Mistake mistake) {
        return mistaken(mistake)
                .of(one.network(), one.batch(), one.steps(), one.inputs())
                .trace();
    }

    private static double[][] firstStep(Series series) {
        double[][] rows = new double[series.batch()][series.width()];
        for (int n = 0; n < rows.length; n++) {
            for (int j = 0; j < series.width(); j++) {
                rows[n][j] = series.at(0, n, j);
            }
        }
        return rows;
    }

    private static double[][] sequence(Series series, int n) {
        double[][] rows = new double[series.steps()][series.width()];
        for (int t = 0; t < rows.length; t++) {
            for (int j = 0; j < series.width(); j++) {
                rows[t][j] = series.at(t, n, j);
            }
        }
        return rows;
    }

    private static void add(String name, double[][] table, Map<String, Double> figures) {
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table[i].length; j++) {
                figures.merge(name + "[" + i + ", " + j + "]", table[i][j], Double::sum);
            }
        }
    }
}
