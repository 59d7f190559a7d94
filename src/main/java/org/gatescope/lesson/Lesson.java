package org.gatescope.lesson;

import java.util.List;

/**
 * Steps of text and questions beside a session, each of which asks before it shows.
 *
 * @param minutes that it takes
 * @param goals   what one knows afterwards
 * @param steps   in their order; at least one
 */
public record Lesson(String title, int minutes, List<String> goals, List<LessonStep> steps) {
    /** @throws IllegalArgumentException without a step */
    public Lesson {
        goals = List.copyOf(goals);
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a lesson without a step");
        }
    }
}
