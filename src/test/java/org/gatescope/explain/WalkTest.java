package org.gatescope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Network.Part;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.text.Numerals;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever opens terms at random, from the loss, gradients or values of networks of any make, comes to numbers that are
 * given; and at each stop what is written adds up to the number that is written.
 */
@Execution(ExecutionMode.CONCURRENT)
class WalkTest {
    /** Factors are written with five digits: each is off by half a unit of the last at most. */
    private static final double FACTOR_ERROR = 0.5e-4;

    static LongStream seeds() {
        return LongStream.range(0, 250);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWalkEndsAtWhatIsGiven(long seed) {
        Run run = RandomRuns.of(seed);
        Random random = new Random(seed);
        for (NumberId start : starts(run)) {
            walk(run, start, random);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void numbersThatAreNoneOrHugeChangeNothingOfThat(long seed) {
        Random random = new Random(seed);
        Session session = RandomRuns.of(seed).session();
        List<String> names =
                session.numbers().parameters().keySet().stream().sorted().toList();
        double spoilt = List.of(Double.NaN, Double.POSITIVE_INFINITY, 1e308, -1e160, 1e-300)
                .get(random.nextInt(5));
        Run run = Run.of(session.edit(
                new TableId.Parameter(names.get(random.nextInt(names.size()))),
                table -> table.with(random.nextInt(table.rows()), random.nextInt(table.columns()), spoilt)));
        for (NumberId start : starts(run)) {
            walk(run, start, random);
        }
    }

    private static List<NumberId> starts(Run run) {
        Session session = run.session();
        Random random = new Random(17);
        List<NumberId> starts = new ArrayList<>();
        if (session.objective().isPresent()) {
            starts.add(new NumberId.Loss());
        }
        run.trace().parameterGradients().forEach((name, table) -> {
            if (table.rows() > 0 && table.columns() > 0) {
                starts.add(new GradientOfGiven(
                        new TableId.Parameter(name), random.nextInt(table.rows()), random.nextInt(table.columns())));
            }
        });
        for (Part part : session.network().parts()) {
            addStarts(session, part, random, starts);
        }
        return starts;
    }

    private static void addStarts(Session session, Part part, Random random, List<NumberId> starts) {
        int n = random.nextInt(session.batch());
        Cell cell = part.layer().cell();
        String output = part.key() + "." + cell.output();
        starts.add(new GradientOfGiven(new TableId.InitialState(output), n, 0));
        if (session.steps() == 0) {
            return;
        }
        int t = random.nextInt(session.steps());
        starts.add(new NumberId.Norm(part.key(), Cell.after(cell.output()), t, n));
        if (t < session.lengths().get(n)) {
            int earlier = part.reversed() ? session.lengths().get(n) - 1 : 0;
            starts.add(new NumberId.JacobianNorm(part.key(), cell.output(), n, t, earlier));
        }
        starts.add(new GradientOfGiven(new TableId.Input(n), t, 0));
        for (Assignment statement : cell.statements()) {
            starts.add(new OfStep(part.key(), statement.name(), t, n, 0));
        }
        for (Adjoint line : cell.adjoints()) {
            if (!cell.parameters().containsKey(line.target())) {
                starts.add(new OfStep(part.key(), Cell.gradient(line.target()), t, n, 0));
                starts.add(new NumberId.Norm(part.key(), Cell.gradient(line.target()), t, n));
            }
        }
    }

    private static void walk(Run run, NumberId start, Random random) {
        NumberId now = start;
        for (int stops = 0; stops < 400; stops++) {
            Explanation why = explained(run, now);
            check(why);
            List<Factor> ways = why.terms().stream()
                    .flatMap(term -> term.factors().stream())
                    .filter(factor -> factor.opens().isPresent())
                    .toList();
            if (ways.isEmpty()) {
                assertThat(why.remarks().isEmpty() && why.groups().isEmpty())
                        .as("a word at %s", now)
                        .isFalse();
                return;
            }
            Factor way = ways.get(random.nextInt(ways.size()));
            now = way.opens().orElseThrow();
            assertThat(Double.valueOf(explained(run, now).value()))
                    .as("%s opened", now)
                    .isEqualTo(Double.valueOf(way.value()));
        }
        throw new AssertionError("no end from " + start);
    }

    private static Explanation explained(Run run, NumberId id) {
        return Explanation.of(run, id).orElseThrow(() -> new AssertionError("not there: " + id));
    }

    /** What is written adds up to what is written, to its last digit. */
    static void check(Explanation why) {
        assertThat(why.remarks())
                .as("%s = %s, %s", why.id(), why.value(), why.terms())
                .doesNotContain(Remark.DISAGREES);
        if (why.remarks().contains(Remark.NOT_FINITE) || why.groups().isEmpty()) {
            return;
        }
        Rounding figures = why.figures();
        List<Double> written = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : why.terms()) {
            BigDecimal value = parsed(figures.term(term.value()));
            written.add(value.doubleValue());
            sum = sum.add(value);
            checkProduct(term, value, figures);
        }
        BigDecimal result = why.outer() instanceof OuterFunction.Sum
                ? sum
                : new BigDecimal(why.outer().of(written));
        assertThat(result.setScale(figures.places(), RoundingMode.HALF_EVEN))
                .as("%s = %s from %s", why.id(), why.value(), written)
                .isEqualByComparingTo(parsed(figures.number(why.value())));
    }

    private static void checkProduct(Term term, BigDecimal written, Rounding figures) {
        if (term.factors().stream().anyMatch(factor -> !Double.isFinite(factor.value()))) {
            return; // a number divided by an infinite one
        }
        double product = term.negative() ? -1 : 1;
        for (Factor factor : term.factors()) {
            double value = parsed(Rounding.factor(factor.value())).doubleValue();
            product = factor.divides() ? product / value : product * value;
        }
        double bound = 1.01 * term.factors().size() * FACTOR_ERROR * Math.abs(term.value())
                + Math.pow(10, -figures.termPlaces());
        if (Double.isFinite(product)) {
            assertThat(Math.abs(product - written.doubleValue())).as("%s", term).isLessThanOrEqualTo(bound);
        }
    }

    private static BigDecimal parsed(String text) {
        return new BigDecimal(Numerals.lowered(text).replace("×10", "e").replace('\u2212', '-'));
    }
}
