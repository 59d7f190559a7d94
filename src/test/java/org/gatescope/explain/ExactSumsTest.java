package org.gatescope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression.Name;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.JacobianNorm;
import org.gatescope.explain.NumberId.Norm;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of random networks is explained, by itself, and what it is made from comes to it in double precision. */
@Execution(ExecutionMode.CONCURRENT)
class ExactSumsTest {
    private static final double CLOSE = 1e-12;

    static LongStream seeds() {
        return LongStream.range(5000, 5015);
    }

    /** Sums are compared relative to what is summed: large terms may cancel. */
    private static void assertComesTo(Explanation why) {
        if (why.groups().isEmpty() || why.remarks().contains(Remark.NOT_FINITE)) {
            return;
        }
        List<Double> terms = why.terms().stream().map(Term::value).toList();
        double size = terms.stream().mapToDouble(Math::abs).sum();
        double bound = CLOSE * (1 + size + Math.abs(why.value()));
        assertThat(why.outer().of(terms)).as("%s from %s", why.id(), terms).isCloseTo(why.value(), within(bound));
        double groups = why.groups().stream().mapToDouble(Group::total).sum();
        double single = terms.stream().mapToDouble(Double::doubleValue).sum();
        assertThat(groups).isCloseTo(single, within(CLOSE * (1 + size)));
    }

