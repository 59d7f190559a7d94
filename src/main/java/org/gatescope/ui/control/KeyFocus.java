package org.gatescope.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ToggleButton;

/** The focus where keys lead it: there it is seen, as a node that only asks for it does not show it. */
public final class KeyFocus {
    private static final String COMES_LAST = "gatescope.comes-last";

    private KeyFocus() {}

    /** Marks tools of a pane: who comes to the pane comes to what it shows, if there is anything to choose in it. */
    public static void comeLast(Node tools) {
        tools.getProperties().put(COMES_LAST, true);
    }

    /** Where the focus comes to within a pane; empty where it is put away or nothing can have the focus. */
    public static Optional<Node> first(Node pane) {
        return first(pane, true).or(() -> first(pane, false));
    }

    private static Optional<Node> first(Node within, boolean passesTools) {
        if (!within.isVisible()
                || within.isDisabled()
                || passesTools && within.getProperties().containsKey(COMES_LAST)) {
            return Optional.empty();
        }
        if (within.isFocusTraversable() && !isPassed(within)) {
            return Optional.of(within);
        }
        return within instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child, passesTools).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Of toggles of which one is on Tab comes to that one alone. */
    private static boolean isPassed(Node node) {
        return node instanceof ToggleButton toggle
                && !toggle.isSelected()
                && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getSelectedToggle() != null;
    }

    /** As if Tab had come to a node. */
    public static void lead(Node node) {
        node.requestFocus();
        if (node.requestFocusTraversal(TraversalDirection.NEXT)) {
            node.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
        }
        if (!node.isFocused()) {
            node.requestFocus(); // the way back was another
        }
    }
}
