package org.gatescope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Expression.Name;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Series;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.explain.Comparison.Deviation;
import org.gatescope.explain.Comparison.Pair;
import org.gatescope.explain.Comparison.Sizes;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.Loss;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Reshape;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two runs side by side, against the arrays of both. */
class ComparisonTest {
    private static final String LAYER = "0.forward";
    private static final TableId FORGET = new TableId.Parameter("0.forward.Wx.f");
    private final Session lstm = Example.SENTENCE.session();

    private static Comparison compare(Session one, Session other) {
        return Comparison.of(Run.of(one), Run.of(other), Progress.NONE);
    }

    private static Session edited(Session session, TableId table, int row, int column, double value) {
        return session.edit(table, matrix -> matrix.with(row, column, value));
    }

    private static Session with(Session session, String cell, int hidden) {
        Layer layer = session.network().layers().getFirst();
        Layer changed = layer.withCell(BuiltInCells.cell(cell)).withHidden(hidden);
        return Reshape.withLayer(session, 0, changed).drawingNew().change().session();
    }

    private static Pair first(Comparison of, String quantity) {
        return deviation(of, quantity).first();
    }

    private static Deviation deviation(Comparison of, String quantity) {
        return of.deviations().stream()
                .filter(deviation -> deviation.first().number() instanceof OfStep step
                        && step.node().equals(new Name(quantity)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRunDoesNotDifferFromItself() {
        Comparison same = compare(lstm, lstm);
        assertThat(same.deviations()).isEmpty();
        assertThat(same.alike()).isGreaterThan(30);
        assertThat(same.steps().areEqual()).isTrue();
        assertThat(same.units()).isEmpty();
    }

    /** What was edited comes first, then what it leads to, step by step; largest differences as the arrays have them. */
    @Test
    void theOrderIsThatOfComputation() {
        Run before = Run.of(lstm);
        Run after = Run.of(edited(lstm, FORGET, 1, 2, 0.75));
        Comparison found = Comparison.of(after, before, Progress.NONE);
        Deviation cause = found.deviations().getFirst();
        assertThat(cause.first().isGiven()).isTrue();
        assertThat(cause.first())
                .isEqualTo(new Pair(
                        new Given(FORGET, 1, 2), -1, 0.75, lstm.table(FORGET).get(1, 2)));
        assertThat(found.deviations().stream()
                        .map(deviation -> deviation.first().place()))
                .isSorted();
        assertThat(found.deviations().get(1).first().number())
                .isEqualTo(first(found, "f.pre").number());
        for (String quantity : List.of("f.pre", "f", "c'", "h'")) {
            Series ours = after.trace().part(LAYER).value(quantity);
            Series theirs = before.trace().part(LAYER).value(quantity);
            checkFirst(
                    deviation(found, quantity),
                    ours,
                    theirs,
                    IntStream.range(0, ours.steps()).toArray());
        }
        for (String quantity : List.of("f", "c'", "h'")) {
            Series ours = after.trace().part(LAYER).gradient(quantity);
            Series theirs = before.trace().part(LAYER).gradient(quantity);
            int last = ours.steps() - 1;
            checkFirst(
                    deviation(found, "d." + quantity),
                    ours,
                    theirs,
                    IntStream.rangeClosed(0, last).map(t -> last - t).toArray());
        }
    }

    private static void checkFirst(Deviation found, Series ours, Series theirs, int[] steps) {
        OfStep at = (OfStep) found.first().number();
        int first = -1;
        double largest = 0;
        for (int t : steps) {
            for (int unit = 0; unit < ours.width(); unit++) {
                double distance = Math.abs(ours.at(t, 0, unit) - theirs.at(t, 0, unit));
                first = first < 0 && distance > 1e-9 ? t : first;
                largest = Math.max(largest, distance);
            }
        }
        assertThat(at.step()).isEqualTo(first);
        assertThat(found.first().one()).isEqualTo(ours.at(first, 0, at.column()));
        assertThat(found.first().other()).isEqualTo(theirs.at(first, 0, at.column()));
        assertThat(found.largest().size()).isEqualTo(largest);
    }

    /** The playhead taken there has just computed it. */
    @Test
    void thePlaceIsWhereTheNumberIsComputed() {
        Session after = edited(lstm, FORGET, 1, 2, 0.75);
        Schedule schedule = Schedule.of(after);
        for (Deviation deviation : compare(after, lstm).deviations()) {
            if (deviation.first().number()
                            instanceof OfStep(String part, Name(String name), int step, int row, int unit)
                    && !name.equals("d.x")) {
                Playhead there = new Playhead(schedule, deviation.first().place());
                assertThat(there.step()).as(name).isEqualTo(step);
                assertThat(there.moment().orElseThrow().operation().quantity()).isEqualTo(name);
                assertThat(there.moment().orElseThrow().part()).isEqualTo(part);
            }
        }
    }

    @Test
    void whatIsSummedOverTimeComesWhenItIsComplete() {
        Comparison found = compare(edited(lstm, FORGET, 1, 2, 0.75), lstm);
        Deviation gradient = found.deviations().stream()
                .filter(deviation -> deviation.first().number() instanceof GradientOfGiven(TableId table, int r, int c)
                        && table.equals(FORGET))
                .findFirst()
                .orElseThrow();
        assertThat(gradient.first().place()).isEqualTo(Schedule.of(lstm).length());
    }

    @Test
    void theLossComesBetweenTheTwoPasses() {
        Session task = Task.HELLO.session(3);
        Run before = Run.of(task);
        Run after = Run.of(task.edit(new TableId.Parameter("dense.W"), table -> table.with(0, 0, 7)));
        Deviation loss = Comparison.of(after, before, Progress.NONE).deviations().stream()
                .filter(deviation -> deviation.first().number() instanceof Loss)
                .findFirst()
                .orElseThrow();
        assertThat(loss.first().one())
                .isEqualTo(after.trace().readOut().orElseThrow().loss());
        assertThat(loss.first().other())
                .isEqualTo(before.trace().readOut().orElseThrow().loss());
        assertThat(loss.first().place()).isEqualTo(Schedule.of(task).start(Phase.BACKWARD));
    }

    /** By step and by unit, as far as both have them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 9})
    void otherSizesAreComparedAsFarAsBothHaveThem(int steps) {
        Session base = Example.SMALL_SEQUENCE_LSTM.session();
        Session other = Reshape.resized(
                        with(base, "lstm", 2), 1, steps, base.network().inputs())
                .change()
                .session();
        other = edited(other, new TableId.Parameter("0.forward.b.f"), 0, 1, 7);
        Comparison found = compare(base, other);
        assertThat(found.steps()).isEqualTo(new Sizes(base.steps(), steps));
        assertThat(found.units())
                .isEqualTo(Map.of(
                        LAYER, new Sizes(base.network().layers().getFirst().hidden(), 2)));
        assertThat(found.deviations()).isNotEmpty().allSatisfy(deviation -> {
            for (Pair pair : List.of(deviation.first(), deviation.largest())) {
                if (pair.number() instanceof OfStep(String part, var node, int step, int row, int unit)) {
                    assertThat(step).isLessThan(Math.min(steps, base.steps()));
                    assertThat(node.equals(new Name("d.x")) || unit < 2).isTrue();
                }
            }
        });
        assertThat(first(found, "f").number()).isEqualTo(new OfStep(LAYER, "f", 0, 0, 1));
    }

    @Test
    void whatOnlyOneHasIsNamed() {
        Comparison found = compare(lstm, with(lstm, "gru", 5));
        assertThat(found.onlyOne().stream().map(Comparison.QuantityOfPart::quantity))
                .contains("f", "i", "c'");
        assertThat(found.onlyOther().stream().map(Comparison.QuantityOfPart::quantity))
                .contains("r", "z");
        assertThat(found.onlyOther().stream().map(Comparison.QuantityOfPart::quantity))
                .doesNotContain("h'");
        assertThat(first(found, "h'").other()).isNotEqualTo(first(found, "h'").one());
    }

    /** NaN beside NaN is no difference; beside a number it is the largest that there is. */
    @Test
    void noNumbersAreComparedToo() {
        Session broken = edited(lstm, FORGET, 1, 2, Double.NaN);
        assertThat(compare(broken, broken).deviations()).isEmpty();
        Comparison found = compare(broken, lstm);
        assertThat(first(found, "f").one()).isNaN();
        assertThat(deviation(found, "h'").largest().size()).isInfinite();
    }

    @Test
    void theInputsThatDifferAreNamedByTheirSequence() {
        Session two = Reshape.resized(Example.SMALL_SEQUENCE_LSTM.session(), 2, 3, 3)
                .change()
                .session();
        Session other = edited(two, new TableId.Input(1), 2, 0, -4);
        Comparison found = compare(other, two);
        assertThat(found.deviations().getFirst().first())
                .isEqualTo(new Pair(
                        new Given(new TableId.Input(1), 2, 0),
                        -1,
                        -4,
                        two.table(new TableId.Input(1)).get(2, 0)));
        assertThat(first(found, "i.pre").number()).isEqualTo(new OfStep(LAYER, "i.pre", 2, 1, 0));
    }

    /** As long as it takes to look at each number once, whatever is read out. */
    @Test
    void manyStepsAreComparedInTime() {
        Session base = Task.HELLO.session(3);
        Session many = Reshape.resized(base, 1, 2_000, base.network().inputs())
                .change()
                .session();
        Session other = many.edit(new TableId.Parameter("dense.W"), table -> table.with(0, 0, 7));
        Run one = Run.of(many);
        Run two = Run.of(other);
        Comparison found = assertTimeout(Duration.ofSeconds(5), () -> Comparison.of(one, two, Progress.NONE));
        assertThat(found.deviations().getFirst().first().isGiven()).isTrue();
        assertThat(found.steps()).isEqualTo(new Sizes(2_000, 2_000));
    }

    /** Networks of any make and size: each number that is named is there, as “why” has it, in the run that it is of. */
    @ParameterizedTest
    @MethodSource("seeds")
    void anyTwoRunsCanBeCompared(long seed) {
        Run one = RandomRuns.of(seed);
        Run other = RandomRuns.of(seed + 1);
        for (Deviation deviation : Comparison.of(one, other, Progress.NONE).deviations()) {
            for (Pair pair : List.of(deviation.first(), deviation.largest())) {
                assertThat(pair.place())
                        .isBetween(-1L, Schedule.of(one.session()).length());
                Explanation.of(one, pair.number())
                        .ifPresentOrElse(
                                why -> assertThat(why.value()).isEqualTo(pair.one()),
                                () -> assertThat(pair.number()).isNull());
                Explanation.of(other, pair.number())
                        .ifPresentOrElse(
                                why -> assertThat(why.value()).isEqualTo(pair.other()),
                                () -> assertThat(pair.number()).isNull());
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @Test
    void emptyRunsDoNotDiffer() {
        Session empty = Session.zeros("empty", BuiltInCells.cell("gru"), 0, 0, 2, 3);
        Session other = empty.with(new TableId.Parameter("0.forward.b.r"), Matrix.filled(1, 3, 1));
        assertThat(compare(other, empty).deviations()).hasSize(1);
    }
}
