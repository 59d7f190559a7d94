package org.gatescope.format.figure;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.gatescope.picture.Box;
import org.gatescope.picture.Contour;
import org.gatescope.picture.Contour.Segment;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Mosaic;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Typeface;

/** Writes PDF: lines and areas as such, large heatmaps as one image each. */
public final class PdfPen implements Pen {
    /** Of the quarter of a circle as a cubic curve: how far its controls are from its ends, for a radius of 1. */
    private static final double QUARTER = 0.5522847498;

    private final PDDocument document;
    private final PDPageContentStream out;
    private final Measure measure;
    private final Contour.OfText contours;
    private final FigureTexts texts;
    private final Map<Typeface, PDFont> fonts;
    private final Map<Double, PDExtendedGraphicsState> opacities = new HashMap<>();

    private PdfPen(
            PDDocument document,
            PDPageContentStream out,
            Measure measure,
            Contour.OfText contours,
            FigureTexts texts,
            Map<Typeface, PDFont> fonts) {
        this.document = document;
        this.out = out;
        this.fonts = fonts;
        this.measure = measure;
        this.contours = contours;
        this.texts = texts;
    }

    /**
     * Writes a picture as a PDF file.
     *
     * @param title of the document
     * @param width of the page; its height follows
     */
    public static void write(
            OutputStream to,
            Picture picture,
            String title,
            FigureWidth width,
            Measure measure,
            Contour.OfText contours,
            FigureTexts texts)
            throws IOException {
        float scale = (float) width.points(picture);
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(title);
            float height = (float) picture.height() * scale;
            PDPage page = new PDPage(new PDRectangle((float) picture.width() * scale, height));
            document.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                out.transform(new Matrix(scale, 0, 0, -scale, 0, height)); // y downwards
                picture.draw(new PdfPen(document, out, measure, contours, texts, new EnumMap<>(Typeface.class)));
            }
            document.save(to);
        }
    }

    /**
     * Writes pages with real texts. The same pages make the same bytes.
     *
     * @param pages of which a pixel is a point
     */
    public static void write(
            OutputStream to, List<? extends Picture> pages, String title, Measure measure, Contour.OfText contours)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(title);
            document.setDocumentId((long) pages.size()); // otherwise the time of day
            Map<Typeface, PDFont> fonts = new EnumMap<>(Typeface.class);
            for (Picture picture : pages) {
                float height = (float) picture.height();
                PDPage page = new PDPage(new PDRectangle((float) picture.width(), height));
                document.addPage(page);
                try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                    out.transform(new Matrix(1, 0, 0, -1, 0, height)); // y downwards
                    picture.draw(new PdfPen(document, out, measure, contours, FigureTexts.FONTS, fonts));
                }
            }
            document.save(to);
        }
    }

    /** A step of drawing: the stream into memory fails as files do. */
    private interface Drawing {
        void draw() throws IOException;
    }

    private static void draw(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Measure measure() {
        return measure;
    }

    @Override
    public void fill(Box box, Rgb colour) {
        draw(() -> {
            ink(colour);
            rectangle(box);
            out.fill();
        });
    }

    @Override
    public void frame(Box box, Rgb colour) {
        draw(() -> {
            line(colour, 1);
            rectangle(box.inset(0.5));
            out.stroke();
        });
    }

    @Override
    public void dashedFrame(Box box, Rgb colour, double width, double dash, double gap) {
        draw(() -> {
            line(colour, width);
            out.setLineDashPattern(new float[] {(float) dash, (float) gap}, 0);
            rectangle(box);
            out.stroke();
            out.setLineDashPattern(new float[0], 0);
        });
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Rgb colour) {
        draw(() -> {
            line(colour, 1);
            out.setLineCapStyle(2);
            out.moveTo((float) fromX, (float) fromY);
            out.lineTo((float) toX, (float) toY);
            out.stroke();
            out.setLineCapStyle(0);
        });
    }

    @Override
    public void text(double x, double baseline, String text, Lettering lettering) {
        if (text.isBlank()) {
            return;
        }
        double left = lettering.left(x, text, measure);
        Typeface face = lettering.face();
        if (texts == FigureTexts.OUTLINES || !FontFiles.cover(face, text)) {
            contour(left, baseline, contours.text(text, face, lettering.size()), lettering.colour());
            return;
        }
        draw(() -> {
            ink(lettering.colour());
            out.beginText();
            out.setFont(font(face), (float) lettering.size());
            out.setTextMatrix(new Matrix(1, 0, 0, -1, (float) left, (float) baseline));
            out.showText(text);
            out.endText();
        });
    }

    @Override
    public void contour(double x, double y, Contour contour, Rgb colour) {
        draw(() -> {
            ink(colour);
            path(contour, x, y);
            out.fill();
        });
    }

    private PDFont font(Typeface face) throws IOException {
        PDFont known = fonts.get(face);
        if (known == null) {
            known = PDType0Font.load(document, new ByteArrayInputStream(face.font()), true);
            fonts.put(face, known);
        }
        return known;
    }

    private void path(Contour contour, double x, double y) throws IOException {
        double atX = 0;
        double atY = 0;
        for (Segment segment : contour.segments()) {
            switch (segment) {
                case Segment.Move to -> {
                    out.moveTo((float) (x + to.x()), (float) (y + to.y()));
                    atX = to.x();
                    atY = to.y();
                }
                case Segment.Line to -> {
                    out.lineTo((float) (x + to.x()), (float) (y + to.y()));
                    atX = to.x();
                    atY = to.y();
                }
                case Segment.Quadratic to -> {
                    curve(x, y, cubic(atX, atY, to));
                    atX = to.x();
                    atY = to.y();
                }
                case Segment.Cubic to -> {
                    curve(x, y, to);
                    atX = to.x();
                    atY = to.y();
                }
                case Segment.Close() -> out.closePath();
            }
        }
    }

    /** The same curve: PDF has cubic ones alone. */
    private static Segment.Cubic cubic(double fromX, double fromY, Segment.Quadratic to) {
        return new Segment.Cubic(
                fromX + 2 * (to.controlX() - fromX) / 3,
                fromY + 2 * (to.controlY() - fromY) / 3,
                to.x() + 2 * (to.controlX() - to.x()) / 3,
                to.y() + 2 * (to.controlY() - to.y()) / 3,
                to.x(),
                to.y());
    }

    private void curve(double x, double y, Segment.Cubic to) throws IOException {
        out.curveTo(
                (float) (x + to.firstControlX()),
                (float) (y + to.firstControlY()),
                (float) (x + to.secondControlX()),
                (float) (y + to.secondControlY()),
                (float) (x + to.x()),
                (float) (y + to.y()));
    }

    @Override
    public void raster(Box place, Raster raster) {
        if (HeatImage.isBetterFor(place, raster)) {
            image(place, HeatImage.of(place, raster));
        } else {
            HeatSquares.of(place, raster).forEach(this::fill);
        }
    }

    @Override
    public void mosaic(Mosaic mosaic, int fromColumn, int toColumn) {
        if (HeatImage.isBetterFor(mosaic, fromColumn, toColumn)) {
            image(HeatSquares.place(mosaic, fromColumn, toColumn), HeatImage.of(mosaic, fromColumn, toColumn));
        } else {
            HeatSquares.of(mosaic, fromColumn, toColumn).forEach(this::fill);
        }
    }

    private void image(Box place, HeatImage heat) {
        draw(() -> {
            // Images stand on their lower edge, and y goes downwards here.
            Matrix upright = new Matrix(
                    (float) place.width(), 0, 0, (float) -place.height(), (float) place.x(), (float) place.bottom());
            out.drawImage(LosslessFactory.createFromImage(document, heat.image()), upright);
        });
    }

    @Override
    public void round(Box box, double radius, Rgb colour) {
        draw(() -> {
            ink(colour);
            rounded(box, radius);
            out.fill();
        });
    }

    @Override
    public void roundFrame(Box box, double radius, Rgb colour, double width) {
        draw(() -> {
            line(colour, width);
            rounded(box, radius);
            out.stroke();
        });
    }

    private void rounded(Box box, double wanted) throws IOException {
        float radius = (float) Math.min(wanted, Math.min(box.width(), box.height()) / 2);
        float control = (float) (radius * (1 - QUARTER));
        float left = (float) box.x();
        float top = (float) box.y();
        float right = (float) box.right();
        float bottom = (float) box.bottom();
        out.moveTo(left + radius, top);
        out.lineTo(right - radius, top);
        out.curveTo(right - control, top, right, top + control, right, top + radius);
        out.lineTo(right, bottom - radius);
        out.curveTo(right, bottom - control, right - control, bottom, right - radius, bottom);
        out.lineTo(left + radius, bottom);
        out.curveTo(left + control, bottom, left, bottom - control, left, bottom - radius);
        out.lineTo(left, top + radius);
        out.curveTo(left, top + control, left + control, top, left + radius, top);
        out.closePath();
    }

    @Override
    public void path(Rgb colour, double width, double... points) {
        if (points.length < 4) {
            return;
        }
        draw(() -> {
            line(colour, width);
            out.setLineJoinStyle(1);
            along(points);
            out.stroke();
            out.setLineJoinStyle(0);
        });
    }

    @Override
    public void polygon(Rgb colour, double... corners) {
        if (corners.length < 6) {
            return;
        }
        draw(() -> {
            ink(colour);
            along(corners);
            out.closePath();
            out.fill();
        });
    }

    private void along(double... points) throws IOException {
        out.moveTo((float) points[0], (float) points[1]);
        for (int i = 2; i < points.length; i += 2) {
            out.lineTo((float) points[i], (float) points[i + 1]);
        }
    }

    @Override
    public void part(Box place, double scale, Consumer<Pen> drawing) {
        draw(() -> {
            out.saveGraphicsState();
            rectangle(place);
            out.clip();
            out.transform(new Matrix((float) scale, 0, 0, (float) scale, (float) place.x(), (float) place.y()));
            drawing.accept(this);
            out.restoreGraphicsState();
        });
    }

    private void rectangle(Box box) throws IOException {
        out.addRect(
                (float) box.x(), (float) box.y(), (float) Math.max(0, box.width()), (float) Math.max(0, box.height()));
    }

    private void ink(Rgb colour) throws IOException {
        out.setNonStrokingColor(screen(colour));
        out.setGraphicsStateParameters(opacity(colour.opacity()));
    }

    private void line(Rgb colour, double width) throws IOException {
        out.setStrokingColor(screen(colour));
        out.setGraphicsStateParameters(opacity(colour.opacity()));
        out.setLineWidth((float) width);
    }

    private static Color screen(Rgb colour) {
        return new Color(colour.red(), colour.green(), colour.blue());
    }

    private PDExtendedGraphicsState opacity(double opacity) {
        return opacities.computeIfAbsent(opacity, key -> {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant((float) opacity);
            state.setStrokingAlphaConstant((float) opacity);
            return state;
        });
    }
}
