package org.gatescope.session.debug;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.gatescope.cell.Condition;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;

/**
 * Finds where playing stops. Positions are computed from the order of playback; only conditions look at numbers, once
 * per step of a part that has their names.
 */
public final class Stops {
    private Stops() {}

    /**
     * The first strike beyond {@code from}, up to and with {@code limit}; against the order of the run if that is where
     * the limit is. Of several at one place, the breakpoint that comes first in the list is named.
     *
     * @param sequence of the batch, which conditions look at
     */
    public static Optional<Stop> next(
            Run run, Playhead from, Playhead limit, List<Breakpoint> breakpoints, int sequence) {
        return next(run, from, limit, breakpoints, sequence, () -> true);
    }

    /**
     * The same, for a long way.
     *
     * @param wanted asked once a time step; the search ends without a result when it is not
     */
    public static Optional<Stop> next(
            Run run,
            Playhead from,
            Playhead limit,
            List<Breakpoint> breakpoints,
            int sequence,
            BooleanSupplier wanted) {
        Schedule schedule = from.schedule();
        boolean back = limit.position() < from.position();
        for (int i = 0; i < schedule.passes(); i++) {
            int index = back ? schedule.passes() - 1 - i : i;
            if (isBetween(schedule, index, from.position(), limit.position())) {
                Search search = new Search(run, schedule.pass(index), schedule.start(index), sequence);
                Optional<Stop> stop = first(search, from.position(), limit.position(), breakpoints, wanted);
                if (stop.isPresent() || !wanted.getAsBoolean()) {
                    return stop;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a condition holds in what the pass at the playhead has computed last: from there playing goes on until it
     * becomes true again.
     *
     * @param sequence of the batch, which it looks at
     */
    public static boolean isTrueAt(Run run, Playhead playhead, Condition condition, int sequence) {
        if (playhead.isAtStart()) {
            return false;
        }
        Schedule schedule = playhead.schedule();
        int index = schedule.indexAt(playhead.position() - 1);
        return new Search(run, schedule.pass(index), schedule.start(index), sequence)
                .condition(condition)
                .filter(decided -> decided.holdsAt(playhead.position()))
                .isPresent();
    }

    private static boolean isBetween(Schedule schedule, int pass, long from, long limit) {
        long start = schedule.start(pass);
        return start < Math.max(from, limit) && start + schedule.pass(pass).length() >= Math.min(from, limit);
    }

    private static Optional<Stop> first(
            Search search, long from, long limit, List<Breakpoint> breakpoints, BooleanSupplier wanted) {
        Optional<Stop> nearest = Optional.empty();
        for (Breakpoint breakpoint : breakpoints) {
            long end = nearest.map(Stop::position).orElse(limit);
            OptionalLong position = search.of(breakpoint)
                    .map(candidates ->
                            limit < from ? candidates.back(end, from, wanted) : candidates.forth(from, end, wanted))
                    .orElse(OptionalLong.empty());
            if (position.isPresent() && (nearest.isEmpty() || position.getAsLong() != end)) {
                nearest = Optional.of(new Stop(position.getAsLong(), breakpoint));
            }
        }
        return nearest;
    }
}
