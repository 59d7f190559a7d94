package org.gatescope.picture;

/**
 * How a text is set.
 *
 * @param size in pixels
 */
public record Lettering(Typeface face, double size, Rgb colour, Anchor anchor) {}
