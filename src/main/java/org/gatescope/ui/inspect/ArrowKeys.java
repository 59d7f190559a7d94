package org.gatescope.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

/** Arrow keys within the panel: to the number before or after, and to the term above or below. */
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
            case RIGHT -> go(all, now + 1, event);
            case LEFT -> go(all, now - 1, event);
            case DOWN -> go(all, otherTerm(all, now, 1), event);
            case UP -> go(all, otherTerm(all, now, -1), event);
            case HOME -> go(all, 0, event);
            case END -> go(all, all.size() - 1, event);
            default -> {}
        }
    }

    private static void go(List<Node> all, int to, KeyEvent event) {
        all.get(Math.clamp(to, 0, all.size() - 1)).requestFocus();
        event.consume();
    }

    /** The first of the next term, or of the one before. */
    private static int otherTerm(List<Node> all, int from, int way) {
        int at = from;
        while (at >= 0 && at < all.size() && term(all.get(at)).equals(term(all.get(from)))) {
            at += way;
        }
        if (at < 0 || at >= all.size()) {
            return from;
        }
        while (at > 0 && term(all.get(at - 1)).equals(term(all.get(at)))) {
            at--;
        }
        return at;
    }

    private static Node term(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up instanceof TermRow) {
                return up;
            }
        }
        return node;
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
