package org.gatescope.picture;

/**
 * Letters of one size in a row, as part of a formula.
 *
 * @param size   of the letters, in pixels
 * @param x      their left end
 * @param y      their baseline; 0 is that of the formula's first line, y goes downwards
 * @param width  in pixels
 * @param line   of the formula, from 0
 * @param marked whether they belong to a part that is to stand out
 */
public record GlyphRun(
        String text, Typeface face, double size, double x, double y, double width, int line, boolean marked) {
    GlyphRun moved(double byX, double byY, int toLine) {
        return new GlyphRun(text, face, size, x + byX, y + byY, width, toLine, marked);
    }
}
