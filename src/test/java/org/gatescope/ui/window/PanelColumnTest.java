package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;

/** The panels about the cell, in a window of usual height. */
class PanelColumnTest extends WindowScene {
    private static final List<String> ABOUT_THE_CELL = List.of(".cell-panel", ".equation-list", ".inspect");

    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(false, true, true, 0.3, 0.34);
    }

    @Test
    void openingANumberMovesNeitherTheDiagramNorTheEquationsNorItsOwnPane() {
        resize(WIDTH, 800);
        robot.interact(() -> workbench.move(now -> now.at(now.schedule().length() - 4)));
        settle();
        List<Bounds> before = places();
        robot.interact(() -> window.selection().opened().set(new OfStep("0.forward", "d.f", 3, 0, 2)));
        settle();
        assertThat(places()).isEqualTo(before);
        assertThat(onWindow(() -> window.root().lookupAll(".inspect .number-value")))
                .hasSize(1);
    }

    @Test
    void diagramEquationsAndWhyAreInViewTogether() {
        resize(WIDTH, 800);
        robot.interact(() -> window.selection().opened().set(new OfStep("0.forward", "h'", 3, 0, 2)));
        settle();
        Bounds whole = onScreen(window.root());
        for (Bounds place : places()) {
            assertThat(place.getMinY()).isGreaterThanOrEqualTo(whole.getMinY());
            assertThat(place.getMaxY()).isLessThanOrEqualTo(whole.getMaxY());
            assertThat(place.getHeight()).isGreaterThan(100);
        }
    }

    private List<Bounds> places() {
        return ABOUT_THE_CELL.stream().map(style -> onScreen(styled(style))).toList();
    }

    private static Bounds onScreen(Node node) {
        return onWindow(() -> node.localToScreen(node.getBoundsInLocal()));
    }
}
