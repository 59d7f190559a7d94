package org.gatescope.ui.render;

import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.gatescope.picture.Rgb;
import org.gatescope.ui.paint.TextContours;
import org.jspecify.annotations.Nullable;

/** Shapes as filled areas, their lines too. */
final class ShapeAreas {
    private ShapeAreas() {}

    /** One that is in a scene. */
    static void draw(Shape shape, Sheet sheet) {
        if (shape.getFill() != null && shape.getStroke() != null) {
            Shape filled = copy(shape);
            filled.setFill(Color.BLACK);
            seen(filled, shape.getFill(), sheet);
            Shape line = copy(shape);
            line.setFill(null);
            line.setStroke(Color.BLACK);
            line.setStrokeWidth(shape.getStrokeWidth());
            line.setStrokeType(shape.getStrokeType());
            seen(line, shape.getStroke(), sheet);
        } else {
            seen(shape, shape.getFill() == null ? shape.getStroke() : shape.getFill(), sheet);
        }
    }

    /** Its area comes in the scene's coordinates. */
    private static void seen(Shape shape, @Nullable Paint paint, Sheet sheet) {
        Rgb colour = paint == null ? Rgb.CLEAR : sheet.colour(paint);
        if (Sheet.isSeen(colour)) {
            sheet.pen().contour(-sheet.x(), -sheet.y(), TextContours.of(shape), colour);
        }
    }

    /** The bare form, without fill and line, at the same place of the scene. */
    private static Shape copy(Shape shape) {
        Shape copy = switch (shape) {
            case Circle circle -> new Circle(circle.getCenterX(), circle.getCenterY(), circle.getRadius());
            case Rectangle box -> new Rectangle(box.getX(), box.getY(), box.getWidth(), box.getHeight());
            case Path path -> new Path(path.getElements());
            default -> throw new IllegalArgumentException("a shape of a kind that is not drawn: " + shape);
        };
        copy.setStroke(null);
        copy.getTransforms().setAll(shape.getLocalToSceneTransform());
        return copy;
    }

    /** One that is no node of the scene, in the coordinates of one that is. */
    static void draw(Shape shape, Node of, Paint paint, Sheet sheet) {
        shape.getTransforms().addFirst(of.getLocalToSceneTransform());
        seen(shape, paint, sheet);
    }
}
