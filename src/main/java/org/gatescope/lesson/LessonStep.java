package org.gatescope.lesson;

import java.util.Optional;
import java.util.Set;

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
 */
public record LessonStep(
        String text,
        Place place,
        Optional<LessonQuestion> question,
        String reveal,
        Place shown,
        String notes,
        Set<Lock> locks) {
    public LessonStep {
        locks = Set.copyOf(locks);
    }

    /** Without notes and locks. */
    public LessonStep(String text, Place place, Optional<LessonQuestion> question, String reveal, Place shown) {
        this(text, place, question, reveal, shown, "", Set.of());
    }
}
