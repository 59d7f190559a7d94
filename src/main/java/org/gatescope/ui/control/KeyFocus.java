package org.gatescope.ui.control;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;

/** The focus where keys lead it: there it is seen, as a node that only asks for it does not show it. */
public final class KeyFocus {
    private KeyFocus() {}

    /** As if Tab had come to a node. */
    public static void lead(Node node) {
        node.requestFocus();
        if (node.requestFocusTraversal(TraversalDirection.NEXT)) {
            node.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
        }
    }
}
