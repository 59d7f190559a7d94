package org.gatescope.ui.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.lesson.Example;
import org.gatescope.picture.Box;
import org.gatescope.session.Phase;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.ui.Wheel;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

/** The diagram zoomed and moved by hand. */
class DiagramViewTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(false, false, true, 0.3, 0.4);
    }

    @Test
    void keysZoomAndFitAndLeaveTheTimeAxisAlone() {
        robot.interact(() -> view().requestFocus());
        double fitted = scale();
        type(KeyCode.EQUALS);
        assertThat(scale()).isGreaterThan(fitted);
        assertThat(isFitted()).isFalse();
        type(KeyCode.DIGIT0);
        assertThat(scale()).isEqualTo(fitted);
        type(KeyCode.MINUS);
        assertThat(scale()).isLessThan(fitted);
    }

    @Test
    void theButtonFitsItAgain() {
        double fitted = scale();
        robot.interact(() -> view().requestFocus());
        type(KeyCode.EQUALS);
        robot.clickOn("#diagram-fit");
        assertThat(isFitted()).isTrue();
        assertThat(scale()).isEqualTo(fitted);
    }

    @Test
    void ofADiagramTooLargeToBeReadWholeTheButtonShowsAllAndThenWhatCanBeRead() {
        StringBuilder text = new StringBuilder("state h\n");
        for (int line = 0; line < 30; line++) {
            text.append("a%d = sigmoid(x @ Wx.a%d + h @ Wh.a%d)\n".formatted(line, line, line));
        }
        text.append("h' = tanh(")
                .append(IntStream.range(0, 30).mapToObj(line -> "a" + line).collect(Collectors.joining(" + ")))
                .append(")\n");
        robot.interact(() -> workbench.change(
                "cell",
                session ->
                        Reshape.withLayer(session, 0, new Layer(Cell.parse(text.toString()), 2, Directions.FORWARD))));
        settle();
        double readable = scale();
        assertThat(isFitted()).isFalse();

        robot.clickOn("#diagram-fit");
        assertThat(scale()).isLessThan(readable);
        robot.clickOn("#diagram-fit");
        assertThat(scale()).isEqualTo(readable);
    }

    @Test
    void theWheelZoomsAtThePointer() {
        Box before = place(0);
        robot.interact(() -> {
            Point2D at = view().localToScene(before.centreX(), before.centreY());
            view().fireEvent(Wheel.at(at.getX(), at.getY(), 120));
        });
        Box after = place(0);
        assertThat(after.width()).isGreaterThan(before.width());
        assertThat(after.centreX()).isCloseTo(before.centreX(), within(1.0));
    }

    @Test
    void theOperationAtThePlayheadComesIntoView() {
        robot.interact(() -> view().requestFocus());
        type(KeyCode.EQUALS, KeyCode.EQUALS, KeyCode.EQUALS, KeyCode.EQUALS, KeyCode.EQUALS, KeyCode.EQUALS);
        for (int operation : new int[] {0, 8, 14}) {
            robot.interact(() -> workbench.move(now -> now.atOperation(Phase.FORWARD, "0.forward", 3, operation)));
            OptionalInt lit = onWindow(() -> litNode());
            Box node = place(lit.orElseThrow());
            Bounds bounds = onWindow(() -> view().getLayoutBounds());
            assertThat(node.x()).isGreaterThanOrEqualTo(0);
            assertThat(node.right()).isLessThanOrEqualTo(bounds.getWidth());
            assertThat(node.y()).isGreaterThanOrEqualTo(0);
            assertThat(node.bottom()).isLessThanOrEqualTo(bounds.getHeight());
        }
    }

    private OptionalInt litNode() {
        return SessionDiagram.of(workbench.shown().get().run().session(), "0.forward")
                .lit(workbench.shown().get().playhead());
    }

    @Test
    void aDragMovesItAndOpensNothing() {
        robot.interact(() -> view().requestFocus());
        type(KeyCode.EQUALS, KeyCode.EQUALS, KeyCode.EQUALS);
        double before = place(0).x();
        robot.interact(() -> {
            Bounds bounds = view().localToScene(view().getLayoutBounds());
            mouse(MouseEvent.MOUSE_PRESSED, bounds.getCenterX(), bounds.getCenterY(), true);
            mouse(MouseEvent.MOUSE_DRAGGED, bounds.getCenterX() + 40, bounds.getCenterY(), false);
            mouse(MouseEvent.MOUSE_CLICKED, bounds.getCenterX() + 40, bounds.getCenterY(), false);
        });
        assertThat(place(0).x()).isGreaterThan(before);
        assertThat(window.selection().opened().get()).isNull();
    }

    private void mouse(EventType<MouseEvent> type, double x, double y, boolean isStill) {
        boolean isDown = type != MouseEvent.MOUSE_CLICKED;
        view().fireEvent(new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                isDown,
                false,
                false,
                false,
                false,
                isStill,
                null));
    }

    private DiagramView view() {
        return onWindow(() -> (DiagramView) window.root().lookup(".cell-diagram"));
    }

    private double scale() {
        return onWindow(() -> {
            view().layout();
            return view().scale();
        });
    }

    private boolean isFitted() {
        return onWindow(() -> view().wholeProperty().get());
    }

    private Box place(int node) {
        return onWindow(() -> {
            view().layout();
            return view().place(node).orElseThrow();
        });
    }
}
