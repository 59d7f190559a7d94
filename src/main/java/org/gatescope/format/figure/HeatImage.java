package org.gatescope.format.figure;

import java.awt.image.BufferedImage;
import org.gatescope.picture.Box;
import org.gatescope.picture.Mosaic;
import org.gatescope.picture.Raster;

/**
 * HeatSquares of colours as an image, each of them a whole number of pixels wide and high, so that a reader that smooths images
 * leaves their edges sharp.
 */
record HeatImage(BufferedImage image) {
    /** Above that an image takes less room than rectangles. */
    private static final int MOST_SQUARES = 2000;

    /** In pixels. Below that, smoothed edges of rectangles would show more than their colours. */
    private static final double LEAST_SIDE = 2;

    /** Of an image, so that a long run needs no more than some megabytes. */
    private static final int MOST_PIXELS = 4_000_000;

    /** For each pixel of the picture, where there is room. */
    private static final int FINEST = 4;

    /** The colour alone: readers that shrink an image mix what is unseen with what is beside it, and black would be seen. */
    private static final int UNSEEN = 0x00FFFFFF;

    /** Whether squares are put into an image; if not, each is a rectangle of its own. */
    static boolean isBetterFor(Box place, Raster raster) {
        return (long) raster.width() * raster.height() > MOST_SQUARES
                || place.width() < LEAST_SIDE * raster.width()
                || place.height() < LEAST_SIDE * raster.height();
    }

    /** Likewise for the columns from one up to another. */
    static boolean isBetterFor(Mosaic mosaic, int from, int to) {
        return (long) (to - from) * mosaic.colours().height() > MOST_SQUARES;
    }

    static HeatImage of(Box place, Raster raster) {
        int wanted =
                (int) Math.ceil(FINEST * Math.max(place.width() / raster.width(), place.height() / raster.height()));
        int most = (int) Math.sqrt(MOST_PIXELS / ((double) raster.width() * raster.height()));
        int scale = Math.clamp(wanted, 1, Math.max(1, most));
        BufferedImage image = empty(raster.width() * scale, raster.height() * scale);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, raster.argb(x / scale, y / scale));
            }
        }
        return new HeatImage(image);
    }

    /** Of the columns from one up to another. */
    static HeatImage of(Mosaic mosaic, int from, int to) {
        int left = mosaic.left(from);
        int width = mosaic.right(to - 1) - left;
        int height = mosaic.top(mosaic.colours().height());
        int scale = Math.clamp((int) Math.sqrt(MOST_PIXELS / ((double) width * height)), 1, 2);
        BufferedImage image = empty(width * scale, height * scale);
        for (int column = from; column < to; column++) {
            for (int row = 0; row < mosaic.colours().height(); row++) {
                int argb = mosaic.colours().argb(column, row);
                int end = (mosaic.right(column) - left) * scale;
                int next = column + 1 < to ? (mosaic.left(column + 1) - left) * scale : end;
                for (int y = mosaic.top(row) * scale; y < mosaic.top(row + 1) * scale; y++) {
                    for (int x = (mosaic.left(column) - left) * scale; x < next; x++) {
                        image.setRGB(x, y, x < end ? argb : argb & UNSEEN);
                    }
                }
            }
        }
        return new HeatImage(image);
    }

    private static BufferedImage empty(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }
}
