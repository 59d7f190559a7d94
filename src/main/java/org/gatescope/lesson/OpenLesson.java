package org.gatescope.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatescope.session.Session;

/**
 * A lesson as somebody goes through it.
 *
 * @param at      the step that is shown, from 0
 * @param answers by step; an empty one where the answer was shown without
 * @param opening the session that it was opened with, whatever became of it since
 */
public record OpenLesson(Lesson lesson, int at, Map<Integer, String> answers, Session opening) {
    /** @throws IllegalArgumentException if the lesson has no such step, or an answer belongs to no question of it */
    public OpenLesson {
        answers = Map.copyOf(answers);
        if (at < 0 || at >= lesson.steps().size()) {
            throw new IllegalArgumentException("no step " + at);
        }
        for (int step : answers.keySet()) {
            if (step < 0
                    || step >= lesson.steps().size()
                    || lesson.steps().get(step).question().isEmpty()) {
                throw new IllegalArgumentException("no question " + step);
            }
        }
    }

    /** From its beginning. */
    public static OpenLesson of(Lesson lesson, Session opening) {
        return new OpenLesson(lesson, 0, Map.of(), opening);
    }

    /** The one that is shown. */
    public LessonStep step() {
        return lesson.steps().get(at);
    }

    /** The session that the step which is shown begins with. */
    public Session begin() {
        return lesson.steps().subList(0, at + 1).reversed().stream()
                .flatMap(step -> step.start().stream())
                .findFirst()
                .orElse(opening);
    }

    /** Whether the step that is shown asks for a change of the session. */
    public boolean asksForChange() {
        return step().question().filter(Goal.class::isInstance).isPresent();
    }

    /** What was answered to the step that is shown. */
    public Optional<String> answer() {
        return Optional.ofNullable(answers.get(at));
    }

    /** Whether the step that is shown asks nothing more. */
    public boolean isDone() {
        return step().question().isEmpty() || answer().isPresent();
    }

    public boolean isFirst() {
        return at == 0;
    }

    public boolean isLast() {
        return at == lesson.steps().size() - 1;
    }

    /** The same at another step; the first or the last where there is no such one. */
    public OpenLesson at(int step) {
        return new OpenLesson(lesson, Math.clamp(step, 0, lesson.steps().size() - 1), answers, opening);
    }

    /** With an answer to the step that is shown, which is kept. @throws IllegalStateException if it has one, or asks nothing */
    public OpenLesson answered(String answer) {
        if (isDone()) {
            throw new IllegalStateException("answered already");
        }
        Map<Integer, String> more = new TreeMap<>(answers);
        more.put(at, answer);
        return new OpenLesson(lesson, at, more, opening);
    }

    /** What the window should show, one after the other: what the step sets, and what its answer shows once there is one. */
    public List<Place> places() {
        return answer().isPresent() ? List.of(step().place(), step().shown()) : List.of(step().place());
    }
}
