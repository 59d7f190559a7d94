package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gatescope.cell.Condition;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.gatescope.session.Playhead.Moment;
import org.gatescope.session.debug.Breakpoint;
import org.gatescope.session.debug.Breakpoint.OnCondition;
import org.gatescope.session.debug.Breakpoint.OnNonFinite;
import org.gatescope.session.debug.Breakpoint.OnOperation;
import org.gatescope.session.debug.Breakpoint.OnStep;
import org.gatescope.session.debug.Stop;
import org.gatescope.session.debug.Stops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first strike is the one that a walk over every operation finds. */
@Execution(ExecutionMode.CONCURRENT)
class StopsTest {
    private interface Truth {
        boolean at(Trace trace, int step, int sequence);
    }

    /** A condition, the names in it, and what it says, in Java. */
    private record Known(String text, Set<String> names, Truth truth) {}

    private static final List<Known> CONDITIONS = List.of(
            new Known(
                    "max(h') > 0.3",
                    Set.of("h'"),
                    (trace, t, n) -> of(trace.value("h'"), t, n).max().orElseThrow() > 0.3),
            new Known(
                    "norm(d.h') < 0.05 or h[0] >= 0.2",
                    Set.of("d.h'", "h"),
                    (trace, t, n) -> norm(trace.gradient("h'"), t, n) < 0.05
                            || trace.value("h").at(t, n, 0) >= 0.2),
            new Known(
                    "not (mean(h) <= mean(h'))",
                    Set.of("h", "h'"),
                    (trace, t, n) -> !(of(trace.value("h"), t, n).average().orElseThrow()
                            <= of(trace.value("h'"), t, n).average().orElseThrow())),
            new Known("x[1] > 0", Set.of("x"), (trace, t, n) -> trace.value("x").at(t, n, 1) > 0),
            new Known(
                    "abs(d.x) > 0.02 and not nan(x)",
                    Set.of("d.x", "x"),
                    (trace, t, n) -> of(trace.gradient("x"), t, n).anyMatch(a -> Math.abs(a) > 0.02)));

    @Test
    void whatHoldsAtThePlayheadIsWhatItsPassHasDecidedLast() {
        Run run = Run.of(DeepNetwork.session(4, Optional.of(DeepNetwork.READ_OUT)));
        Trace trace = run.trace().part("0.forward");
        Playhead start = Playhead.atStart(Schedule.of(run.session()));
        for (Known known : CONDITIONS) {
            boolean isForward = known.names().stream().noneMatch(QuantityName::isGradient);
            Phase phase = isForward ? Phase.FORWARD : Phase.BACKWARD;
            for (int t = 0; t < 4; t++) {
                Playhead done = start.atStep(phase, "0.forward", t);
                assertThat(Stops.isTrueAt(run, done, Condition.parse(known.text()), 1))
                        .as("%s at %d", known.text(), t)
                        .isEqualTo(t < run.session().lengths().get(1)
                                && known.truth().at(trace, t, 1));
            }
        }
        assertThat(Stops.isTrueAt(run, start, Condition.parse("x[1] > -100"), 0))
                .isFalse();
        assertThat(Stops.isTrueAt(run, start.next(), Condition.parse("nothing > 0"), 0))
                .isFalse();
        assertThat(Stops.isTrueAt(run, start.toEnd(), Condition.parse("x[1] > 0"), 9))
                .isFalse();
    }

    private static DoubleStream of(Series series, int step, int sequence) {
        return IntStream.range(0, series.width()).mapToDouble(k -> series.at(step, sequence, k));
    }

