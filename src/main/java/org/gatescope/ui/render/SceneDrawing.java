package org.gatescope.ui.render;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.gatescope.picture.Box;
import org.gatescope.picture.DrawnPicture;
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

    private final boolean hasControls;

    private SceneDrawing(boolean hasControls) {
        this.hasControls = hasControls;
    }

    /**
     * What nodes of a scene show, each as large as it is, one below the other.
     *
     * @param hasControls whether buttons and scroll bars are shown, too
     */
    static Picture of(List<? extends Node> nodes, boolean hasControls) {
        SceneDrawing drawing = new SceneDrawing(hasControls);
        List<Bounds> places = nodes.stream()
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .toList();
        double width = places.stream().mapToDouble(Bounds::getWidth).max().orElse(0);
        double height = places.stream().mapToDouble(Bounds::getHeight).sum();
        return new DrawnPicture(width, height, pen -> {
            double y = 0;
            for (int i = 0; i < places.size(); i++) {
                Node node = nodes.get(i);
                Bounds place = places.get(i);
                Box part = new Box(0, y, place.getWidth(), place.getHeight());
                Rgb ground = behind(node);
                if (Sheet.isSeen(ground)) {
                    pen.fill(part, ground);
                }
                if (nodes.size() == 1) {
                    drawing.draw(node, new Sheet(pen, place, 1));
                } else {
                    pen.part(part, 1, inner -> drawing.draw(node, new Sheet(inner, place, 1)));
                }
                y += place.getHeight();
            }
        });
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
        boolean isControl = node instanceof ButtonBase || node instanceof ScrollBar;
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
