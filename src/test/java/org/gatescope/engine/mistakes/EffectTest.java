package org.gatescope.engine.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.NameMoment;
import org.gatescope.cell.Names;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.reference.RandomCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake alone, in every built-in cell and in random ones, changes what it should and nothing else. */
@Execution(ExecutionMode.CONCURRENT)
class EffectTest {
    private static final double CLOSE = 1e-12;
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
        DrawnNetwork one = DrawnNetwork.oneLayer(cell, 3, 4);
        Map<String, Double> right = Figures.of(one.run().trace());
        for (Mistake mistake : OF_LINES) {
            Set<String> touched = touched(cell, mistake);
            Map<String, Double> wrong = Figures.of(one.run(mistake).trace());
            assertThat(Figures.differing(wrong, right, 0))
                    .as("%s in %s", mistake, cell.source())
                    .allSatisfy(figure -> assertThat(touched)
                            .anyMatch(name -> figure.contains(name + "[")
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
                if (Names.in(line.share()).stream()
                        .anyMatch(name -> touched.contains(NameMoment.unmarked(name.text())))) {
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
            DrawnNetwork one = DrawnNetwork.oneLayer(cell, 2, 3);
            Map<String, Double> wrong = Figures.forward(one.run(mistake).trace());
            if (mistake == Mistake.FIRST_STEP_ONLY) {
                wrong.keySet().removeIf(figure -> !figure.contains("[t=0") || figure.contains(" last "));
            }
            Map<String, Double> right = Figures.forward(one.run().trace());
            right.keySet().retainAll(wrong.keySet());
            assertThat(Figures.differing(wrong, right, 0))
                    .as("%s in %s", mistake, cell.source())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void valuesDifferIfAndOnlyIfTheMistakeIsInTheForwardPass(Mistake mistake) {
        for (Cell cell : cells()) {
            DrawnNetwork one = DrawnNetwork.oneLayer(cell, 2, 3);
            Map<String, Double> wrong = Figures.forward(one.run(mistake).trace());
            assertThat(Figures.differing(wrong, Figures.forward(one.run().trace()), 0)
                            .isEmpty())
                    .as("%s in %s", mistake, cell.source())
                    .isEqualTo(mistake.where() != Mistake.Where.FORWARD);
        }
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void whereAMistakeAppliesItShows(Cell cell) {
        DrawnNetwork one = DrawnNetwork.oneLayer(cell, 3, 4);
        for (Mistake mistake : Mistake.values()) {
            boolean sameSlope =
                    mistake == Mistake.SLOPE_AT_OUTPUT && cell.source().contains("relu");
            if (Mistakes.possible(cell).contains(mistake) && !sameSlope) { // relu(a) is above zero where a is
                NetworkTrace right = one.run().trace();
                MistakenTrace wrong = one.run(Set.of(mistake), right.parameterGradients());
                boolean shows = !Figures.differing(Figures.of(wrong.trace()), Figures.of(right), CLOSE)
                                .isEmpty()
                        || !wrong.parametersAfter().equals(one.inputs().parameters());
                assertThat(shows).as("%s", mistake).isTrue();
            }
        }
    }

    @Test
    void everyMistakeRunsInEveryNetwork() {
        for (long seed = 0; seed < 60; seed++) {
            DrawnNetwork one = DrawnNetwork.of(seed);
            Set<String> names = Figures.of(one.right()).keySet();
            List<Set<Mistake>> sets = new ArrayList<>(List.of(EnumSet.allOf(Mistake.class)));
            for (Mistake mistake : Mistake.values()) {
                sets.add(Set.of(mistake));
            }
            for (Set<Mistake> mistakes : sets) {
                MistakenTrace run = one.run(mistakes, Map.of());
                assertThat(Figures.of(run.trace()).keySet()).isEqualTo(names);
                assertThat(run.parametersAfter().keySet())
                        .isEqualTo(one.network().parameters().keySet());
            }
        }
    }
}