    private static double norm(Series series, int step, int sequence) {
        return Math.sqrt(of(series, step, sequence).map(a -> a * a).sum());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void conditionsStrikeWhereAWalkSaysSo(int steps) {
        Run run = Run.of(DeepNetwork.session(steps, Optional.of(DeepNetwork.READ_OUT)));
        for (Known known : CONDITIONS) {
            for (int sequence = 0; sequence < 2; sequence++) {
                TreeSet<Long> expected = walk(run, known, sequence);
                assertEverywhere(run, OnCondition.of(known.text()), expected, sequence);
            }
        }
    }

    /** Every place at which the condition becomes true; parts other than layers lack names, or are left to other tests. */
    private static TreeSet<Long> walk(Run run, Known known, int sequence) {
        Playhead playhead = Playhead.atStart(Schedule.of(run.session()));
        TreeSet<Long> strikes = new TreeSet<>();
        Map<String, Boolean> before = new HashMap<>();
        while (!playhead.isAtEnd()) {
            playhead = playhead.next();
            Moment now = playhead.moment().orElseThrow();
            if (!now.part().equals("dense") && isAsked(playhead, now, known.names())) {
                boolean isOver = now.step() >= run.session().lengths().get(sequence);
                boolean is = !isOver && known.truth().at(run.trace().part(now.part()), now.step(), sequence);
                Boolean was = before.put(now.phase() + now.part(), is);
                if (is && !Boolean.TRUE.equals(was)) {
                    strikes.add(playhead.position());
                }
            }
        }
        return strikes;
    }

    private static boolean isAsked(Playhead playhead, Moment now, Set<String> names) {
        Playhead before = playhead.previous();
        return names.stream().allMatch(name -> isComputed(playhead, now, name))
                && !names.stream().allMatch(name -> isComputed(before, now, name));
    }

    private static boolean isComputed(Playhead playhead, Moment now, String name) {
        Playhead.Range computed = name.startsWith("d.")
                ? playhead.computedGradients(now.part(), name)
                : playhead.computedValues(now.part(), name);
        return computed.contains(now.step());
    }

    /** From every place in both directions, to limits near and far. */
    private static void assertEverywhere(Run run, Breakpoint breakpoint, TreeSet<Long> strikes, int sequence) {
        Random random = new Random(3);
        Playhead start = Playhead.atStart(Schedule.of(run.session()));
        long length = start.schedule().length();
        for (long from = 0; from <= length; from += 1 + random.nextInt(3)) {
            for (long limit : new long[] {0, length, random.nextLong(length + 1)}) {
                Long next = limit >= from ? strikes.higher(from) : strikes.lower(from);
                boolean isWithin = next != null && (limit >= from ? next <= limit : next >= limit);
                Optional<Stop> stop = Stops.next(run, start.at(from), start.at(limit), List.of(breakpoint), sequence);
                assertThat(stop.map(Stop::position))
                        .as("%s from %d to %d", breakpoint, from, limit)
                        .isEqualTo(isWithin ? Optional.of(next) : Optional.empty());
            }
        }
    }

    @Test
    void operationsAndStepsStrikeWhereAWalkSaysSo() {
        Run run = Run.of(DeepNetwork.session());
        List<Moment> moments = PlayedRun.of(run.session()).moments();
        for (Moment some : List.of(moments.get(3), moments.get(moments.size() / 2), moments.getLast())) {
            String quantity = some.operation().quantity();
            TreeSet<Long> completing = places(
                    moments,
                    now -> now.phase() == some.phase()
                            && now.part().equals(some.part())
                            && now.operation().completes()
                            && now.operation().quantity().equals(quantity));
            assertEverywhere(run, new OnOperation(some.phase(), some.part(), quantity, true), completing, 0);
            assertEverywhere(run, new OnOperation(some.phase(), some.part(), quantity, false), new TreeSet<>(), 0);
        }
        Playhead start = Playhead.atStart(Schedule.of(run.session()));
        TreeSet<Long> ends = new TreeSet<>(List.of());
        for (int place = 1; place <= moments.size(); place++) {
            Playhead there = start.at(place);
            if (there.step() == 2 && there.previousStep().nextStep().equals(there)) {
                ends.add((long) place);
            }
        }
        assertEverywhere(run, new OnStep(2, true), ends, 0);
    }

    private static TreeSet<Long> places(List<Moment> moments, java.util.function.Predicate<Moment> which) {
        TreeSet<Long> places = new TreeSet<>();
        for (int i = 0; i < moments.size(); i++) {
            if (which.test(moments.get(i))) {
                places.add(i + 1L);
            }
        }
        return places;
    }

    @Test
    void theNearestOfSeveralIsNamed() {
        Run run = Run.of(DeepNetwork.session());
        Playhead start = Playhead.atStart(Schedule.of(run.session()));
        Breakpoint late = new OnOperation(Phase.BACKWARD, "1.forward", "d.h", true);
        Breakpoint early = OnCondition.of("min(x) < 1e9");
        Stop stop =
                Stops.next(run, start, start.toEnd(), List.of(late, early), 0).orElseThrow();
        assertThat(stop).isEqualTo(new Stop(1, early));
        Stop back =
                Stops.next(run, start.toEnd(), start, List.of(early, late), 0).orElseThrow();
        assertThat(back.breakpoint()).isEqualTo(late);
    }

    @Test
    void namesThatNoPartHasAndFiniteNumbersNeverStrike() {
        Run run = Run.of(DeepNetwork.session());
        Playhead start = Playhead.atStart(Schedule.of(run.session()));
        List<Breakpoint> none = new ArrayList<>(List.of(new OnNonFinite(true)));
        for (String text : List.of("nothing > 0", "d.nothing > 0", "any nan", "any inf", "x @ x > 0", "h[99] > 0")) {
            none.add(OnCondition.of(text));
        }
        assertThat(Stops.next(run, start, start.toEnd(), none, 0)).isEmpty();
    }

    @Test
    void theFirstNumberThatIsNotFiniteIsStoppedAt() {
        Session session = DeepNetwork.session().edit(new TableId.Input(0), input -> input.map(x -> Double.NaN));
        Run run = Run.of(session);
        Playhead start = Playhead.atStart(Schedule.of(session));
        Stop stop = Stops.next(run, start, start.toEnd(), List.of(new OnNonFinite(true)), 0)
                .orElseThrow();
        Moment there = start.at(stop.position()).moment().orElseThrow();
        assertThat(there.part()).isEqualTo("0.forward");
        assertThat(there.step()).isZero();
        assertThat(Stops.next(run, start, start.toEnd(), List.of(OnCondition.of("any nan")), 0)
                        .orElseThrow()
                        .position())
                .isEqualTo(stop.position());
    }
}
