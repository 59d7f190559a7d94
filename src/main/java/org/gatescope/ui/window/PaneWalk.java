package org.gatescope.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.gatescope.ui.control.KeyFocus;
import org.gatescope.ui.control.Shortcuts;

/** Leads the focus from pane to pane, as Tab does from control to control; those that are put away are passed over. */
final class PaneWalk {
    private final Node window;
    private final List<Node> panes;

    /**
     * @param window whose focus is led
     * @param panes  in the order in which they are come to
     */
    PaneWalk(Node window, List<Node> panes) {
        this.window = window;
        this.panes = panes;
    }

    void addShortcuts(Shortcuts shortcuts) {
        shortcuts
                .line("walk")
                .everywhere(() -> go(1), KeyCode.F6)
                .everywhere(() -> go(-1), KeyCode.F6, KeyCombination.SHIFT_DOWN);
    }

    private void go(int by) {
        List<Node> shown =
                panes.stream().filter(pane -> first(pane).isPresent()).toList();
        int now = by > 0 ? -1 : 0;
        for (Node at = window.getScene().getFocusOwner(); at != null; at = at.getParent()) {
            now = shown.contains(at) ? shown.indexOf(at) : now;
        }
        if (!shown.isEmpty()) {
            first(shown.get(Math.floorMod(now + by, shown.size()))).ifPresent(KeyFocus::lead);
        }
    }

    private Optional<Node> first(Node pane) {
        return pane.getScene() == window.getScene() ? KeyFocus.first(pane) : Optional.empty();
    }
}
