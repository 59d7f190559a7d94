package org.gatescope.session.debug;

/**
 * Where playing stopped.
 *
 * @param position how many operations are done there
 * @param reason   for people
 */
public record Stop(long position, Breakpoint breakpoint, String reason) {}
