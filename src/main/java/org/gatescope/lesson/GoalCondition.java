package org.gatescope.lesson;

import java.util.OptionalDouble;
import org.gatescope.session.Run;
import org.gatescope.session.Session;

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

    /** Whether it holds; not where the run lacks a number of it. @param begin what the run's session was made from */
    public boolean holds(Run run, Session begin) {
        OptionalDouble left = number.in(run, begin);
        OptionalDouble right = than.in(run, begin);
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        double over = left.getAsDouble() - right.getAsDouble();
        return switch (relation) {
            case SMALLER -> over < -tolerance;
            case EQUAL -> Math.abs(over) <= tolerance * (1 + 1e-9);
            case LARGER -> over > tolerance;
        };
    }
}
