package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;

/** The panels at the right, in a window that cannot show all of them. */
class PanelColumnTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(false, false, true, 0.3, 0.4);
    }

    @Test
    void whatIsOpenedIsBroughtIntoView() {
        robot.interact(() -> stage.setHeight(640));
        settle();
        Bounds view = onScreen(styled(".side-panel"));
        assertThat(onScreen(styled(".inspect")).getMinY()).isGreaterThan(view.getMaxY() - 150);
        robot.interact(() -> window.selection().opened().set(new OfStep("0.forward", "d.f", 3, 0, 2)));
        settle();
        assertThat(onScreen(styled(".inspect")).getMinY()).isBetween(view.getMinY(), view.getMaxY() - 200);
    }

    private static Bounds onScreen(Node node) {
        return onWindow(() -> node.localToScreen(node.getBoundsInLocal()));
    }
}
