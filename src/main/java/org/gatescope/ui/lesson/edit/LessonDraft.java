package org.gatescope.ui.lesson.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gatescope.lesson.Lesson;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.session.Session;

/**
 * A lesson as it is typed.
 *
 * @param steps at least one
 * @param at      the step that is edited, from 0
 * @param opening the session that it begins with
 */
record LessonDraft(String title, int minutes, List<String> goals, List<StepDraft> steps, int at, Session opening) {
    LessonDraft {
        goals = List.copyOf(goals);
        steps = List.copyOf(steps);
    }

    static LessonDraft of(OpenLesson open) {
        Lesson lesson = open.lesson();
        return new LessonDraft(
                lesson.title(),
                lesson.minutes(),
                lesson.goals(),
                lesson.steps().stream().map(StepDraft::of).toList(),
                open.at(),
                open.opening());
    }

    /** As a learner has it, with no answers yet. */
    OpenLesson open() {
        Lesson lesson = new Lesson(
                title, minutes, goals, steps.stream().map(StepDraft::step).toList());
        return new OpenLesson(lesson, at, Map.of(), opening);
    }

    StepDraft step() {
        return steps.get(at);
    }

    LessonDraft withTitle(String now) {
        return new LessonDraft(now, minutes, goals, steps, at, opening);
    }

    LessonDraft withMinutes(int now) {
        return new LessonDraft(title, now, goals, steps, at, opening);
    }

    LessonDraft withGoals(List<String> now) {
        return new LessonDraft(title, minutes, now, steps, at, opening);
    }

    LessonDraft at(int step) {
        return new LessonDraft(title, minutes, goals, steps, Math.clamp(step, 0, steps.size() - 1), opening);
    }

    /** With another session for this step, and for those that begin with the same. */
    LessonDraft withBegin(Session now) {
        for (int step = at; step >= 0; step--) {
            if (steps.get(step).start().isPresent()) {
                return at(step).change(draft -> draft.withStart(Optional.of(now)))
                        .at(at);
            }
        }
        return new LessonDraft(title, minutes, goals, steps, at, now);
    }

    LessonDraft change(UnaryOperator<StepDraft> how) {
        List<StepDraft> changed = new ArrayList<>(steps);
        changed.set(at, how.apply(step()));
        return new LessonDraft(title, minutes, goals, changed, at, opening);
    }

    /** With a step behind the one that is edited, which is edited then. */
    LessonDraft with(StepDraft step) {
        List<StepDraft> more = new ArrayList<>(steps);
        more.add(at + 1, step);
        return new LessonDraft(title, minutes, goals, more, at + 1, opening);
    }

    boolean canDelete() {
        return steps.size() > 1;
    }

    LessonDraft withoutStep() {
        List<StepDraft> fewer = new ArrayList<>(steps);
        fewer.remove(at);
        return new LessonDraft(title, minutes, goals, fewer, Math.min(at, fewer.size() - 1), opening);
    }

    boolean canMove(int by) {
        return at + by >= 0 && at + by < steps.size();
    }

    LessonDraft moved(int by) {
        List<StepDraft> moved = new ArrayList<>(steps);
        Collections.swap(moved, at, at + by);
        return new LessonDraft(title, minutes, goals, moved, at + by, opening);
    }
}
