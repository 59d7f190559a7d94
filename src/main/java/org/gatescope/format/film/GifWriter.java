package org.gatescope.format.film;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A GIF that runs round and round. Of each frame only what differs from the one before is written, in 256 colours of its own
 * and without a raster, which would blur texts (GIF89a).
 */
final class GifWriter implements FilmWriter {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    /** Of whatever is drawn next: over what is there. */
    private static final String KEPT = "doNotDispose";

    private final UnfinishedFile file;
    private final ImageOutputStream out;
    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();

    @Nullable private BufferedImage last;

    GifWriter(Path target) throws IOException {
        file = UnfinishedFile.of(target);
        out = ImageIO.createImageOutputStream(file.scratch().toFile());
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    @Override
    public void add(BufferedImage frame, int duration) throws IOException {
        Rectangle changed = last == null
                ? new Rectangle(frame.getWidth(), frame.getHeight())
                : Changes.between(last, frame).orElse(new Rectangle(1, 1));
        BufferedImage part = FewColours.indexed(frame.getSubimage(changed.x, changed.y, changed.width, changed.height));
        writer.writeToSequence(new IIOImage(part, null, described(part, changed, duration)), null);
        last = Changes.copy(frame);
    }

    private IIOMetadata described(BufferedImage part, Rectangle place, int duration) throws IIOInvalidTreeException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(part), null);
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(node(
                "ImageDescriptor",
                "imageLeftPosition",
                place.x,
                "imageTopPosition",
                place.y,
                "imageWidth",
                place.width,
                "imageHeight",
                place.height,
                "interlaceFlag",
                "FALSE"));
        root.appendChild(node(
                "GraphicControlExtension",
                "disposalMethod",
                KEPT,
                "userInputFlag",
                "FALSE",
                "transparentColorFlag",
                "FALSE",
                "delayTime",
                duration,
                "transparentColorIndex",
                0));
        if (last == null) {
            root.appendChild(endless());
        }
        metadata.mergeTree(FORMAT, root);
        return metadata;
    }

    /** NETSCAPE's extension that every reader of GIFs knows: again and again. */
    private static IIOMetadataNode endless() {
        IIOMetadataNode extension =
                node("ApplicationExtension", "applicationID", "NETSCAPE", "authenticationCode", "2.0");
        extension.setUserObject(new byte[] {1, 0, 0});
        IIOMetadataNode all = new IIOMetadataNode("ApplicationExtensions");
        all.appendChild(extension);
        return all;
    }

    private static IIOMetadataNode node(String name, Object... attributes) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        for (int i = 0; i < attributes.length; i += 2) {
            node.setAttribute(attributes[i].toString(), attributes[i + 1].toString());
        }
        return node;
    }

    @Override
    public long bytes() throws IOException {
        return out.getStreamPosition();
    }

    @Override
    public long finish() throws IOException {
        writer.endWriteSequence();
        out.close();
        return file.finish();
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        try (out) {
            // also where it was not finished
        } catch (IOException e) {
            // it is closed already
        }
        file.drop();
    }
}
