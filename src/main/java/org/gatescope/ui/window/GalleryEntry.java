package org.gatescope.ui.window;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.ExampleGroup;
import org.gatescope.lesson.FinishedLesson;
import org.gatescope.lesson.Task;
import org.gatescope.session.Session;

/**
 * What the gallery offers.
 *
 * @param id      of its button
 * @param purpose what it shows, in a line
 * @param session as it would be opened
 * @param open    opens it
 */
record GalleryEntry(
        ExampleGroup group, String id, String title, String purpose, Supplier<Session> session, Runnable open) {
    /** By id: what comes along is the same in every window. */
    private static final Map<String, Glimpse> GLIMPSES = new ConcurrentHashMap<>();

    static GalleryEntry of(Example example, Runnable open) {
        return new GalleryEntry(
                example.group(), "example-" + example.id(), example.title(), example.purpose(), example::session, open);
    }

    static GalleryEntry of(ExampleGroup group, Task task, Runnable open) {
        return new GalleryEntry(
                group, "gallery-task-" + task.id(), task.title(), task.purpose(), () -> task.session(1), open);
    }

    static GalleryEntry of(ExampleGroup group, FinishedLesson lesson, Runnable open) {
        return new GalleryEntry(
                group,
                "gallery-lesson-" + lesson.id(),
                lesson.title(),
                lesson.purpose(),
                () -> LessonController.saved(lesson).session(),
                open);
    }

    /** What its picture shows. At first it takes its time. */
    Glimpse glimpse() {
        return GLIMPSES.computeIfAbsent(id, key -> Glimpse.of(session.get()));
    }
}
