package org.gatescope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

class BubbleTest extends WindowScene {
    @Test
    void oneMayBeOpenedAndClosedAsFastAsEvents() {
        PopOver bubble = onWindow(() -> Bubble.of(new Label("content"), PopOver.ArrowLocation.TOP_LEFT, "title"));
        Button owner = (Button) node("help");
        for (int i = 0; i < 20; i++) {
            robot.interact(() -> {
                bubble.show(owner);
                bubble.hide();
                bubble.hide();
                bubble.show(owner);
            });
            robot.interact(() -> bubble.hide());
        }
        assertThat(onWindow(bubble::isShowing)).isFalse();
    }

    /** A drag whose press was somewhere else. */
    @Test
    void oneMayBeDraggedWithoutHavingBeenPressed() {
        PopOver bubble = onWindow(() -> Bubble.of(new Label("content"), PopOver.ArrowLocation.TOP_LEFT, "title"));
        robot.interact(() -> bubble.show(node("help")));
        robot.interact(() -> bubble.getSkin().getNode().fireEvent(dragged()));
        assertThat(onWindow(bubble::isDetached)).isFalse();
        robot.interact(() -> bubble.hide());
    }

    /** Its first control is a choice. */
    @Test
    void escapeLeavesOneWhateverHasTheFocusInIt() {
        press("draw");
        assertThat(shown()).isEqualTo(1);
        type(KeyCode.ESCAPE);
        assertThat(shown()).isZero();
    }

    @Test
    void oneGivesWayToTheNext() {
        press("draw");
        chord(KeyCode.G, KeyCode.CONTROL);
        assertThat(shown()).isEqualTo(1);
        type(KeyCode.ESCAPE);
        assertThat(shown()).isZero();
    }

    private static long shown() {
        return onWindow(() ->
                Window.getWindows().stream().filter(PopOver.class::isInstance).count());
    }

    private static MouseEvent dragged() {
        return new MouseEvent(
                MouseEvent.MOUSE_DRAGGED,
                5,
                5,
                5,
                5,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                null);
    }
}
