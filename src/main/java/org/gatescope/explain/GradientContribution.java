package org.gatescope.explain;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Cell;
import org.gatescope.cell.PlayedLine;
import org.gatescope.session.PartLines;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.number.StepNumbers;

/** A part that adds to a parameter's gradient, by some of its adjoint lines, and what it has added so far. */
final class GradientContribution {
    private final String part;
    private final List<Adjoint> lines = new ArrayList<>();
    /** Of each line its place among the operations of a step, and how many those are. */
    private final List<Integer> operations = new ArrayList<>();

    private final int perStep;
    private final int steps;
    private final StepNumbers numbers;
    private final double[] sum;

    private GradientContribution(String part, int perStep, int steps, StepNumbers numbers, double[] sum) {
        this.part = part;
        this.perStep = perStep;
        this.steps = steps;
        this.numbers = numbers;
        this.sum = sum;
    }

    /**
     * @param parameter by its own name
     * @param size      how many numbers it has
     */
    static GradientContribution of(Run run, String part, String parameter, Schedule schedule, int size) {
        List<PlayedLine> all = PartLines.of(run.session(), Phase.BACKWARD, part);
        int steps = schedule.steps(Phase.BACKWARD, part);
        GradientContribution contribution =
                new GradientContribution(part, all.size(), steps, new StepNumbers(run, part, 0), new double[size]);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).quantity().equals(Cell.gradient(parameter))) {
                contribution.lines.add(((PlayedLine.Backward) all.get(i)).line());
                contribution.operations.add(i);
            }
        }
        return contribution;
    }

    String part() {
        return part;
    }

    List<Adjoint> lines() {
        return lines;
    }

    int steps() {
        return steps;
    }

    StepNumbers numbers() {
        return numbers;
    }

    /** What it has added; written by {@link GrowingGradient} alone. */
    double[] sum() {
        return sum;
    }

    /** A mistake: each step's share takes the place of those before it. */
    boolean overwrites() {
        return lines.getFirst().kind() == Adjoint.Kind.OVERWRITING_USE;
    }

    long shares() {
        return (long) steps * lines.size();
    }

    /** How many of its shares are in. */
    long played(Playhead playhead) {
        long done = playhead.done(Phase.BACKWARD, part);
        long within = done % perStep;
        long begun = operations.stream().filter(operation -> operation < within).count();
        return done / perStep * lines.size() + begun;
    }
}
