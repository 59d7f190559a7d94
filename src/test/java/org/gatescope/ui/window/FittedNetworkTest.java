package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import org.gatescope.lesson.Example;
import org.gatescope.session.Phase;
import org.gatescope.session.Reshape;
import org.junit.jupiter.api.Test;

/** The network's pane is as high as the network needs, whatever happens to the window. */
class FittedNetworkTest extends WindowScene {
    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, true, false, 0.3, 0);
    }

    @Test
    void anotherNetworkGetsAnotherHeightAndNoneOfItIsOutOfView() {
        double small = height();
        openExample(Example.THREE_SENTENCES);
        double large = height();
        assertThat(large).isGreaterThan(small + 50);
        assertThat(isWhole()).isTrue();
        openExample(Example.SMALL_SEQUENCE);
        assertThat(height()).isEqualTo(small);
    }

    @Test
    void aWindowThatShrinksAndGrowsIsAsItWas() {
        double before = height();
        resize(WIDTH, 430);
        resize(WIDTH, HEIGHT);
        assertThat(height()).isEqualTo(before);
    }

    @Test
    void aDividerThatWasDraggedStays() {
        Point2D at = onWindow(() -> {
            Bounds network = onScreen(styled(".unrolled-panel"));
            return new Point2D(network.getCenterX(), network.getMaxY() + 2);
        });
        drag(at, at.add(0, 60));
        double dragged = height();
        openExample(Example.THREE_SENTENCES);
        assertThat(height()).isBetween(dragged - 15, dragged + 2); // the ruler has words now
    }

    @Test
    void theLayerInPlayIsInViewHoweverLittleRoomThereIs() {
        openExample(Example.THREE_SENTENCES);
        robot.interact(() -> {
            SplitPane split = (SplitPane) styled(".stage .split-pane");
            split.setDividerPositions(0.12);
        });
        settle();
        type(KeyCode.HOME);
        type(KeyCode.RIGHT);
        double lowest = scroll().getVvalue();
        robot.interact(() -> workbench.move(now -> now.atStep(Phase.FORWARD, "2.forward", 0)));
        settle();
        assertThat(scroll().getVvalue()).isLessThan(lowest);
    }

    @Test
    void thinRowsOfManyLayersHaveRoomBeforeMoreThanALaneOrTwo() {
        resize(1280, 800);
        openExample(Example.THREE_SENTENCES);
        robot.interact(() -> {
            for (int layer = 3; layer < 6; layer++) {
                int top = layer;
                workbench.change(
                        "layer",
                        session -> Reshape.withNewLayer(
                                session, top, session.network().layers().getLast()));
            }
        });
        settle();
        assertThat(isWhole()).isTrue();
    }

    @Test
    void theLayerInPlayStaysInViewAsThePaneGetsLower() {
        openExample(Example.THREE_SENTENCES);
        robot.interact(() -> workbench.move(now -> now.atStep(Phase.FORWARD, "0.forward", 0)));
        settle();
        resize(WIDTH, 430);
        assertThat(scroll().getVvalue()).isGreaterThan(0.5);
    }

    private boolean isWhole() {
        return onWindow(() -> scroll().getContent().getLayoutBounds().getHeight()
                <= scroll().getViewportBounds().getHeight() + 1);
    }

    private ScrollPane scroll() {
        return (ScrollPane) styled(".unrolled-panel .scroll-pane");
    }

    private double height() {
        return onScreen(styled(".unrolled-panel")).getHeight();
    }

    private static Bounds onScreen(Node node) {
        return onWindow(() -> node.localToScreen(node.getBoundsInLocal()));
    }
}
