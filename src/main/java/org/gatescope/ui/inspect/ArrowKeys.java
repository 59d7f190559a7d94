package org.gatescope.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

/** Up and down walk through the numbers that can be opened; left and right are left to playback. */
record ArrowKeys(Parent panel) {
    void install() {
        panel.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed); // before the scroll pane, which would scroll
    }

    private void pressed(KeyEvent event) {
        List<Node> all = openable(panel);
        int now = all.indexOf(panel.getScene().getFocusOwner());
        if (now < 0 || event.isShortcutDown() || event.isShiftDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN -> go(all, now + 1, event);
            case UP -> go(all, now - 1, event);
            default -> {}
        }
    }

    private static void go(List<Node> all, int to, KeyEvent event) {
        all.get(Math.clamp(to, 0, all.size() - 1)).requestFocus();
        event.consume();
    }

    /** True if the focus is within. */
    static boolean haveFocus(Parent within) {
        Node node = within.getScene() == null ? null : within.getScene().getFocusOwner();
        while (node != null && !node.equals(within)) {
            node = node.getParent();
        }
        return node != null;
    }

    /** What Enter opens, from top to bottom. */
    static List<Node> openable(Parent panel) {
        List<Node> found = new ArrayList<>();
        gather(panel, found);
        return found;
    }

    private static void gather(Node node, List<Node> to) {
        if (node.getStyleClass().contains("opens")) {
            to.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, to));
        }
    }
}
