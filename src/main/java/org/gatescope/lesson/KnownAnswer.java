package org.gatescope.lesson;

/**
 * An answer that stems from a known mistake.
 *
 * @param answer   a word among those that can be chosen; of a number, what the mistake makes of it, as a {@link Reckoning}
 * @param sentence that says how one comes to it
 */
public record KnownAnswer(String answer, String sentence) {}
