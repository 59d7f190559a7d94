package org.gatescope.ui.tour;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** Lies over the window and outlines one part of it, wherever that goes. The mouse goes through it. */
final class SightFrame extends Pane {
    private final Region outline = new Region();
    private Subscription followed = Subscription.EMPTY;

    SightFrame() {
        getStyleClass().add("sight-frame");
        getStylesheets().add(SightFrame.class.getResource("tour.css").toExternalForm());
        outline.getStyleClass().add("sight");
        outline.setManaged(false);
        getChildren().add(outline);
        setManaged(false);
        setMouseTransparent(true);
        setViewOrder(-1); // above what fills the window later
        setVisible(false);
    }

    /** From now on it is about this part alone. */
    void pointAt(Node node) {
        leave();
        followed = Subscription.combine(
                node.localToSceneTransformProperty().subscribe(to -> place(node)),
                node.layoutBoundsProperty().subscribe(bounds -> place(node)),
                node.sceneProperty().subscribe(scene -> place(node)));
    }

    void leave() {
        followed.unsubscribe();
        followed = Subscription.EMPTY;
        setVisible(false);
    }

    private void place(Node node) {
        boolean isThere = node.getScene() != null && node.getScene() == getScene();
        setVisible(isThere);
        if (isThere) {
            Bounds bounds = sceneToLocal(node.localToScene(node.getLayoutBounds()));
            outline.resizeRelocate(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
        }
    }
}
