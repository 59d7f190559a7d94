package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.assertj.core.data.Offset;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;

/** The tour of the window, taken as someone who is new to it takes it. */
class GuidedTourTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.AGREEMENT.session();
    }

    @Override
    protected Arrangement arrangement() {
        return Arrangement.FIRST;
    }

    private void begin() {
        type(KeyCode.F1);
        robot.interact(() -> robot.lookup("#help-tour").query().requestFocus());
        type(KeyCode.SPACE);
        assertThat(isOn()).isTrue();
    }

    private boolean isOn() {
        return onWindow(() -> {
            Node bar = window.root().lookup("#tour");
            return bar != null && bar.isVisible();
        });
    }

    private String words() {
        return onWindow(() -> ((Label) node("tour-words")).getText());
    }

    /** Whether the outline lies around a part of the window, and the words beside it. */
    private void pointsAt(Node part) {
        Bounds outline = onWindow(() -> bounds(every(".sight").getFirst()));
        Bounds bounds = onWindow(() -> bounds(part));
        assertThat(outline.getCenterX()).isCloseTo(bounds.getCenterX(), within());
        assertThat(outline.getCenterY()).isCloseTo(bounds.getCenterY(), within());
        assertThat(outline.getHeight()).isCloseTo(bounds.getHeight(), within());
        assertThat(onWindow(() -> bounds(node("tour"))).intersects(inside(bounds)))
                .as("its words cover it")
                .isFalse();
    }

    private static Offset<Double> within() {
        return Offset.offset(3.0);
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Bounds inside(Bounds bounds) {
        return new BoundingBox(
                bounds.getMinX() + 2, bounds.getMinY() + 2, bounds.getWidth() - 4, bounds.getHeight() - 4);
    }

    /** Does what a stop asks for: its words change then. */
    private void does(Runnable task) {
        String asked = words();
        task.run();
        await(() -> !words().equals(asked));
    }

    @Test
    void everyStopPointsAtAPartOfTheWindowAndSeesWhatIsDoneThere() {
        begin();
        assertThat(session()).isEqualTo(Example.AGREEMENT.session());
        assertThat(playhead().step()).isEqualTo(3);
        pointsAt(every(".transport").getFirst());
        assertThat(onWindow(() -> node("tour").getAccessibleText())).contains(words(), "1", "Escape");
        does(() -> type(KeyCode.SPACE));
        type(KeyCode.PAGE_DOWN);
        pointsAt(every(".lanes").getFirst());
        does(() -> click(square("f", 1, 0)));
        type(KeyCode.PAGE_DOWN);
        pointsAt(every(".inspect").getFirst());
        does(() -> click(styled(".inspect .factor")));
        type(KeyCode.PAGE_DOWN);
        pointsAt(every(".left-column").getFirst());
        Session before = session();
        does(() -> {
            clickCell("Wx.i", 0, 0);
            write("2");
            type(KeyCode.ENTER);
        });
        assertThat(session()).isNotEqualTo(before);
        type(KeyCode.ESCAPE);
        assertThat(isOn()).as("Escape has left the table alone").isTrue();
        type(KeyCode.PAGE_UP);
        pointsAt(every(".inspect").getFirst());
        type(KeyCode.PAGE_DOWN);
        type(KeyCode.ENTER);
        pointsAt(every(".side-room").getFirst());
        does(() -> type(KeyCode.RIGHT));
        click(node("tour-next"));
        pointsAt(node("gallery"));
        does(() -> chord(KeyCode.G, KeyCode.CONTROL));
        write(Example.VANISHING_RNN.title());
        type(KeyCode.ENTER);
        assertThat(isOn()).isFalse();
        assertThat(session()).isEqualTo(Example.VANISHING_RNN.session());
    }

    @Test
    void itIsLeftAtAnyTimeAndTheWindowHasAllItsRoomAgain() {
        double height = onWindow(() -> window.root().getHeight());
        double lanes = onWindow(() -> styled(".lanes").getLayoutBounds().getHeight());
        begin();
        type(KeyCode.ESCAPE);
        assertThat(isOn()).isFalse();
        assertThat(onWindow(() -> styled(".sight-frame").isVisible())).isFalse();
        assertThat(onWindow(() -> window.root().getHeight())).isEqualTo(height);
        assertThat(onWindow(() -> styled(".lanes").getLayoutBounds().getHeight()))
                .isEqualTo(lanes);
        begin();
        type(KeyCode.PAGE_DOWN, 2);
        click(node("tour-leave"));
        assertThat(isOn()).isFalse();
        begin();
        type(KeyCode.PAGE_DOWN, 6);
        assertThat(isOn()).isFalse();
    }

    /** What is put away comes back for it, and a window that is filled by one pane is as ever. */
    @Test
    void whatItPointsAtIsShownWhateverWasPutAway() {
        chord(KeyCode.DIGIT1, KeyCode.CONTROL);
        chord(KeyCode.DIGIT3, KeyCode.CONTROL);
        chord(KeyCode.DIGIT8, KeyCode.CONTROL);
        chord(KeyCode.DIGIT5, KeyCode.CONTROL);
        openExample(Example.SMALL_SEQUENCE);
        resize(620, 560);
        begin();
        assertThat(workbench.undoLabel().orElse("")).contains("tour");
        type(KeyCode.PAGE_DOWN);
        pointsAt(every(".lanes").getFirst());
        type(KeyCode.PAGE_DOWN);
        pointsAt(every(".inspect").getFirst());
        type(KeyCode.PAGE_DOWN);
        pointsAt(every(".left-column").getFirst());
        type(KeyCode.PAGE_DOWN);
        pointsAt(every(".side-room").getFirst());
        assertThat(window.arrangement().room()).isEqualTo("cell");
        type(KeyCode.F5);
        assertThat(onWindow(() -> styled(".sight-frame").isVisible())).isFalse();
        type(KeyCode.F5);
        assertThat(isOn()).isTrue();
    }
}
