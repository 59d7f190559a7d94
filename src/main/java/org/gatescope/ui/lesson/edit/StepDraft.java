package org.gatescope.ui.lesson.edit;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.lesson.LessonStep;
import org.gatescope.lesson.Lock;
import org.gatescope.lesson.Place;
import org.gatescope.session.Session;

/**
 * A step as it is typed.
 *
 * @param question empty where it asks nothing
 * @param asked    the question as it was when it could last be asked
 * @param start    the session that it begins with; empty for that of the step before
 */
record StepDraft(
        String text,
        Place place,
        Optional<QuestionDraft> question,
        Optional<LessonQuestion> asked,
        String reveal,
        Place shown,
        String notes,
        Set<Lock> locks,
        Optional<Session> start) {
    StepDraft {
        locks = Set.copyOf(locks);
    }

    static StepDraft of(LessonStep step) {
        return new StepDraft(
                step.text(),
                step.place(),
                step.question().map(QuestionDraft::of),
                step.question(),
                step.reveal(),
                step.shown(),
                step.notes(),
                step.locks(),
                step.start());
    }

    /** With nothing said yet, at a place. */
    static StepDraft at(Place place) {
        return of(new LessonStep("", place, Optional.empty(), "", place));
    }

    LessonStep step() {
        return new LessonStep(text, place, asked, reveal, shown, notes, locks, start);
    }

    StepDraft withText(String now) {
        return new StepDraft(now, place, question, asked, reveal, shown, notes, locks, start);
    }

    StepDraft withPlace(Place now) {
        return new StepDraft(text, now, question, asked, reveal, shown, notes, locks, start);
    }

    /** Without one nothing is asked. */
    StepDraft withQuestion(Optional<QuestionDraft> now) {
        return new StepDraft(
                text, place, now, now.isPresent() ? asked : Optional.empty(), reveal, shown, notes, locks, start);
    }

    StepDraft withAsked(LessonQuestion now) {
        return new StepDraft(text, place, question, Optional.of(now), reveal, shown, notes, locks, start);
    }

    StepDraft withReveal(String now) {
        return new StepDraft(text, place, question, asked, now, shown, notes, locks, start);
    }

    StepDraft withShown(Place now) {
        return new StepDraft(text, place, question, asked, reveal, now, notes, locks, start);
    }

    StepDraft withStart(Optional<Session> now) {
        return new StepDraft(text, place, question, asked, reveal, shown, notes, locks, now);
    }

    StepDraft withNotes(String now) {
        return new StepDraft(text, place, question, asked, reveal, shown, now, locks, start);
    }

    StepDraft withLock(Lock lock, boolean isOn) {
        Set<Lock> now = EnumSet.noneOf(Lock.class);
        now.addAll(locks);
        if (isOn) {
            now.add(lock);
        } else {
            now.remove(lock);
        }
        return new StepDraft(text, place, question, asked, reveal, shown, notes, now, start);
    }
}
