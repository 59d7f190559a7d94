package org.gatescope.ui.paint;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
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
import org.gatescope.ui.theme.Fonts;
import org.jspecify.annotations.Nullable;

/**
 * Draws on a canvas. Images of rasters and mosaics are kept from one picture to the next, as long as each shows them: so a
 * canvas that is drawn often has one pen of its own.
 */
public final class CanvasPen implements Pen {
    private static final Contour.OfText CONTOURS = new TextContours();

    private final Canvas canvas;
    private final GraphicsContext context;
    private final Measure measure = new ScreenMeasure();
    /** Of earlier pictures, to be written anew. */
    private List<Pixels> spare = new ArrayList<>();

    private Map<Object, Pixels> before = new IdentityHashMap<>();
    private Map<Object, Pixels> images = new IdentityHashMap<>();
    private @Nullable Rgb rgb;
    private Color colour = Color.BLACK;
    private @Nullable Typeface face;
    private Font font = Font.getDefault();

    /** @param canvas what is drawn on, from its upper left corner */
    public CanvasPen(Canvas canvas) {
        this.canvas = canvas;
        context = canvas.getGraphicsContext2D();
        context.setImageSmoothing(false);
    }

    /**
     * Draws a picture in place of what the canvas shows, and makes the canvas as large as that.
     *
     * @param scale pixels of the canvas for each of the picture
     */
    public void show(Picture picture, double scale) {
        clear(picture.width(), picture.height(), scale);
        picture.draw(this);
    }

    /** Whether the canvas has the pixels for a picture of this size. */
    boolean shows(double width, double height, double scale) {
        return canvas.getWidth() == Math.ceil(width * scale) && canvas.getHeight() == Math.ceil(height * scale);
    }

    /** Makes the canvas as large, and empty. */
    public void clear(double width, double height, double scale) {
        spare = new ArrayList<>(before.values());
        before = images;
        images = new IdentityHashMap<>();
        if (!shows(width, height, scale)) {
            canvas.setWidth(Math.ceil(width * scale));
            canvas.setHeight(Math.ceil(height * scale));
        }
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        context.setTransform(scale, 0, 0, scale, 0, 0);
    }

    @Override
    public Measure measure() {
        return measure;
    }

    @Override
    public void fill(Box box, Rgb colour) {
        context.setFill(screen(colour));
        context.fillRect(box.x(), box.y(), box.width(), box.height());
    }

    @Override
    public void frame(Box box, Rgb colour) {
        stroke(colour, 1);
        context.strokeRect(box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1);
    }

    @Override
    public void dashedFrame(Box box, Rgb colour, double width, double dash, double gap) {
        stroke(colour, width);
        context.setLineCap(StrokeLineCap.BUTT);
        context.setLineDashes(dash, gap);
        context.strokeRect(box.x(), box.y(), box.width(), box.height());
        context.setLineDashes((double[]) null);
        context.setLineCap(StrokeLineCap.SQUARE); // as a canvas has it
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Rgb colour) {
        stroke(colour, 1);
        context.strokeLine(fromX, fromY, toX, toY);
    }

    @Override
    public void text(double x, double baseline, String text, Lettering lettering) {
        if (ShapedText.is(text)) {
            Contour letters = CONTOURS.text(text, lettering.face(), lettering.size());
            contour(lettering.left(x, text, measure), baseline, letters, lettering.colour());
            return;
        }
        context.setFill(screen(lettering.colour()));
        context.setFont(font(lettering));
        context.setTextAlign(
                switch (lettering.anchor()) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTRE -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        context.fillText(text, x, baseline);
    }

    @Override
    public void contour(double x, double y, Contour contour, Rgb colour) {
        context.setFill(screen(colour));
        context.save();
        context.translate(x, y);
        context.beginPath();
        for (Segment segment : contour.segments()) {
            switch (segment) {
                case Segment.Move to -> context.moveTo(to.x(), to.y());
                case Segment.Line to -> context.lineTo(to.x(), to.y());
                case Segment.Quadratic to -> context.quadraticCurveTo(to.controlX(), to.controlY(), to.x(), to.y());
                case Segment.Cubic to ->
                    context.bezierCurveTo(
                            to.firstControlX(),
                            to.firstControlY(),
                            to.secondControlX(),
                            to.secondControlY(),
                            to.x(),
                            to.y());
                case Segment.Close() -> context.closePath();
            }
        }
        context.fill();
        context.restore();
    }

    @Override
    public void raster(Box place, Raster raster) {
        if (raster.width() > 0 && raster.height() > 0) {
            Pixels pixels = image(raster, Pixels::write);
            Box source = new Box(0, 0, raster.width(), raster.height());
            image(pixels, source, place);
        }
    }

    @Override
    public void mosaic(Mosaic mosaic, int fromColumn, int toColumn) {
        int height = mosaic.top(mosaic.colours().height());
        if (toColumn > fromColumn && height > 0) {
            double left = mosaic.left(fromColumn);
            Box part = new Box(left, 0, mosaic.right(toColumn - 1) - left, height);
            image(image(mosaic, Pixels::write), part, part);
        }
    }

    private <T> Pixels image(T of, BiConsumer<Pixels, T> write) {
        Pixels kept = before.remove(of);
        return images.computeIfAbsent(of, key -> {
            Pixels pixels = kept != null ? kept : spare.isEmpty() ? new Pixels() : spare.removeLast();
            if (kept == null) {
                write.accept(pixels, of);
            }
            return pixels;
        });
    }

    private void image(Pixels pixels, Box source, Box target) {
        context.drawImage(
                pixels.image(),
                source.x(),
                source.y(),
                source.width(),
                source.height(),
                target.x(),
                target.y(),
                target.width(),
                target.height());
    }

    @Override
    public void round(Box box, double radius, Rgb colour) {
        context.setFill(screen(colour));
        context.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
    }

    @Override
    public void roundFrame(Box box, double radius, Rgb colour, double width) {
        stroke(colour, width);
        context.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
    }

    @Override
    public void path(Rgb colour, double width, double... points) {
        stroke(colour, width);
        context.setLineCap(StrokeLineCap.BUTT);
        context.setLineJoin(StrokeLineJoin.ROUND);
        context.beginPath();
        for (int i = 0; i < points.length; i += 2) {
            context.lineTo(points[i], points[i + 1]);
        }
        context.stroke();
        context.setLineCap(StrokeLineCap.SQUARE); // as a canvas has it
        context.setLineJoin(StrokeLineJoin.MITER);
    }

    @Override
    public void polygon(Rgb colour, double... corners) {
        context.setFill(screen(colour));
        context.beginPath();
        for (int i = 0; i < corners.length; i += 2) {
            context.lineTo(corners[i], corners[i + 1]);
        }
        context.closePath();
        context.fill();
    }

    @Override
    public void part(Box place, double scale, Consumer<Pen> drawing) {
        context.save();
        context.beginPath();
        context.rect(place.x(), place.y(), place.width(), place.height());
        context.clip();
        context.translate(place.x(), place.y());
        context.scale(scale, scale);
        drawing.accept(this);
        context.restore();
    }

    private void stroke(Rgb colour, double width) {
        context.setStroke(screen(colour));
        context.setLineWidth(width);
    }

    private Color screen(Rgb wanted) {
        if (!wanted.equals(rgb)) {
            rgb = wanted;
            colour = ScreenColour.of(wanted);
        }
        return colour;
    }

    private Font font(Lettering lettering) {
        if (lettering.face() != face || lettering.size() != font.getSize()) {
            face = lettering.face();
            font = Fonts.of(lettering.face(), lettering.size());
        }
        return font;
    }
}
