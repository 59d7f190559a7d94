package org.gatescope.engine.mistakes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Cell;
import org.gatescope.cell.ChainRule;

/** What mistakes make of a cell. */
public final class Mistakes {
    private final Cell cell;
    private final List<Change> changes = new ArrayList<>();
    private List<Adjoint> lines;

    private Mistakes(Cell cell, Set<Mistake> mistakes) {
        this.cell = cell;
        lines = cell.adjoints();
        takeSlopes(mistakes);
        LineRewriting rewriting = new LineRewriting(cell, mistakes);
        for (Mistake mistake : inOrder(mistakes)) {
            if (mistake == Mistake.LAST_GRADIENT_KEPT) {
                become(overwriting(), mistake);
            } else {
                become(lines.stream().map(line -> rewriting.of(line, mistake)).toList(), mistake);
            }
            changes.addAll(LoopChanges.of(cell, mistake));
        }
    }

    /** The backward pass of one step, as the mistakes have it. */
    public static List<Adjoint> adjoints(Cell cell, Set<Mistake> mistakes) {
        List<Adjoint> lines = new Mistakes(cell, mistakes).lines;
        return mistakes.contains(Mistake.INPUT_GRADIENT_FROM_WEIGHT_GRADIENT) ? inputLast(lines) : lines;
    }

    /** What the mistakes do to a cell's lines and to the loop around them; where several change a line, one by one. */
    public static List<Change> changes(Cell cell, Set<Mistake> mistakes) {
        return List.copyOf(new Mistakes(cell, mistakes).changes);
    }

    /** Those that change a line of a cell, or the loop around it. */
    public static Set<Mistake> possible(Cell cell) {
        Set<Mistake> possible = EnumSet.allOf(Mistake.class);
        possible.removeIf(mistake -> changes(cell, EnumSet.of(mistake)).isEmpty());
        return possible;
    }

    private void takeSlopes(Set<Mistake> mistakes) {
        ChainRule rule = ChainRule.EXACT;
        if (mistakes.contains(Mistake.SLOPE_AT_OUTPUT)) {
            rule = Slopes.atOutput(rule);
            become(cell.adjoints(rule), Mistake.SLOPE_AT_OUTPUT);
        }
        if (mistakes.contains(Mistake.SLOPE_AT_LAST_STEP)) {
            become(cell.adjoints(Slopes.atLastStep(rule, cell)), Mistake.SLOPE_AT_LAST_STEP);
        }
    }

    private void become(List<Adjoint> after, Mistake why) {
        for (int i = 0; i < lines.size(); i++) {
            if (!after.get(i).equals(lines.get(i))) {
                changes.add(change(lines.get(i), after.get(i), why));
            }
        }
        lines = after;
    }

    private static Change change(Adjoint before, Adjoint after, Mistake why) {
        return new Change(Cell.gradient(before.target()), Optional.of(before.toString()), after.toString(), why);
    }

    /** The first share of each parameter within a step takes the place of what was there. */
    private List<Adjoint> overwriting() {
        Set<String> seen = new HashSet<>();
        return lines.stream()
                .map(line -> cell.parameters().containsKey(line.target()) && seen.add(line.target())
                        ? new Adjoint(line.target(), line.share(), line.source(), Adjoint.Kind.OVERWRITING_USE)
                        : line)
                .toList();
    }

    /** The gradient of x, which no other line waits for, after those of the weights that it is made from. */
    private static List<Adjoint> inputLast(List<Adjoint> lines) {
        List<Adjoint> ordered = new ArrayList<>(lines);
        List<Adjoint> ofInput =
                lines.stream().filter(line -> line.target().equals(Cell.INPUT)).toList();
        ordered.removeIf(line -> line.target().equals(Cell.INPUT));
        ordered.addAll(ofInput);
        return List.copyOf(ordered);
    }

    private static Set<Mistake> inOrder(Set<Mistake> mistakes) {
        Set<Mistake> ordered = EnumSet.noneOf(Mistake.class);
        ordered.addAll(mistakes);
        return ordered;
    }
}
