package org.gatescope.picture;

/** A place, in pixels, y downwards. */
public record Point(double x, double y) {}
