package org.gatescope.session;

/**
 * A run that is kept to be compared with the one that is shown.
 *
 * @param name that people know it by
 */
public record PinnedRun(String name, Run run) {}
