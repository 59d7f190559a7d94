package org.gatescope.ui.timeline;

/**
 * A stretch of playback.
 *
 * @param label for people
 * @param operations how many it has
 * @param colour style class that colours it: {@code forward}, {@code loss}, {@code backward} or {@code update}
 */
public record Phase(String label, int operations, String colour) {}
