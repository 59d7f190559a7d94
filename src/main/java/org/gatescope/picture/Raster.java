package org.gatescope.picture;

import java.util.function.IntBinaryOperator;

/**
 * Colours in columns and rows, one for each number. It never changes, so that what draws it may keep an image of it.
 * Colours are opaque or, as 0, wholly transparent.
 */
public final class Raster {
    private final int width;
    private final int height;
    private final int[] argb;

    private Raster(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /** @param colour of column and row, as {@link Rgb#argb} */
    public static Raster of(int width, int height, IntBinaryOperator colour) {
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = colour.applyAsInt(x, y);
            }
        }
        return new Raster(width, height, argb);
    }

    /** All colours of a palette in one row, from low to high. */
    public static Raster of(Palette palette) {
        return of(Palette.SIZE, 1, (x, y) -> palette.argb(x));
    }

    /** How many colours stand in a row. */
    public int width() {
        return width;
    }

    /** How many rows there are. */
    public int height() {
        return height;
    }

    /** @return as {@link Rgb#argb} */
    public int argb(int column, int row) {
        return argb[row * width + column];
    }

    /** Writes a row's colours into an array, from an index on. */
    public void copyRow(int row, int[] into, int from) {
        System.arraycopy(argb, row * width, into, from, width);
    }
}
