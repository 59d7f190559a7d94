package org.gatescope.ui.render;

import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.RadialGradient;
import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Rgb;
import org.gatescope.ui.paint.Drawn;
import org.gatescope.ui.paint.ScreenColour;

/**
 * What nodes are drawn on: a pen whose origin lies somewhere in their scene.
 *
 * @param seen    what is not cut off, in the scene's pixels; the origin is its upper left corner
 * @param opacity of all that is drawn, from 0 to 1
 */
record Sheet(Pen pen, Bounds seen, double opacity) {
    /** The same, less opaque. */
    Sheet faded(double by) {
        return by == 1 ? this : new Sheet(pen, seen, opacity * by);
    }

    /** Of the origin, in the scene's pixels. */
    double x() {
        return seen.getMinX();
    }

    /** Of the origin, in the scene's pixels. */
    double y() {
        return seen.getMinY();
    }

    /** Whether anything of a node may be seen. */
    boolean shows(Node node) {
        return seen.intersects(node.localToScene(node.getBoundsInLocal()));
    }

    /** Draws what is seen in a part of the scene. */
    void cut(Bounds part, Consumer<Sheet> drawing) {
        double left = Math.max(x(), part.getMinX());
        double top = Math.max(y(), part.getMinY());
        double width = Math.min(seen.getMaxX(), part.getMaxX()) - left;
        double height = Math.min(seen.getMaxY(), part.getMaxY()) - top;
        if (width > 0 && height > 0) {
            Bounds both = new BoundingBox(left, top, width, height);
            pen.part(
                    new Box(left - x(), top - y(), width, height),
                    1,
                    inner -> drawing.accept(new Sheet(inner, both, opacity)));
        }
    }

    /** Where a box of a node lies. */
    Box box(Node node, double left, double top, double width, double height) {
        Point2D from = place(node, left, top);
        Point2D to = place(node, left + width, top + height);
        return new Box(from.getX(), from.getY(), to.getX() - from.getX(), to.getY() - from.getY());
    }

    /** Where a point of a node lies. */
    Point2D place(Node node, double left, double top) {
        return node.localToScene(left, top).subtract(x(), y());
    }

    /** How many of the scene's pixels one of the node's is. */
    static double scale(Node node) {
        return node.getLocalToSceneTransform().getMxx();
    }

    void picture(Drawn drawn) {
        Box place = box(drawn, 0, 0, drawn.getWidth(), drawn.getHeight());
        Picture picture = drawn.picture();
        pen.part(place, scale(drawn), picture::draw);
    }

    /** As pictures name it; of a gradient its first colour. */
    Rgb colour(Paint paint) {
        Color colour = switch (paint) {
            case Color plain -> plain;
            case LinearGradient gradient -> gradient.getStops().getFirst().getColor();
            case RadialGradient gradient -> gradient.getStops().getFirst().getColor();
            default -> Color.TRANSPARENT;
        };
        return ScreenColour.rgb(
                new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), colour.getOpacity() * opacity));
    }

    /** Whether anything of a colour is seen. */
    static boolean isSeen(Rgb colour) {
        return colour.argb() >>> 24 != 0;
    }
}
