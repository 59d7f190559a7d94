package org.gatescope.ui.render;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.gatescope.picture.Box;
import org.gatescope.picture.DrawnPicture;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Rgb;
import org.gatescope.ui.paint.Drawn;
import org.gatescope.ui.paint.ScreenColour;

/**
 * Nodes as a picture: what is drawn on them as such, so that all of it is vectors and text; regions with their backgrounds
 * and borders, texts, and shapes. They are laid out and in a scene. Effects are left out; images there are none. On
 * JavaFX's thread.
 */
final class SceneDrawing {
    /** Style class of what opens a number: it tells the number, too. */
    private static final String OPENS = "opens";

    /** Around parts of a scene: letters of panes begin at their edges. In pixels. */
    private static final double MARGIN = 6;

    private final boolean hasControls;

    private SceneDrawing(boolean hasControls) {
        this.hasControls = hasControls;
    }

    /**
     * What nodes of a scene show, each as large as it is, one below the other.
     *
     * @param hasControls whether buttons and scroll bars are shown, too; without them there is a margin
     */
    static Picture of(List<? extends Node> nodes, boolean hasControls) {
        SceneDrawing drawing = new SceneDrawing(hasControls);
        List<Bounds> places = nodes.stream()
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .toList();
        double width = places.stream().mapToDouble(Bounds::getWidth).max().orElse(0);
        double height = places.stream().mapToDouble(Bounds::getHeight).sum();
        double margin = hasControls ? 0 : MARGIN;
        Box all = new Box(0, 0, width + 2 * margin, height + 2 * margin);
        return new DrawnPicture(all.width(), all.height(), pen -> {
            Rgb ground = behind(nodes.getFirst());
            if (Sheet.isSeen(ground)) {
                pen.fill(all, ground);
            }
            double y = margin;
            for (int i = 0; i < places.size(); i++) {
                drawing.draw(nodes.get(i), places.get(i), y, margin, pen);
                y += places.get(i).getHeight();
            }
        });
    }

    private void draw(Node node, Bounds place, double y, double margin, Pen pen) {
        double width = place.getWidth() + 2 * margin;
        Bounds seen = new BoundingBox(place.getMinX() - margin, place.getMinY(), width, place.getHeight());
        if (hasControls) {
            draw(node, new Sheet(pen, seen, 1));
        } else {
            Box part = new Box(0, y, width, place.getHeight());
            pen.part(part, 1, inner -> draw(node, new Sheet(inner, seen, 1)));
        }
    }

    /** What a node that has no ground of its own stands on. */
    private static Rgb behind(Node node) {
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Region region && region.getBackground() != null) {
                for (BackgroundFill fill : region.getBackground().getFills().reversed()) {
                    if (fill.getFill() instanceof Color ground && ground.isOpaque()) {
                        return ScreenColour.rgb(ground);
                    }
                }
            }
        }
        return Rgb.CLEAR;
    }

    private void draw(Node node, Sheet sheet) {
        if (!node.isVisible() || node.getOpacity() == 0 || !sheet.shows(node) || isLeftOut(node)) {
            return;
        }
        Sheet faded = sheet.faded(node.getOpacity());
        if (node.getClip() instanceof Rectangle clip) {
            Bounds seen = node.localToScene(clip.getBoundsInParent());
            faded.cut(seen, within -> drawUncut(node, within));
        } else {
            drawUncut(node, faded);
        }
    }

    private boolean isLeftOut(Node node) {
        boolean isControl = node instanceof ButtonBase || node instanceof ScrollBar || node instanceof Slider;
        return !hasControls && isControl && !node.getStyleClass().contains(OPENS);
    }

    private void drawUncut(Node node, Sheet sheet) {
        switch (node) {
            case Text text -> TextLines.draw(text, sheet);
            case Shape shape -> ShapeAreas.draw(shape, sheet);
            case Drawn drawn -> {
                RegionLook.draw(drawn, sheet);
                sheet.picture(drawn);
            }
            case Region region -> {
                RegionLook.draw(region, sheet);
                children(region).forEach(child -> draw(child, sheet));
            }
            case Parent parent -> children(parent).forEach(child -> draw(child, sheet));
            default -> {
                // a canvas belongs to what it is drawn on
            }
        }
    }

    private static List<Node> children(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .sorted((one, other) -> Double.compare(other.getViewOrder(), one.getViewOrder()))
                .toList();
    }
}
