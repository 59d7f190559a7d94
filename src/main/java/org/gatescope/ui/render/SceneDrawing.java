package org.gatescope.ui.render;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.gatescope.picture.DrawnPicture;
import org.gatescope.picture.Picture;
import org.gatescope.ui.paint.Drawn;

/**
 * Nodes as a picture: what is drawn on them as such, so that all of it is vectors and text; regions with their backgrounds
 * and borders, texts, and shapes. They are laid out and in a scene. Effects are left out; images there are none. On
 * JavaFX's thread.
 */
final class SceneDrawing {
    private final boolean hasControls;

    private SceneDrawing(boolean hasControls) {
        this.hasControls = hasControls;
    }

    /**
     * What a node shows, as large as it is.
     *
     * @param root        of what is shown of its scene
     * @param hasControls whether buttons and scroll bars are shown, too
     */
    static Picture of(Node root, boolean hasControls) {
        Bounds place = root.localToScene(root.getLayoutBounds());
        SceneDrawing drawing = new SceneDrawing(hasControls);
        return new DrawnPicture(
                place.getWidth(), place.getHeight(), pen -> drawing.draw(root, new Sheet(pen, place, 1)));
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
        return !hasControls && (node instanceof ButtonBase || node instanceof ScrollBar);
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
