package org.gatescope.ui.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.gatescope.picture.Picture;
import org.gatescope.ui.paint.CanvasPen;

/**
 * A picture of controls that no window shows. The headless platform's screen ends at 1000 × 1000, a scene without a
 * stage does not. It wears the theme that was applied last. On the JavaFX thread, save for {@link #write}.
 */
public final class NodeImage {
    private NodeImage() {}

    /** Lays the controls out at this size and takes their picture, one pixel a unit. */
    public static WritableImage of(Parent root, int width, int height) {
        return of(new Scene(root, width, height));
    }

    /** The scene as it is, at its own size. */
    public static WritableImage of(Scene scene) {
        layOut(scene.getRoot());
        return scene.snapshot(null);
    }

    /** @param density pixels along each of the picture's */
    static WritableImage of(Picture picture, int density) {
        Canvas canvas = new Canvas();
        new CanvasPen(canvas).show(picture, density);
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return canvas.snapshot(clear, null);
    }

    /** What is seen of a node of a scene that is laid out. */
    public static WritableImage part(Node shown) {
        if (shown.getScene().getWindow() == null) {
            keepNothing(shown);
        }
        Bounds place = shown.localToScene(shown.getLayoutBounds());
        WritableImage all = shown.getScene().snapshot(null);
        int left = (int) Math.clamp(Math.floor(place.getMinX()), 0, all.getWidth() - 1);
        int top = (int) Math.clamp(Math.floor(place.getMinY()), 0, all.getHeight() - 1);
        int width = (int) Math.clamp(Math.ceil(place.getWidth()), 1, all.getWidth() - left);
        int height = (int) Math.clamp(Math.ceil(place.getHeight()), 1, all.getHeight() - top);
        return new WritableImage(all.getPixelReader(), left, top, width, height);
    }

    /** What nodes of a scene show, one below the other, once they are laid out: as many pixels as they have units. */
    public static BufferedImage pixels(List<? extends Node> shown) {
        WritableImage seen = FigureKind.image(shown, FigureForm.USUAL);
        BufferedImage pixels =
                new BufferedImage((int) seen.getWidth(), (int) seen.getHeight(), BufferedImage.TYPE_INT_RGB);
        return SwingFXUtils.fromFXImage(seen, pixels);
    }

    /**
     * What scroll panes keep as pixels to scroll fast. JavaFX does not know that it is out of date where no window shows
     * them: the second picture would be the first again.
     */
    private static void keepNothing(Node node) {
        node.setCache(false);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(NodeImage::keepNothing);
        }
    }

    /** Writes a PNG file; an existing one is replaced. */
    public static void write(WritableImage image, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(image, out);
        }
    }

    /** Writes what a PNG file holds. */
    static void write(WritableImage image, OutputStream out) throws IOException {
        if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", out)) {
            throw new IOException("This Java has no writer for PNG");
        }
    }

    /** Twice: the first layout may bring forth nodes that need styles and places of their own. */
    public static void layOut(Parent root) {
        for (int pass = 0; pass < 2; pass++) {
            root.applyCss();
            root.layout();
        }
    }
}
