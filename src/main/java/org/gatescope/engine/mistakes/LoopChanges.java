package org.gatescope.engine.mistakes;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gatescope.cell.Cell;

/** What mistakes change around the lines of a step, written like lines; {@code [n, t]} is step t of sequence n. */
final class LoopChanges {
    private LoopChanges() {}

    static List<Change> of(Cell cell, Mistake mistake) {
        return switch (mistake) {
            case FIRST_STEP_ONLY -> List.of(change("t", " = ", "0 … T-1", "0", mistake));
            case STEP_COUNTER_STUCK ->
                List.of(new Change("d.x", Optional.of("d.x[t] = d.x"), "d.x[T-1-t] = d.x", mistake));
            case UPDATE_WITHIN_LOOP ->
                cell.parameters().keySet().stream()
                        .map(name -> new Change(
                                name,
                                Optional.empty(),
                                name + " = " + name + " - rate * " + Cell.gradient(name),
                                mistake))
                        .toList();
            case STATE_NOT_RESET ->
                each(cell.states(), mistake, "[n, 0] = ", s -> s + "0[n]", s -> Cell.after(s) + "[n-1, T-1]");
            case GRADIENTS_NOT_ZEROED ->
                each(
                        cell.parameters().keySet().stream().map(Cell::gradient).toList(),
                        mistake,
                        " = ",
                        gradient -> "0",
                        gradient -> gradient + "[update-1]");
            default -> List.of();
        };
    }

    private static List<Change> each(
            Collection<String> names,
            Mistake mistake,
            String equals,
            UnaryOperator<String> before,
            UnaryOperator<String> after) {
        return names.stream()
                .map(name -> change(name, equals, before.apply(name), after.apply(name), mistake))
                .toList();
    }

    /** @param equals stands between the target and what it is set to */
    private static Change change(String target, String equals, String before, String after, Mistake mistake) {
        return new Change(target, Optional.of(target + equals + before), target + equals + after, mistake);
    }
}
