package org.gatescope.ui.window;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.session.Session;

/** Which lesson was open before and after another session was opened, so that undo and redo bring it with them. */
final class LessonHistory {
    /** As many are remembered. */
    private static final int MOST = 50;

    private final Deque<Border> borders = new ArrayDeque<>();

    /** Between two sessions that follow one another in the history; on the other side was another lesson, or none. */
    private static final class Border {
        private final Session before;
        private final Session after;
        private Optional<OpenLesson> beyond;

        Border(Session before, Session after, Optional<OpenLesson> beyond) {
            this.before = before;
            this.after = after;
            this.beyond = beyond;
        }

        @SuppressWarnings("ReferenceEquality") // the same instances, as the history has them
        boolean isCrossed(Session from, Session to) {
            return from == before && to == after || from == after && to == before;
        }
    }

    /** Another session was opened. @param left the lesson that was open until then */
    void opened(Session before, Session after, Optional<OpenLesson> left) {
        borders.addFirst(new Border(before, after, left));
        if (borders.size() > MOST) {
            borders.removeLast();
        }
    }

    /** What is open after undo or redo went from a session to another. @param now what was open until then */
    Optional<OpenLesson> went(Session from, Session to, Optional<OpenLesson> now) {
        for (Border border : borders) {
            if (border.isCrossed(from, to)) {
                Optional<OpenLesson> there = border.beyond;
                border.beyond = now;
                return there;
            }
        }
        return now;
    }
}
