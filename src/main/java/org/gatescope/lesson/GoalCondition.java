package org.gatescope.lesson;

import java.util.OptionalDouble;
import org.gatescope.session.Run;

/**
 * What has to hold in a run: a number is as another.
 *
 * @param says      it in words: of a goal what is to be reached, of a known attempt what it means
 * @param tolerance how far two numbers may be from each other to count as equal
 */
public record GoalCondition(String says, Reckoning number, Relation relation, Reckoning than, double tolerance) {
    /** How one number is to another. */
    public enum Relation {
        SMALLER,
        EQUAL,
        LARGER
    }

    /** Whether it holds; not where the run lacks a number of it. */
    public boolean holds(Run run) {
        return holds(number.in(run), than.in(run));
    }

    boolean holds(OptionalDouble number, OptionalDouble than) {
        if (number.isEmpty() || than.isEmpty()) {
            return false;
        }
        double over = number.getAsDouble() - than.getAsDouble();
        return switch (relation) {
            case SMALLER -> over < -tolerance;
            case EQUAL -> Math.abs(over) <= tolerance * (1 + 1e-9);
            case LARGER -> over > tolerance;
        };
    }
}
