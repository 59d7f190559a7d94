package org.gatescope.format.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.debug.Breakpoint;
import org.gatescope.session.debug.Watch;

/**
 * What a session file holds.
 *
 * @param position of the playhead: operations that are done, from 0 to the length of the session's schedule
 * @param view     what the panels show, by keys that the window knows; what it does not know it leaves alone
 * @param lesson   that goes with it, and the answers that were given
 */
public record SavedSession(
        Session session,
        long position,
        List<Breakpoint> breakpoints,
        List<Watch> watches,
        Map<String, String> view,
        Optional<OpenLesson> lesson) {
    /** @throws IllegalArgumentException if the position lies outside of the run */
    public SavedSession {
        breakpoints = List.copyOf(breakpoints);
        watches = List.copyOf(watches);
        view = Map.copyOf(view);
        if (position < 0 || position > Schedule.of(session).length()) {
            throw new IllegalArgumentException("no place " + position);
        }
    }

    /** Without a lesson. */
    public SavedSession(
            Session session,
            long position,
            List<Breakpoint> breakpoints,
            List<Watch> watches,
            Map<String, String> view) {
        this(session, position, breakpoints, watches, view, Optional.empty());
    }

    /** The same under another title. */
    public SavedSession withTitle(String title) {
        return new SavedSession(session.withTitle(title), position, breakpoints, watches, view, lesson);
    }

    /** As a lesson is handed out: at its first step, without answers, and without what its window showed. */
    public SavedSession handedOut() {
        return lesson.map(open -> OpenLesson.of(open.lesson(), open.opening()))
                .map(open -> new SavedSession(
                        open.begin(),
                        Math.min(
                                open.step().place().position().orElse(0),
                                Schedule.of(open.begin()).length()),
                        breakpoints,
                        watches,
                        Map.of(),
                        Optional.of(open)))
                .orElse(this);
    }

    /** A session alone, played to its end. */
    public static SavedSession of(Session session) {
        return new SavedSession(session, Schedule.of(session).length(), List.of(), List.of(), Map.of());
    }
}
