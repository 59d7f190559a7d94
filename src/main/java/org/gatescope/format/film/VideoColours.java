package org.gatescope.format.film;

import java.awt.image.BufferedImage;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;

/**
 * Pixels as videos have them: brightness from 16 to 235 for each, two differences of colour from 16 to 240 for four of them
 * (ITU-R BT.709-6, items 3 and 4).
 */
final class VideoColours {
    private static final double RED = 0.2126;
    private static final double GREEN = 0.7152;
    private static final double BLUE = 0.0722;
    /** The codec's bytes are signed. */
    private static final int ZERO = 128;

    private VideoColours() {}

    /** Rows and columns of a picture are even. */
    static Picture of(BufferedImage image) {
        int width = image.getWidth() / 2 * 2;
        int height = image.getHeight() / 2 * 2;
        Picture picture = Picture.create(width, height, ColorSpace.YUV420J);
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        for (int y = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2) {
                square(picture, pixels, width, x, y);
            }
        }
        return picture;
    }

    /** Two by two pixels. */
    private static void square(Picture picture, int[] pixels, int width, int x, int y) {
        double blueness = 0;
        double redness = 0;
        for (int k = 0; k < 4; k++) {
            int at = (y + k / 2) * width + x + k % 2;
            double red = (pixels[at] >> 16 & 0xff) / 255.0;
            double green = (pixels[at] >> 8 & 0xff) / 255.0;
            double blue = (pixels[at] & 0xff) / 255.0;
            double brightness = RED * red + GREEN * green + BLUE * blue;
            picture.getPlaneData(0)[at] = level(16 + 219 * brightness);
            blueness += (blue - brightness) / (2 * (1 - BLUE)) / 4;
            redness += (red - brightness) / (2 * (1 - RED)) / 4;
        }
        int at = y / 2 * (width / 2) + x / 2;
        picture.getPlaneData(1)[at] = level(ZERO + 224 * blueness);
        picture.getPlaneData(2)[at] = level(ZERO + 224 * redness);
    }

    private static byte level(double value) {
        return (byte) (Math.round(value) - ZERO);
    }
}
