package org.gatescope.ui.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import org.gatescope.format.figure.FigureTexts;
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
     * The file of what nodes of a scene show, one below the other, once they are laid out; without their buttons, unless it
     * is all of a scene. On JavaFX's thread.
     *
     * @param title for readers who hear it; PNG has none
     */
    public byte[] file(List<? extends Node> shown, String title, FigureForm form) {
        layOut(shown);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(out, shown, title, form);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // into memory
        }
        return out.toByteArray();
    }

    private void write(ByteArrayOutputStream out, List<? extends Node> shown, String title, FigureForm form)
            throws IOException {
        FigureTexts texts = form.texts().orElseGet(this::usualTexts);
        Measure measure = new ScreenMeasure();
        Contour.OfText contours = new TextContours();
        switch (this) {
            case PNG -> NodeImage.write(pixels(shown, form.density()), out);
            case SVG ->
                out.writeBytes(SvgPen.write(drawing(shown), title, form.width(), measure, contours, texts)
                        .getBytes(StandardCharsets.UTF_8));
            case PDF -> PdfPen.write(out, drawing(shown), title, form.width(), measure, contours, texts);
        }
    }

    /** The pixels of what nodes of a scene show, once they are laid out. On JavaFX's thread. */
    public static WritableImage image(List<? extends Node> shown, FigureForm form) {
        layOut(shown);
        return pixels(shown, form.density());
    }

    private static void layOut(List<? extends Node> shown) {
        NodeImage.layOut(shown.getFirst().getScene().getRoot());
    }

    /** The pixels of the screen are those that everybody sees; of a part, or with more of them, it is drawn anew. */
    private static WritableImage pixels(List<? extends Node> shown, int density) {
        return density == 1 && isAll(shown) ? NodeImage.part(shown.getFirst()) : NodeImage.of(drawing(shown), density);
    }

    private static boolean isAll(List<? extends Node> shown) {
        return shown.getFirst().getParent() == null;
    }

    private static Picture drawing(List<? extends Node> shown) {
        return SceneDrawing.of(shown, isAll(shown));
    }
}
