package org.gatescope.ui.paint;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.gatescope.picture.Mosaic;
import org.gatescope.picture.Raster;

/** An image to write into, on the JavaFX thread. It grows as needed and is used again and again. */
final class Pixels {
    private PixelBuffer<IntBuffer> buffer = bufferOf(1, 1);
    private WritableImage image = new WritableImage(buffer);

    Image image() {
        return image;
    }

    /** One pixel for each colour. */
    void write(Raster raster) {
        require(raster.width(), raster.height());
        for (int row = 0; row < raster.height(); row++) {
            raster.copyRow(row, argb(), row * stride());
        }
        written(raster.width(), raster.height());
    }

    /** Just as many pixels as the screen shows: images that need no scaling are drawn ten times as fast. */
    void write(Mosaic mosaic) {
        Raster colours = mosaic.colours();
        int width = mosaic.right(colours.width() - 1);
        int height = mosaic.top(colours.height());
        require(width, height);
        int[] argb = argb();
        for (int row = 0; row < colours.height(); row++) {
            int from = mosaic.top(row) * stride();
            int end = mosaic.top(row + 1) * stride();
            Arrays.fill(argb, from, from + width, 0);
            for (int column = 0; column < colours.width(); column++) {
                Arrays.fill(argb, from + mosaic.left(column), from + mosaic.right(column), colours.argb(column, row));
            }
            for (int copy = from + stride(); copy < end; copy += stride()) {
                System.arraycopy(argb, from, argb, copy, width);
            }
        }
        written(width, height);
    }

    /** Makes room for at least so many pixels; what was written before is lost when it grows. */
    private void require(int width, int height) {
        if (width > buffer.getWidth() || height > buffer.getHeight()) {
            buffer = bufferOf(Math.max(width, buffer.getWidth()), Math.max(height, buffer.getHeight()));
            image = new WritableImage(buffer);
        }
    }

    /** The colours, row by row, {@link #stride()} apart. Opaque or wholly transparent: alpha is premultiplied. */
    private int[] argb() {
        return buffer.getBuffer().array();
    }

    private int stride() {
        return buffer.getWidth();
    }

    private void written(int width, int height) {
        buffer.updateBuffer(ignored -> new Rectangle2D(0, 0, width, height));
    }

    private static PixelBuffer<IntBuffer> bufferOf(int width, int height) {
        return new PixelBuffer<>(
                width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
    }
}
