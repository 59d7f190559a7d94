package org.gatescope.ui.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.gatescope.format.figure.FigureTexts;
import org.gatescope.format.figure.FigureWidth;
import org.gatescope.format.figure.PdfPen;
import org.gatescope.format.figure.SvgPen;
import org.gatescope.picture.Contour;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Picture;
import org.gatescope.ui.paint.ScreenMeasure;
import org.gatescope.ui.paint.TextContours;

/** What kinds of files pictures of the window are written to. */
public enum FigureKind {
    PNG,
    SVG,
    PDF;

    /** The one that a file's name says. */
    public static Optional<FigureKind> of(String file) {
        return Stream.of(values())
                .filter(kind -> file.toLowerCase(Locale.ROOT).endsWith("." + kind.ending()))
                .findFirst();
    }

    /** Of names of such files. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Many programs leave out the fonts of an SVG file, none those of a PDF file. */
    public FigureTexts usualTexts() {
        return this == SVG ? FigureTexts.OUTLINES : FigureTexts.FONTS;
    }

    /**
     * The file of what a node of a scene shows, once it is laid out; a part of one as vectors without its buttons. On
     * JavaFX's thread.
     *
     * @param title for readers who hear it; PNG has none
     */
    public byte[] file(Node shown, String title, FigureWidth width, FigureTexts texts) {
        NodeImage.layOut(shown.getScene().getRoot());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(out, shown, title, width, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // into memory
        }
        return out.toByteArray();
    }

    private void write(ByteArrayOutputStream out, Node shown, String title, FigureWidth width, FigureTexts texts)
            throws IOException {
        Picture picture = SceneDrawing.of(shown, shown.getParent() == null);
        Measure measure = new ScreenMeasure();
        Contour.OfText contours = new TextContours();
        switch (this) {
            case PNG -> NodeImage.write(NodeImage.part(shown), out);
            case SVG ->
                out.writeBytes(SvgPen.write(picture, title, width, measure, contours, texts)
                        .getBytes(StandardCharsets.UTF_8));
            case PDF -> PdfPen.write(out, picture, title, width, measure, contours, texts);
        }
    }
}
