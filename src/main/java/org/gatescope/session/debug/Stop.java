package org.gatescope.session.debug;

/**
 * Where playing stopped.
 *
 * @param position how many operations are done there
 */
public record Stop(long position, Breakpoint breakpoint) {}
