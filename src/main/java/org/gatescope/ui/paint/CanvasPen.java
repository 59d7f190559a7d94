package org.gatescope.ui.paint;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.gatescope.picture.Box;

/** Draws on a canvas. */
public final class CanvasPen implements Pen {
    /** Between neighbouring lines of a hatch, along x. */
    private static final double HATCH = 8;

    private final GraphicsContext context;

    public CanvasPen(GraphicsContext context) {
        this.context = context;
        context.setImageSmoothing(false);
    }

    @Override
    public void fill(Box box, Color colour) {
        context.setFill(colour);
        context.fillRect(box.x(), box.y(), box.width(), box.height());
    }

    @Override
    public void frame(Box box, Color colour) {
        context.setStroke(colour);
        context.setLineWidth(1);
        context.strokeRect(box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1);
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Color colour) {
        context.setStroke(colour);
        context.setLineWidth(1);
        context.strokeLine(fromX, fromY, toX, toY);
    }

    @Override
    public void text(double x, double baseline, String text, Lettering lettering) {
        context.setFont(lettering.font());
        context.setFill(lettering.colour());
        context.setTextAlign(
                switch (lettering.anchor()) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTRE -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        context.fillText(text, x, baseline);
    }

    @Override
    public void image(Pixels pixels, Box source, Box target) {
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
    public void hatch(Box box, Color colour) {
        context.setStroke(colour);
        context.setLineWidth(1);
        double first = Math.ceil((box.x() + box.y()) / HATCH) * HATCH;
        for (double sum = first; sum < box.right() + box.bottom(); sum += HATCH) {
            double left = Math.max(box.x(), sum - box.bottom());
            double right = Math.min(box.right(), sum - box.y());
            context.strokeLine(left, sum - left, right, sum - right);
        }
    }

    @Override
    public void round(Box box, double radius, Color colour) {
        context.setFill(colour);
        context.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
    }

    @Override
    public void roundFrame(Box box, double radius, Color colour, double width) {
        context.setStroke(colour);
        context.setLineWidth(width);
        context.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
    }

    @Override
    public void path(Color colour, double width, double... points) {
        context.setStroke(colour);
        context.setLineWidth(width);
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
    public void polygon(Color colour, double... corners) {
        context.setFill(colour);
        context.beginPath();
        for (int i = 0; i < corners.length; i += 2) {
            context.lineTo(corners[i], corners[i + 1]);
        }
        context.closePath();
        context.fill();
    }
}
