package org.gatescope.picture.lane;

/** One number of one lane. */
public record Square(String lane, int t, int unit) {}
