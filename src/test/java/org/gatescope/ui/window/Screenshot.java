package org.gatescope.ui.window;

import java.util.Arrays;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** What a picture shows, comparable pixel by pixel. */
public record Screenshot(int width, int height, int[] argb) {
    static Screenshot of(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Screenshot(width, height, argb);
    }

    /** The columns of pixels from one up to, but without, another. */
    public Screenshot columns(int from, int to) {
        int[] part = new int[(to - from) * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(argb, y * width + from, part, y * (to - from), to - from);
        }
        return new Screenshot(to - from, height, part);
    }

    public Color at(double x, double y) {
        int pixel = argb[(int) y * width + (int) x];
        return Color.rgb(pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff);
    }

    /** How many pixels have this colour. */
    public long count(Color colour) {
        int wanted = 0xff000000
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
        return Arrays.stream(argb).filter(pixel -> pixel == wanted).count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Screenshot seen && width == seen.width && Arrays.equals(argb, seen.argb);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(argb);
    }

    @Override
    public String toString() {
        return width + " × " + height + " #" + Integer.toHexString(hashCode());
    }
}
