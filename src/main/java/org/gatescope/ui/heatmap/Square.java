package org.gatescope.ui.heatmap;

/** One number of one lane. */
public record Square(String lane, int t, int unit) {}
