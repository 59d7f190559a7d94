package org.gatescope.ui.paint;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** An image to write into. It grows as needed and is used again and again. */
public final class Pixels {
    private int width;
    private int height;
    private PixelBuffer<IntBuffer> buffer = bufferOf(1, 1);
    private WritableImage image = new WritableImage(buffer);

    /** Makes room for at least so many pixels; what was written before is lost when it grows. */
    public void require(int newWidth, int newHeight) {
        if (newWidth > buffer.getWidth() || newHeight > buffer.getHeight()) {
            buffer = bufferOf(Math.max(newWidth, buffer.getWidth()), Math.max(newHeight, buffer.getHeight()));
            image = new WritableImage(buffer);
        }
        width = newWidth;
        height = newHeight;
    }

    /** The colours, row by row, {@link #stride()} apart. Opaque or wholly transparent: alpha is premultiplied. */
    public int[] argb() {
        return buffer.getBuffer().array();
    }

    /** From one row to the next in {@link #argb()}. */
    public int stride() {
        return buffer.getWidth();
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Call after writing, on the JavaFX thread: shows the pixels. */
    public void written() {
        if (width > 0 && height > 0) {
            buffer.updateBuffer(ignored -> new Rectangle2D(0, 0, width, height));
        }
    }

    Image image() {
        return image;
    }

    private static PixelBuffer<IntBuffer> bufferOf(int width, int height) {
        return new PixelBuffer<>(
                width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
    }
}
