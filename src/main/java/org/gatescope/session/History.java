package org.gatescope.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Earlier sessions and undone ones. A step is one gesture; a new step clears what was undone. */
final class History {
    /** Most steps that are remembered; beyond, the oldest are forgotten. */
    private static final int LONGEST = 500;

    /**
     * A session and the change that led to it.
     *
     * @param label   in words
     * @param gesture what the next change goes on with, if it is of the same gesture; null for a change of its own
     */
    record Step(Session session, String label, @Nullable Object gesture) {}

    private final List<Step> steps;
    private final int present;

    private History(List<Step> steps, int present) {
        this.steps = steps;
        this.present = present;
    }

    static History of(Session session) {
        return new History(List.of(new Step(session, "", null)), 0);
    }

    Session session() {
        return steps.get(present).session();
    }

    History with(Session session, String label) {
        return with(new Step(session, label, null), present + 1);
    }

    /** All changes of one gesture, a drag or a training, are one step. One that came back to where it began is none. */
    @SuppressWarnings("ReferenceEquality") // the same instance
    History with(Session session, String label, Object gesture) {
        boolean goesOn = steps.get(present).gesture() == gesture;
        if (goesOn && present > 0 && steps.get(present - 1).session().equals(session)) {
            return new History(List.copyOf(steps.subList(0, present)), present - 1);
        }
        return with(new Step(session, label, gesture), goesOn ? present : present + 1);
    }

    private History with(Step step, int before) {
        List<Step> kept = new ArrayList<>(steps.subList(Math.max(0, before + 1 - LONGEST), before));
        kept.add(step);
        return new History(List.copyOf(kept), kept.size() - 1);
    }

    /** True if the present step is a gesture's, or for null a change of its own. */
    @SuppressWarnings("ReferenceEquality") // the same instance
    boolean endsWith(@Nullable Object gesture) {
        return steps.get(present).gesture() == gesture;
    }

    /** What undo would take back. */
    Optional<String> undoLabel() {
        return present > 0 ? Optional.of(steps.get(present).label()) : Optional.empty();
    }

    /** What redo would do again. */
    Optional<String> redoLabel() {
        return present + 1 < steps.size() ? Optional.of(steps.get(present + 1).label()) : Optional.empty();
    }

    History undo() {
        return new History(steps, Math.max(0, present - 1));
    }

    /**
     * To the step of a session, earlier or undone, the nearest first. One that is not remembered, as its gesture has gone
     * on since, takes the place of the present step.
     */
    History backTo(Session session) {
        for (int distance = 0; distance < steps.size(); distance++) {
            if (isAt(present - distance, session)) {
                return new History(steps, present - distance);
            }
            if (isAt(present + distance, session)) {
                return new History(steps, present + distance);
            }
        }
        Step now = steps.get(present);
        List<Step> changed = new ArrayList<>(steps);
        changed.set(present, new Step(session, now.label(), now.gesture()));
        return new History(List.copyOf(changed), present);
    }

    @SuppressWarnings("ReferenceEquality") // the same instance, not one that is alike
    private boolean isAt(int place, Session session) {
        return place >= 0 && place < steps.size() && steps.get(place).session() == session;
    }

    History redo() {
        return new History(steps, Math.min(steps.size() - 1, present + 1));
    }
}