    private static Explanation explained(Run run, NumberId id) {
        Explanation why = Explanation.of(run, id).orElseThrow(() -> new AssertionError("not explained: " + id));
        assertThat(why.id()).isEqualTo(id);
        assertComesTo(why);
        return why;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyQuantityAndGradientOfEveryStep(long seed) {
        Run run = RandomRuns.of(seed);
        for (Part part : run.session().network().parts()) {
            Cell cell = part.layer().cell();
            List<String> names = new ArrayList<>();
            cell.statements().stream().map(Assignment::name).forEach(names::add);
            cell.adjoints().stream()
                    .map(Adjoint::target)
                    .filter(target -> !cell.parameters().containsKey(target))
                    .distinct()
                    .map(Cell::gradient)
                    .forEach(names::add);
            for (int t = 0; t < run.session().steps(); t++) {
                StepNumbers numbers = new StepNumbers(run, part.key(), t);
                for (String name : names) {
                    Table table = numbers.of(new Name(name));
                    for (int n = 0; n < table.rows(); n++) {
                        for (int unit = 0; unit < table.columns(); unit++) {
                            Explanation why = explained(run, new OfStep(part.key(), name, t, n, unit));
                            assertThat(Double.valueOf(why.value())).isEqualTo(Double.valueOf(table.at(n, unit)));
                        }
                    }
                }
            }
        }
    }

    /** The gradients that the optimizer gets: the explained number is the engine's, the shares of its steps its sum. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyGradientOfEveryParameter(long seed) {
        Run run = RandomRuns.of(seed);
        run.trace().parameterGradients().forEach((name, table) -> {
            for (int row = 0; row < table.rows(); row++) {
                for (int column = 0; column < table.columns(); column++) {
                    Explanation why = explained(run, new GradientOfGiven(new TableId.Parameter(name), row, column));
                    assertThat(Double.valueOf(why.value())).isEqualTo(Double.valueOf(table.get(row, column)));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyGradientOfInputsAndInitialStates(long seed) {
        Run run = RandomRuns.of(seed);
        Session session = run.session();
        List<TableId> tables = new ArrayList<>();
        for (int n = 0; n < session.batch(); n++) {
            tables.add(new TableId.Input(n));
        }
        session.numbers().initialState().keySet().forEach(name -> tables.add(new TableId.InitialState(name)));
        for (TableId id : tables) {
            Matrix table = session.table(id);
            for (int row = 0; row < table.rows(); row++) {
                for (int column = 0; column < table.columns(); column++) {
                    explained(run, new GradientOfGiven(id, row, column));
                    Explanation given = explained(run, new Given(id, row, column));
                    assertThat(given.remarks()).contains(Remark.GIVEN);
                    assertThat(given.terms()).isEmpty();
                    assertThat(Double.valueOf(given.value())).isEqualTo(Double.valueOf(table.get(row, column)));
                }
            }
        }
    }

    /** Against the root of the sum of squares, number by number. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyNormIsThatOfItsRow(long seed) {
        Run run = RandomRuns.of(seed);
        for (Part part : run.session().network().parts()) {
            Cell cell = part.layer().cell();
            for (int t = 0; t < run.session().steps(); t++) {
                StepNumbers numbers = new StepNumbers(run, part.key(), t);
                for (String state : cell.states()) {
                    for (String name : List.of(Cell.after(state), Cell.gradient(Cell.after(state)))) {
                        Table table = numbers.of(new Name(name));
                        for (int n = 0; n < run.session().batch(); n++) {
                            double squares = 0;
                            for (int unit = 0; unit < table.columns(); unit++) {
                                squares += Math.pow(table.repeated(n, unit), 2);
                            }
                            Explanation why = explained(run, new Norm(part.key(), name, t, n));
                            assertThat(why.terms()).hasSize(table.columns());
                            assertThat(why.outer()).isInstanceOf(OuterFunction.Root.class);
                            assertThat(why.value()).isCloseTo(Math.sqrt(squares), within(CLOSE * (1 + squares)));
                        }
                    }
                }
            }
        }
    }

    /** A later state follows from an earlier one and never the other way round. */
    @ParameterizedTest
    @MethodSource("seeds")
    void normsOfJacobiansAreThereForEveryPairOfStepsInOrder(long seed) {
        Run run = RandomRuns.of(seed);
        Session session = run.session();
        for (Part part : session.network().parts()) {
            String state = part.layer().cell().output();
            for (int n = 0; n < session.batch(); n++) {
                int length = session.lengths().get(n);
                for (int later = 0; later < length; later++) {
                    for (int earlier = 0; earlier < length; earlier++) {
                        boolean isInOrder = part.reversed() ? later <= earlier : later >= earlier;
                        JacobianNorm id = new JacobianNorm(part.key(), state, n, later, earlier);
                        if (isInOrder) {
                            assertThat(explained(run, id).value()).isGreaterThanOrEqualTo(0);
                        } else {
                            assertThat(Explanation.of(run, id)).isEmpty();
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLossIsTheSumOfItsSteps(long seed) {
        Run run = RandomRuns.of(seed);
        boolean hasLoss = run.session().objective().isPresent();
        assertThat(Explanation.of(run, new NumberId.Loss()).isPresent()).isEqualTo(hasLoss);
        if (hasLoss) {
            Explanation why = explained(run, new NumberId.Loss());
            assertThat(Double.valueOf(why.value()))
                    .isEqualTo(
                            Double.valueOf(run.trace().readOut().orElseThrow().loss()));
            for (NumberId source : why.sources()) {
                explained(run, source);
            }
        }
    }

    /** What was edited away is not explained, and asked for in vain it harms nothing. */
    @ParameterizedTest
    @MethodSource("seeds")
    void beyondTheEndsNothingIsThere(long seed) {
        Run run = RandomRuns.of(seed);
        Session session = run.session();
        for (Part part : session.network().parts()) {
            String output = Cell.after(part.layer().cell().output());
            for (int odd : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
                assertThat(Explanation.of(run, new OfStep(part.key(), output, odd, 0, 0)))
                        .isEmpty();
                assertThat(Explanation.of(run, new OfStep(part.key(), output, 0, odd, 0)))
                        .isEmpty();
                assertThat(Explanation.of(run, new OfStep(part.key(), output, 0, 0, odd)))
                        .isEmpty();
                assertThat(Explanation.of(run, new Norm(part.key(), output, odd, 0)))
                        .isEmpty();
                assertThat(Explanation.of(
                                run,
                                new JacobianNorm(part.key(), part.layer().cell().output(), odd, 0, 0)))
                        .isEmpty();
            }
            assertThat(Explanation.of(run, new OfStep(part.key(), "no such name", 0, 0, 0)))
                    .isEmpty();
            assertThat(Explanation.of(run, new JacobianNorm(part.key(), "no such state", 0, 0, 0)))
                    .isEmpty();
        }
        assertThat(Explanation.of(run, new Given(new TableId.Input(session.batch()), 0, 0)))
                .isEmpty();
        assertThat(Explanation.of(run, new Given(new TableId.Parameter("9.forward.W"), 0, 0)))
                .isEmpty();
        assertThat(Explanation.of(run, new OfStep("", "h", 0, 0, 0))).isEmpty();
        if (session.network().readOut().isEmpty()) {
            assertThat(Explanation.of(run, new OfStep(ReadOut.KEY, "loss", 0, 0, 0)))
                    .isEmpty();
        }
    }

    /** A small step of a number changes the loss by its gradient: both ways give the same line. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aNudgeIsItsGradientTimesItsSize(long seed) {
        Run run = RandomRuns.of(seed);
        run.session().numbers().parameters().forEach((name, table) -> {
            if (table.rows() > 0 && table.columns() > 0) {
                Given given = new Given(new TableId.Parameter(name), table.rows() - 1, table.columns() - 1);
                double gradient = explained(run, new GradientOfGiven(given.table(), given.row(), given.column()))
                        .value();
                for (double epsilon : new double[] {0, 1e-3, -2}) {
                    Nudge nudge = Nudge.of(run, given, epsilon, Progress.NONE).orElseThrow();
                    assertThat(Double.valueOf(nudge.expected())).isEqualTo(Double.valueOf(gradient * epsilon));
                    assertThat(nudge.epsilon()).isEqualTo(epsilon);
                }
                assertThat(Nudge.of(run, given, 0, Progress.NONE).orElseThrow().difference())
                        .isZero();
                assertThat(Nudge.of(run, new Given(given.table(), table.rows(), 0), 1, Progress.NONE))
                        .isEmpty();
            }
        });
    }
}
