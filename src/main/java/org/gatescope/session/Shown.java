package org.gatescope.session;

/** What the views show: a run and a place in it. */
public record Shown(Run run, Playhead playhead) {}
