package org.gatescope.ui.render;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.gatescope.picture.Box;
import org.gatescope.picture.Rgb;

/** What a region has of its own: fills, then borders. */
final class RegionLook {
    private RegionLook() {}

    static void draw(Region region, Sheet sheet) {
        Background background = region.getBackground();
        if (background != null) {
            background.getFills().forEach(fill -> fill(region, fill, sheet));
        }
        Border border = region.getBorder();
        if (border != null) {
            border.getStrokes().forEach(stroke -> stroke(region, stroke, sheet));
        }
    }

    private static void fill(Region region, BackgroundFill fill, Sheet sheet) {
        Rgb colour = sheet.colour(fill.getFill());
        Insets insets = fill.getInsets();
        double width = region.getWidth() - insets.getLeft() - insets.getRight();
        double height = region.getHeight() - insets.getTop() - insets.getBottom();
        boolean isEmpty = width <= 0 || height <= 0;
        if (!Sheet.isSeen(colour)) {
            return;
        }
        if (region.getShape() != null && !(isEmpty && region.isScaleShape())) {
            ShapeAreas.draw(shaped(region, insets, width, height), region, fill.getFill(), sheet);
            return;
        }
        if (isEmpty) {
            return;
        }
        Box box = sheet.box(region, insets.getLeft(), insets.getTop(), width, height);
        CornerRadii radii = fill.getRadii();
        if (isSquare(radii)) {
            sheet.pen().fill(box, colour);
        } else if (radii.isUniform()) {
            sheet.pen().round(box, radius(radii, radii.getTopLeftHorizontalRadius(), region), colour);
        } else {
            ShapeAreas.draw(cornered(insets, width, height, radii), region, fill.getFill(), sheet);
        }
    }

    private static boolean isSquare(CornerRadii radii) {
        return radii.getTopLeftHorizontalRadius() == 0
                && radii.getTopRightHorizontalRadius() == 0
                && radii.getBottomLeftHorizontalRadius() == 0
                && radii.getBottomRightHorizontalRadius() == 0;
    }

    /** In the scene's pixels. */
    private static double radius(CornerRadii radii, double radius, Region region) {
        double own = radii.isTopLeftHorizontalRadiusAsPercentage() ? radius * region.getWidth() : radius;
        return Math.min(own, Math.min(region.getWidth(), region.getHeight()) / 2) * Sheet.scale(region);
    }

    /** The region's shape, as large as the region where it says so, else in its middle. */
    private static Shape shaped(Region region, Insets insets, double width, double height) {
        Path shape = (Path) Shape.union(region.getShape(), new Rectangle());
        shape.setFill(Color.BLACK);
        shape.setStroke(null);
        Bounds drawn = shape.getLayoutBounds();
        double scaleX = region.isScaleShape() ? width / drawn.getWidth() : 1;
        double scaleY = region.isScaleShape() ? height / drawn.getHeight() : 1;
        double left = region.isCenterShape() || region.isScaleShape()
                ? insets.getLeft() + (width - drawn.getWidth() * scaleX) / 2 - drawn.getMinX() * scaleX
                : insets.getLeft();
        double top = region.isCenterShape() || region.isScaleShape()
                ? insets.getTop() + (height - drawn.getHeight() * scaleY) / 2 - drawn.getMinY() * scaleY
                : insets.getTop();
        shape.getTransforms().setAll(new Translate(left, top), new Scale(scaleX, scaleY));
        return shape;
    }

    /** A box whose corners are rounded by as much as each says: four boxes with round corners, cut where they are not. */
    private static Shape cornered(Insets insets, double width, double height, CornerRadii radii) {
        Shape area = new Rectangle();
        double[] corners = {
            radii.getTopLeftHorizontalRadius(),
            radii.getTopRightHorizontalRadius(),
            radii.getBottomLeftHorizontalRadius(),
            radii.getBottomRightHorizontalRadius()
        };
        for (int corner = 0; corner < corners.length; corner++) {
            double radius = Math.min(corners[corner], Math.min(width, height) / 2);
            Rectangle rounded = new Rectangle(insets.getLeft(), insets.getTop(), width, height);
            rounded.setArcWidth(2 * radius);
            rounded.setArcHeight(2 * radius);
            double left = insets.getLeft() + (corner % 2 == 0 ? 0 : width / 2);
            double top = insets.getTop() + (corner < 2 ? 0 : height / 2);
            Rectangle quarter = new Rectangle(left, top, width / 2, height / 2);
            area = Shape.union(area, Shape.intersect(rounded, quarter));
        }
        return area;
    }

    private static void stroke(Region region, BorderStroke stroke, Sheet sheet) {
        Insets insets = stroke.getInsets();
        BorderWidths widths = stroke.getWidths();
        double width = region.getWidth() - insets.getLeft() - insets.getRight();
        double height = region.getHeight() - insets.getTop() - insets.getBottom();
        boolean isEven = widths.getTop() == widths.getBottom()
                && widths.getTop() == widths.getLeft()
                && widths.getTop() == widths.getRight()
                && stroke.isStrokeUniform();
        if (isEven && !isSquare(stroke.getRadii()) && widths.getTop() > 0) {
            double line = widths.getTop() * Sheet.scale(region);
            Box middle = sheet.box(region, insets.getLeft(), insets.getTop(), width, height)
                    .inset(line / 2);
            Rgb colour = sheet.colour(stroke.getTopStroke());
            if (Sheet.isSeen(colour)) {
                double radius = radius(stroke.getRadii(), stroke.getRadii().getTopLeftHorizontalRadius(), region);
                sheet.pen().roundFrame(middle, Math.max(0, radius - line / 2), colour, line);
            }
            return;
        }
        side(region, sheet, stroke.getTopStroke(), insets.getLeft(), insets.getTop(), width, widths.getTop());
        double bottom = insets.getTop() + height - widths.getBottom();
        side(region, sheet, stroke.getBottomStroke(), insets.getLeft(), bottom, width, widths.getBottom());
        side(region, sheet, stroke.getLeftStroke(), insets.getLeft(), insets.getTop(), widths.getLeft(), height);
        double right = insets.getLeft() + width - widths.getRight();
        side(region, sheet, stroke.getRightStroke(), right, insets.getTop(), widths.getRight(), height);
    }

    private static void side(
            Region region, Sheet sheet, Paint paint, double left, double top, double width, double height) {
        Rgb colour = sheet.colour(paint);
        if (Sheet.isSeen(colour) && width > 0 && height > 0) {
            sheet.pen().fill(sheet.box(region, left, top, width, height), colour);
        }
    }
}
