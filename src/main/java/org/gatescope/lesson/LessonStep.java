package org.gatescope.lesson;

import java.util.Optional;
import java.util.Set;
import org.gatescope.session.Session;

/**
 * A step of a lesson. Texts have formulas between backticks, as {@code `h' = tanh(x @ Wx.h)`}, and links, as {@code [the
 * lanes](filled lanes)}: what stands in the parentheses is a {@link Place#link}.
 *
 * @param text     what is read first
 * @param place    what the window shows meanwhile
 * @param question that is to be answered before anything more is shown
 * @param reveal   what is read once it is answered; empty for nothing
 * @param shown    what the window shows then; the number that is opened there is taken apart
 * @param notes    for whoever speaks; empty for none
 * @param locks    what cannot be changed meanwhile
 * @param start    the session that it begins with, and the steps after it; empty for that of the step before
 */
public record LessonStep(
        String text,
        Place place,
        Optional<LessonQuestion> question,
        String reveal,
        Place shown,
        String notes,
        Set<Lock> locks,
        Optional<Session> start) {
    public LessonStep {
        locks = Set.copyOf(locks);
    }

    /** Begins with the session of the step before. */
    public LessonStep(
            String text,
            Place place,
            Optional<LessonQuestion> question,
            String reveal,
            Place shown,
            String notes,
            Set<Lock> locks) {
        this(text, place, question, reveal, shown, notes, locks, Optional.empty());
    }

    /** Without notes and locks. */
    public LessonStep(String text, Place place, Optional<LessonQuestion> question, String reveal, Place shown) {
        this(text, place, question, reveal, shown, "", Set.of());
    }
}
