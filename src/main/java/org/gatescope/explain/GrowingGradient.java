package org.gatescope.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Expression;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.number.Table;

/**
 * How a parameter's gradient grows while the backward pass is played: each step adds its share; tied directions add
 * both of theirs. Moving by a step adds or takes away that step's share alone.
 */
public final class GrowingGradient {
    private final Run run;
    private final List<GradientContribution> contributions = new ArrayList<>();
    private final Schedule schedule;
    private final Matrix whole;
    private final int rows;
    private final int columns;
    private final double[] share;
    /** The share that was worked out last, and which one it is. */
    private final double[] latest;

    private long latestPlace = -1;
    private long played;

    /** A share by its contribution, its step as played and its line. */
    private record Place(GradientContribution contribution, int k, int line) {}

    /** @param parameter by its full name */
    public GrowingGradient(Run run, String parameter) {
        this.run = run;
        whole = run.trace().parameterGradient(parameter);
        rows = whole.rows();
        columns = whole.columns();
        share = new double[Math.multiplyExact(rows, columns)];
        latest = new double[share.length];
        FullName name = FullName.of(parameter);
        schedule = Schedule.of(run.session());
        for (String part : parts(run.session(), name.part())) {
            add(part, name.local());
        }
    }

    /** In the order in which the backward pass comes to them. */
    private static List<String> parts(Session session, String parameterKey) {
        return parameterKey.equals(ReadOut.KEY) || parameterKey.equals(Embedding.KEY)
                ? List.of(parameterKey)
                : session.network().parts().reversed().stream()
                        .filter(part -> part.parameterKey().equals(parameterKey))
                        .map(Part::key)
                        .toList();
    }

    private void add(String part, String parameter) {
        GradientContribution contribution = GradientContribution.of(run, part, parameter, schedule, share.length);
        if (!contribution.lines().isEmpty()) {
            contributions.add(contribution);
        }
    }

    /** Rows of the parameter. */
    public int rows() {
        return rows;
    }

    /** Columns of the parameter. */
    public int columns() {
        return columns;
    }

    /** Shares of the whole backward pass. */
    public long shares() {
        return contributions.stream().mapToLong(GradientContribution::shares).sum();
    }

    /** How many shares are in at a place of the run. */
    public long played(Playhead playhead) {
        return contributions.stream()
                .mapToLong(contribution -> contribution.played(playhead))
                .sum();
    }

    /** About how many multiplications it takes to go there. */
    public double effort(long target) {
        long first = target < played && isAnew(target) ? 0 : played;
        return (double) (Math.abs(target - first) + 1)
                * share.length
                * Math.max(1, run.session().batch());
    }

    /** Goes to where so many shares are in. */
    public void moveTo(long target) {
        moveTo(target, Progress.NONE);
    }

    /**
     * Goes to where so many shares are in.
     *
     * @param progress told before each share; one that stops leaves nothing to be read
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public void moveTo(long target, Progress progress) {
        if (target < played && isAnew(target)) {
            contributions.forEach(contribution -> Arrays.fill(contribution.sum(), 0));
            played = 0;
        }
        for (; played < target; played++) {
            progress.report(played, target);
            take(place(played), target);
        }
        while (played > target) {
            played--;
            add(latest(played), -1, place(played).contribution().sum());
        }
        showShare();
    }

    private void take(Place place, long target) {
        GradientContribution to = place.contribution();
        if (to.overwrites() && place.k() < lastStep(to, target)) {
            return; // a later one takes its place
        }
        if (to.overwrites() && place.line() == 0) {
            Arrays.fill(to.sum(), 0);
        }
        add(latest(played), 1, to.sum());
    }

    @SuppressWarnings("ReferenceEquality") // the same instance
    private int lastStep(GradientContribution of, long target) {
        Place last = place(target - 1);
        return last.contribution() == of ? last.k() : of.steps() - 1;
    }

    /** Subtracting is of no use where shares are not finite or took the place of others, or where most of them go. */
    private boolean isAnew(long target) {
        return target < played - target
                || contributions.stream()
                        .anyMatch(contribution -> contribution.overwrites()
                                || !Double.isFinite(
                                        Arrays.stream(contribution.sum()).sum()));
    }

    private void showShare() {
        Arrays.fill(share, 0);
        if (played > 0) {
            long last = played - 1;
            for (long i = last - place(last).line(); i <= last; i++) {
                add(latest(i), 1, share);
            }
        }
    }

    private static void add(double[] what, int sign, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += sign * what[i];
        }
    }

    private double[] latest(long index) {
        if (index != latestPlace) {
            Place place = place(index);
            GradientContribution from = place.contribution();
            from.numbers().show(run, schedule.step(Phase.BACKWARD, from.part(), place.k()));
            read(from.numbers().of(line(place).share()));
            latestPlace = index;
        }
        return latest;
    }

    private void read(Table table) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                latest[row * columns + column] = table.repeated(row, column);
            }
        }
    }

    private static Adjoint line(Place place) {
        return place.contribution().lines().get(place.line());
    }

    private Place place(long index) {
        long within = index;
        for (GradientContribution contribution : contributions) {
            if (within < contribution.shares()) {
                int lines = contribution.lines().size();
                return new Place(contribution, (int) (within / lines), (int) (within % lines));
            }
            within -= contribution.shares();
        }
        throw new IllegalArgumentException("no share " + index);
    }

    /** The time step whose share is shown; empty before the first. */
    public OptionalInt step() {
        if (played == 0) {
            return OptionalInt.empty();
        }
        Place last = place(played - 1);
        return OptionalInt.of(schedule.step(Phase.BACKWARD, last.contribution().part(), last.k()));
    }

    /** The part that the share is of. */
    public String part() {
        return played == 0
                ? contributions.getFirst().part()
                : place(played - 1).contribution().part();
    }

    /** The line that the share is of. */
    public Expression line() {
        return played == 0
                ? contributions.getFirst().lines().getFirst().share()
                : line(place(played - 1)).share();
    }

    /** Of the step whose share came in last, as far as it is in. */
    public double share(int row, int column) {
        return share[row * columns + column];
    }

    /** Of all shares that are in. */
    public double sum(int row, int column) {
        double sum = 0;
        for (GradientContribution contribution : contributions) {
            sum += contribution.sum()[row * columns + column];
        }
        return sum;
    }

    /** All of it, as the run has it. */
    public double whole(int row, int column) {
        return whole.get(row, column);
    }
}
