package org.gatescope.ui.control;

import javafx.scene.Node;

/** What happens when somebody leaves a field for another. */
public final class Leaving {
    private Leaving() {}

    /**
     * Whoever goes elsewhere means what was typed. A field that is taken out of the window while it has the focus is not
     * left by anybody: what it was about is gone.
     */
    public static void commits(Node field, Runnable commit) {
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is && field.getScene() != null) {
                commit.run();
            }
        });
    }
}
