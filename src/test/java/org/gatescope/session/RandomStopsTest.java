package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.gatescope.engine.Series;
import org.gatescope.explain.RandomRuns;
import org.gatescope.session.Playhead.Moment;
import org.gatescope.session.Playhead.Range;
import org.gatescope.session.debug.Breakpoint;
import org.gatescope.session.debug.Breakpoint.OnCondition;
import org.gatescope.session.debug.Stop;
import org.gatescope.session.debug.Stops;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random conditions over layers of random networks stop where a walk over every operation, with numbers of the trace, does. */
@Execution(ExecutionMode.CONCURRENT)
class RandomStopsTest {
    /** {@code max(f) > 0.3}: a number made of a quantity, or a gradient, and a bound. */
    private record Bound(String text, String name, ToDoubleFunction<double[]> measure, boolean above, double bound) {
        boolean holds(Run run, String part, int step, int sequence) {
            Series series = name.startsWith("d.")
                    ? run.trace().part(part).gradient(name.substring(2))
                    : run.trace().part(part).value(name);
            double value = measure.applyAsDouble(series.row(step, sequence));
            return above ? value > bound : value <= bound;
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theStopIsTheOneOfAWalk(long seed) {
        Run run = RandomRuns.of(seed);
        Random random = new Random(seed);
        for (int sequence = 0; sequence < run.session().batch(); sequence++) {
            Bound a = bound(run, random);
            Bound b = bound(run, random);
            boolean isAnd = random.nextBoolean();
            Breakpoint breakpoint = OnCondition.of(a.text() + (isAnd ? " and " : " or ") + "not (" + b.text() + ")");
            assertSame(
                    run,
                    breakpoint,
                    part -> has(run, part, a) && has(run, part, b),
                    walk(run, a, b, isAnd, sequence),
                    sequence);
        }
    }

    private static Bound bound(Run run, Random random) {
        var trace = run.trace().part(run.session().network().parts().getFirst().key());
        List<String> names =
                new ArrayList<>(trace.quantities().stream().sorted().toList());
        String quantity = names.get(random.nextInt(names.size()));
        String name = random.nextBoolean() ? quantity : "d." + quantity;
        boolean isAbove = random.nextBoolean();
        double bound = Math.round(10 * random.nextGaussian()) / 10.0;
        String side = (isAbove ? " > " : " <= ") + bound;
        return switch (random.nextInt(5)) {
            case 0 ->
                new Bound(
                        "max(" + name + ")" + side,
                        name,
                        u -> DoubleStream.of(u).max().orElseThrow(),
                        isAbove,
                        bound);
            case 1 ->
                new Bound(
                        "min(" + name + ")" + side,
                        name,
                        u -> DoubleStream.of(u).min().orElseThrow(),
                        isAbove,
                        bound);
            case 2 ->
                new Bound(
                        "norm(" + name + ")" + side,
                        name,
                        u -> Math.sqrt(DoubleStream.of(u).map(v -> v * v).sum()),
                        isAbove,
                        bound);
            case 3 -> new Bound("sum(2 * " + name + ")" + side, name, u -> 2 * sum(u), isAbove, bound);
            default -> new Bound(name + "[0]" + side, name, u -> u[0], isAbove, bound);
        };
    }

    private static double sum(double[] units) {
        double sum = 0;
        for (double unit : units) {
            sum += unit;
        }
        return sum;
    }

    /** Every place at which it becomes true, in layers that have both names. */
    private static NavigableSet<Long> walk(Run run, Bound a, Bound b, boolean isAnd, int sequence) {
        TreeSet<Long> strikes = new TreeSet<>();
        Map<String, Boolean> before = new HashMap<>();
        Playhead playhead = Playhead.atStart(Schedule.of(run.session()));
        while (!playhead.isAtEnd()) {
            Playhead previous = playhead;
            playhead = playhead.next();
            Moment now = playhead.moment().orElseThrow();
            boolean isLayer = run.session().part(now.part()).isPresent();
            if (isLayer && has(run, now.part(), a) && has(run, now.part(), b) && isNew(previous, playhead, now, a, b)) {
                boolean isOver = run.session().mask().isHeld(sequence, now.step());
                boolean left = !isOver && a.holds(run, now.part(), now.step(), sequence);
                boolean right = !isOver && !b.holds(run, now.part(), now.step(), sequence);
                boolean is = isAnd ? left && right : left || right;
                Boolean was = before.put(now.phase() + now.part(), is);
                if (is && !Boolean.TRUE.equals(was)) {
                    strikes.add(playhead.position());
                }
            }
        }
        return strikes;
    }

    private static boolean has(Run run, String part, Bound bound) {
        String name = bound.name().startsWith("d.") ? bound.name().substring(2) : bound.name();
        return run.trace().part(part).quantities().contains(name);
    }

    private static boolean isNew(Playhead before, Playhead after, Moment now, Bound a, Bound b) {
        boolean were = isComputed(before, now, a.name()) && isComputed(before, now, b.name());
        return !were && isComputed(after, now, a.name()) && isComputed(after, now, b.name());
    }

    private static boolean isComputed(Playhead playhead, Moment now, String name) {
        Range computed = name.startsWith("d.")
                ? playhead.computedGradients(now.part(), name)
                : playhead.computedValues(now.part(), name);
        return computed.contains(now.step());
    }

    /**
     * From end to end and back, without where one begins; other parts, whose names may be alike or those of parameters, are left to other
     * tests.
     */
    private static void assertSame(
            Run run, Breakpoint breakpoint, Predicate<String> has, NavigableSet<Long> strikes, int sequence) {
        Playhead start = Playhead.atStart(Schedule.of(run.session()));
        for (boolean back : new boolean[] {false, true}) {
            List<Long> found = new ArrayList<>();
            Playhead now = back ? start.toEnd() : start;
            Optional<Stop> stop = Stops.next(run, now, back ? start : start.toEnd(), List.of(breakpoint), sequence);
            while (stop.isPresent()) {
                now = start.at(stop.get().position());
                String part = now.moment().orElseThrow().part();
                if (run.session().part(part).isPresent() && has.test(part)) {
                    found.add(now.position());
                }
                stop = Stops.next(run, now, back ? start : start.toEnd(), List.of(breakpoint), sequence);
            }
            assertThat(found)
                    .as("%s, back %s", breakpoint, back)
                    .containsExactlyElementsOf(
                            back
                                    ? strikes.headSet(start.schedule().length(), false)
                                            .descendingSet()
                                    : strikes);
        }
    }
}
