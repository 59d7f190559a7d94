package org.gatescope.ui.transport;

/**
 * A stretch of playback.
 *
 * @param label for people
 * @param operations how many it has
 * @param colour style class that colours it: {@code forward}, {@code loss}, {@code backward} or {@code update}
 */
public record PlaybackPhase(String label, long operations, String colour) {}
