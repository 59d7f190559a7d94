package org.gatescope.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Inputs;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.Trace;
import org.gatescope.reference.FigureAgreement;
import org.gatescope.reference.Problem;
import org.gatescope.reference.RandomCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled plan against the scalar reference. */
@Execution(ExecutionMode.CONCURRENT)
public class PlanTest {
    private static final int RANDOM_CELLS = 1500;
    private static final List<Integer> ODD = List.of(1, 2, 3, 5);

    static List<String> builtIn() {
        return BuiltInCells.names();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void builtInCellsAgreeWithTheReferenceAtOddSizes(String name) {
        Cell cell = BuiltInCells.cell(name);
        for (int batch : ODD) {
            for (int steps : List.of(0, 1, 2, 5)) {
                for (int inputs : ODD) {
                    for (int hidden : ODD) {
                        assertThat(FigureAgreement.check(Problem.random(cell, batch, steps, inputs, hidden, 7)))
                                .isPositive();
                    }
                }
            }
        }
    }

    @Test
    void randomCellsAgreeWithTheReference() {
        long figures = 0;
        for (int seed = 0; seed < RANDOM_CELLS; seed++) {
            figures += FigureAgreement.check(random(seed));
        }
        assertThat(figures).isGreaterThan(100L * RANDOM_CELLS);
    }

    @Test
    void aSecondRunIsNotTouchedByTheFirst() {
        for (int seed = 0; seed < 300; seed++) {
            Problem first = random(seed);
            Problem second = Problem.random(
                    first.cell(), first.batch(), first.steps(), first.inputs(), first.hidden(), seed + 1_000_000L);
            Plan plan = Plan.of(first.cell(), FigureAgreement.sizes(first));
            Trace earlier = plan.run(FigureAgreement.inputs(first));
            Trace later = plan.run(FigureAgreement.inputs(second));
            FigureAgreement.check(second, later);
            FigureAgreement.check(first, earlier);
        }
    }

    static Stream<Sizes> emptySizes() {
        return Stream.of(
                new Sizes(0, 3, 2, 2),
                new Sizes(2, 0, 2, 2),
                new Sizes(2, 3, 0, 2),
                new Sizes(2, 3, 2, 0),
                new Sizes(0, 0, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("emptySizes")
    void nothingIsASizeToo(Sizes none) {
        Stream<Cell> cells = Stream.concat(
                builtIn().stream().map(BuiltInCells::cell),
                Stream.iterate(0, seed -> seed + 1).limit(100).map(seed -> Cell.parse(RandomCells.text(seed))));
        cells.forEach(cell -> {
            Sizes sizes = none.with(cell);
            Trace trace = Plan.of(cell, sizes).run(Inputs.zeros(cell, sizes));
            cell.parameters().forEach((name, shape) -> {
                Matrix gradient = trace.parameterGradient(name);
                assertThat(gradient.rows()).as(name).isEqualTo(sizes.rows(shape));
                assertThat(gradient.columns()).as(name).isEqualTo(sizes.columns(shape));
            });
            for (String state : cell.states()) {
                Matrix gradient = trace.initialStateGradient(state);
                assertThat(gradient.rows()).isEqualTo(sizes.batch());
                assertThat(gradient.columns()).isEqualTo(sizes.of(cell.widthOf(state)));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void noInputsAreLikeOneThatIsSilent(String name) {
        Cell cell = BuiltInCells.cell(name);
        Sizes none = new Sizes(2, 4, 0, 3).with(cell);
        Sizes silent = new Sizes(2, 4, 1, 3).with(cell);
        LayerInputs drawn = FigureAgreement.inputs(Problem.random(cell, 2, 4, 1, 3, 3));
        Trace expected = Plan.of(cell, silent).run(drawn.withInput(Matrix.zeros(8, 1)));
        Trace actual = Plan.of(cell, none).run(Inputs.fitted(drawn.withInput(Matrix.zeros(8, 0)), cell, none));
        String output = Cell.after(cell.output());
        for (int t = 0; t < 4; t++) {
            assertThat(actual.value(output).row(t, 1))
                    .isEqualTo(expected.value(output).row(t, 1));
        }
        assertThat(actual.initialStateGradient(cell.output())).isEqualTo(expected.initialStateGradient(cell.output()));
    }

    @Test
    void withNoStepsTheFinalGradientIsThatOfTheInitialState() {
        Problem problem = Problem.random(BuiltInCells.cell("lstm"), 2, 0, 3, 3, 5);
        Trace trace = Plan.of(problem.cell(), FigureAgreement.sizes(problem)).run(FigureAgreement.inputs(problem));
        assertThat(trace.initialStateGradient("c"))
                .isEqualTo(FigureAgreement.inputs(problem).finalState().get("c"));
        assertThat(trace.parameterGradient("Wx.i")).isEqualTo(Matrix.zeros(3, 3));
    }

    public static Problem random(int seed) {
        Random random = new Random(seed);
        Cell cell = Cell.parse(RandomCells.text(seed));
        int steps = random.nextInt(12) == 0 ? 0 : oneOf(random);
        return Problem.random(cell, oneOf(random), steps, oneOf(random), oneOf(random), seed);
    }

    private static int oneOf(Random random) {
        return ODD.get(random.nextInt(ODD.size()));
    }
}
