package org.gatescope.ui.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression.Name;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Session;

/**
 * The numbers of steps to be marked: the opened one and those that it is made from, as far as they are of the selected
 * sequence. Found when they change, not at each move of the playhead.
 *
 * @param byStep by their step
 */
public record MarkedNumbers(Map<Integer, List<OfStep>> byStep) {
    /** None. */
    public static final MarkedNumbers NONE = new MarkedNumbers(Map.of());

    /** What a selection marks. */
    public static MarkedNumbers of(Selection selection) {
        List<OfStep> found = new ArrayList<>();
        int sequence = selection.sequence().get();
        selection.lit().get().forEach(number -> {
            if (number instanceof OfStep of && of.row() == sequence) {
                found.add(of);
            }
        });
        if (selection.opened().get() instanceof OfStep of && of.row() == sequence) {
            found.add(of);
        }
        return of(found);
    }

    private static MarkedNumbers of(List<OfStep> numbers) {
        return new MarkedNumbers(numbers.stream().collect(Collectors.groupingBy(OfStep::step)));
    }

    /** With each state before a step also the same number as what it is after the step before. */
    public MarkedNumbers withStatesBefore(Session session) {
        List<OfStep> all = new ArrayList<>();
        byStep.values()
                .forEach(some -> some.forEach(number -> {
                    all.add(number);
                    session.part(number.part()).ifPresent(part -> {
                        if (number.node() instanceof Name(String name)
                                && part.layer().cell().states().contains(name)) {
                            int before = number.step() + (part.reversed() ? 1 : -1);
                            all.add(new OfStep(number.part(), Cell.after(name), before, number.row(), number.column()));
                        }
                    });
                }));
        return of(all);
    }

    /** Those of a part at a step. */
    public List<OfStep> at(String part, int step) {
        return byStep.getOrDefault(step, List.of()).stream()
                .filter(number -> number.part().equals(part))
                .toList();
    }
}
