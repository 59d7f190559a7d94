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
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
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
    /** Between neighbouring lines of a hatch, along x. */
    private static final double HATCH = 8;

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
        context.setFill(screen(lettering.colour()));
        if (ShapedText.is(text)) {
            ShapedText.fill(context, text, font(lettering), left(x, text, lettering), baseline);
            return;
        }
        context.setFont(font(lettering));
        context.setTextAlign(
                switch (lettering.anchor()) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTRE -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        context.fillText(text, x, baseline);
    }

    /** Where a text begins that is anchored at x. */
    private double left(double x, String text, Lettering lettering) {
        double width = lettering.anchor() == Anchor.LEFT ? 0 : measure.width(text, lettering.face(), lettering.size());
        return switch (lettering.anchor()) {
            case LEFT -> x;
            case CENTRE -> x - width / 2;
            case RIGHT -> x - width;
        };
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

    /** Lines x − y = a multiple of the spacing, cut off at the box, so that neighbouring boxes match. */
    @Override
    public void hatch(Box box, Rgb colour) {
        stroke(colour, 1);
        double first = Math.ceil((box.x() + box.y()) / HATCH) * HATCH;
        for (double sum = first; sum < box.right() + box.bottom(); sum += HATCH) {
            double left = Math.max(box.x(), sum - box.bottom());
            double right = Math.min(box.right(), sum - box.y());
            context.strokeLine(left, sum - left, right, sum - right);
        }
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
