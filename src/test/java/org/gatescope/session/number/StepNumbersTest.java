package org.gatescope.session.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.RandomRuns;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nodes come to, held against what the engine recorded. */
@Execution(ExecutionMode.CONCURRENT)
class StepNumbersTest {
    private static final Name WEIGHT = new Name("weight");

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyStatementComesToWhatWasRecorded(long seed) {
        Run run = RandomRuns.of(seed);
        for (Part part : run.session().network().parts()) {
            StepNumbers numbers = new StepNumbers(run, part.key(), 0);
            for (int t = 0; t < run.session().steps(); t++) {
                numbers.show(run, t);
                for (Assignment statement : part.layer().cell().statements()) {
                    assertSame(run, numbers, t, statement.expression(), new Name(statement.name()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allSharesOfAQuantityComeToItsGradient(long seed) {
        Run run = RandomRuns.of(seed);
        for (Part part : run.session().network().parts()) {
            Cell cell = part.layer().cell();
            StepNumbers numbers = new StepNumbers(run, part.key(), 0);
            for (int t = 0; t < run.session().steps(); t++) {
                numbers.show(run, t);
                int step = t;
                sums(cell.adjoints()).forEach((target, sum) -> {
                    if (!cell.parameters().containsKey(target)) {
                        assertSame(run, numbers, step, sum, new Name(Cell.gradient(target)));
                    }
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sharesOfParametersComeToTheirGradientsOverAllSteps(long seed) {
        Run run = RandomRuns.of(seed);
        Map<String, double[][]> sums = new HashMap<>();
        for (Part part : run.session().network().parts()) {
            addShares(run, part.key(), part.parameterKey(), part.layer().cell().adjoints(), sums);
        }
        if (run.session().network().embedding().isPresent()) {
            addShares(run, Embedding.KEY, Embedding.KEY, Embedding.adjoints(), sums);
        }
        run.session().network().readOut().ifPresent(readOut -> {
            var loss = run.session().objective().orElseThrow().loss();
            addShares(run, ReadOut.KEY, ReadOut.KEY, ReadOutEquations.adjoints(readOut, loss), sums);
        });
        run.trace().parameterGradients().forEach((name, gradient) -> {
            double[][] sum = sums.getOrDefault(name, new double[gradient.rows()][gradient.columns()]);
            for (int row = 0; row < gradient.rows(); row++) {
                for (int column = 0; column < gradient.columns(); column++) {
                    assertClose(sum[row][column], gradient.get(row, column), name);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readOutAndEmbeddingComeToWhatWasRecorded(long seed) {
        Run run = RandomRuns.of(seed);
        Session session = run.session();
        session.network().readOut().ifPresent(readOut -> {
            var loss = session.objective().orElseThrow().loss();
            int count = readOut.everyStep() ? session.steps() : Math.min(1, session.steps());
            StepNumbers numbers = new StepNumbers(run, ReadOut.KEY, 0);
            for (int t = session.steps() - count; t < session.steps(); t++) {
                numbers.show(run, t);
                for (Assignment statement : ReadOutEquations.statements(readOut, loss)) {
                    assertSame(
                            run,
                            numbers,
                            readOut.everyStep() ? t : 0,
                            statement.expression(),
                            new Name(statement.name()));
                }
                for (String name :
                        new LinkedHashSet<>(List.of(ReadOutEquations.scored(readOut), ReadOutEquations.INPUT))) {
                    Expression sum = sum(ReadOutEquations.adjoints(readOut, loss), name);
                    assertSame(run, numbers, readOut.everyStep() ? t : 0, sum, new Name(Cell.gradient(name)));
                }
            }
        });
        if (session.network().embedding().isPresent()) {
            StepNumbers numbers = new StepNumbers(run, Embedding.KEY, 0);
            for (int t = 0; t < session.steps(); t++) {
                numbers.show(run, t);
                assertSame(run, numbers, t, Embedding.statements().getFirst().expression(), new Name(Cell.INPUT));
                assertSame(
                        run,
                        numbers,
                        t,
                        sum(Embedding.adjoints(), Embedding.TOKEN),
                        new Name(Cell.gradient(Embedding.TOKEN)));
            }
        }
    }

    private static void addShares(
            Run run, String part, String key, List<Adjoint> adjoints, Map<String, double[][]> sums) {
        Session session = run.session();
        boolean lastOnly = part.equals(ReadOut.KEY)
                && !session.network().readOut().orElseThrow().everyStep();
        int steps = lastOnly ? Math.min(1, session.steps()) : session.steps();
        StepNumbers numbers = new StepNumbers(run, part, 0);
        for (int t = 0; t < steps; t++) {
            numbers.show(run, t);
            sums(adjoints).forEach((target, share) -> {
                Matrix gradient = run.trace().parameterGradients().get(key + "." + target);
                if (gradient != null) {
                    double[][] sum = sums.computeIfAbsent(
                            key + "." + target, name -> new double[gradient.rows()][gradient.columns()]);
                    for (int row = 0; row < sum.length; row++) {
                        for (int column = 0; column < sum[row].length; column++) {
                            sum[row][column] += numbers.of(share).repeated(row, column);
                        }
                    }
                }
            });
        }
    }

    private static Expression sum(List<Adjoint> adjoints, String target) {
        return Objects.requireNonNull(sums(adjoints).get(target), target);
    }

    /** All shares of a target as one expression. */
    private static Map<String, Expression> sums(List<Adjoint> adjoints) {
        Map<String, Expression> sums = new LinkedHashMap<>();
        for (Adjoint line : adjoints) {
            sums.merge(line.target(), line.share(), (a, b) -> new Expression.Binary(Expression.Operator.PLUS, a, b));
        }
        return sums;
    }

    private static void assertSame(Run run, StepNumbers numbers, int t, Expression node, Name recorded) {
        Table expected = numbers.of(recorded);
        Table actual = numbers.of(node);
        for (int n = 0; n < run.session().batch(); n++) {
            if (recorded.text().equals(ReadOutEquations.LOSS)
                    && numbers.of(WEIGHT).at(n, 0) == 0) {
                continue; // what does not count is not computed
            }
            for (int unit = 0; !run.session().mask().isHeld(n, t) && unit < expected.columns(); unit++) {
                assertClose(actual.repeated(n, unit), expected.at(n, unit), recorded + " at " + t + ", " + n);
            }
        }
    }

    private static void assertClose(double actual, double expected, String what) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(what).isNaN();
        } else {
            assertThat(actual).as(what).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }
}
