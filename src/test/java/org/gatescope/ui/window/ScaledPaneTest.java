package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.assertj.core.data.Offset;
import org.controlsfx.control.PopOver;
import org.gatescope.explain.NumberId;
import org.gatescope.picture.lane.TimeAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaledPaneTest extends WindowScene {
    @Test
    void keysMakeItLargerSmallerAndUsual() {
        double usual = seenHeight(styled(".play"));
        chord(KeyCode.EQUALS, KeyCode.CONTROL);
        chord(KeyCode.EQUALS, KeyCode.CONTROL);
        assertThat(percent()).isEqualTo(125);
        assertThat(seenHeight(styled(".play"))).isCloseTo(1.25 * usual, within());
        chord(KeyCode.DIGIT0, KeyCode.CONTROL);
        assertThat(seenHeight(styled(".play"))).isCloseTo(usual, within());
        chord(KeyCode.MINUS, KeyCode.CONTROL);
        assertThat(percent()).isEqualTo(90);
    }

    @Test
    void thereIsAnEndToBothSides() {
        for (int i = 0; i < 15; i++) {
            chord(KeyCode.ADD, KeyCode.CONTROL);
        }
        assertThat(percent()).isEqualTo(300);
        for (int i = 0; i < 15; i++) {
            chord(KeyCode.SUBTRACT, KeyCode.CONTROL);
        }
        assertThat(percent()).isEqualTo(80);
    }

    @Test
    void theTimeAxisKeepsItsKeys() {
        type(KeyCode.PLUS);
        type(KeyCode.MINUS);
        assertThat(percent()).isEqualTo(100);
    }

    /** As many pixels as are seen: neither is one stretched, nor are there more. */
    @ParameterizedTest
    @ValueSource(ints = {80, 125, 200})
    void picturesHaveThePixelsThatTheyCover(int percent) {
        scale(percent);
        onWindow(() -> {
            Node canvas = squares("h'");
            assertThat(canvas.getLocalToSceneTransform().getMxx()).isCloseTo(1, within());
            Node lane = canvas.getParent();
            assertThat(squares("h'").getWidth())
                    .isEqualTo(Math.ceil(lane.getLayoutBounds().getWidth() * percent / 100));
            return null;
        });
    }

    @Test
    void aClickHitsTheSquareThatIsSeen() {
        scale(150);
        Point2D place = onWindow(() -> {
            Node lane = squares("h'").getParent();
            Bounds bounds = lane.getLayoutBounds();
            return lane.localToScreen(TimeAxis.of(3, bounds.getWidth()).centre(1), 2.5 * bounds.getHeight() / 4);
        });
        click(place);
        assertThat(onWindow(() -> window.selection().opened().get()))
                .isEqualTo(new NumberId.OfStep("0.forward", "h'", 1, 0, 2));
    }

    @Test
    void dividersFollowThePointer() {
        scale(150);
        Node divider = styled("#main > .split-pane-divider");
        Bounds before = onWindow(() -> divider.localToScreen(divider.getLayoutBounds()));
        Point2D grip = new Point2D(before.getCenterX(), before.getCenterY());
        drag(grip, grip.add(60, 0));
        Bounds after = onWindow(() -> divider.localToScreen(divider.getLayoutBounds()));
        assertThat(after.getCenterX() - before.getCenterX()).isBetween(55.0, 65.0);
        assertThat(onWindow(() -> ((SplitPane) node("main")).getDividerPositions()[0]))
                .isPositive();
    }

    @Test
    void whatHangsOverTheWindowIsWrittenAsLarge() {
        scale(200);
        onWindow(() -> {
            Tooltip tip = new Tooltip("tip");
            tip.show(stage);
            tip.getScene().getRoot().applyCss();
            double size = tip.getFont().getSize();
            tip.hide();
            assertThat(size).isEqualTo(26);
            return null;
        });
        press("mistakes");
        await(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> menu.getScene().getRoot().lookupAll(".menu-item > .label").stream())
                .anyMatch(label -> ((Label) label).getFont().getSize() == 26));
        type(KeyCode.ESCAPE);
        assertThat(Window.getWindows()).doesNotContainNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "gallery", "draw", "input-text", "input-array"})
    void bubblesStayWithinTheWindow(String opener) {
        resize(1024, 768);
        scale(200);
        if (!has(opener)) {
            chord(KeyCode.DIGIT1, KeyCode.CONTROL); // is in the tables, which have given way
        }
        press(opener);
        settle();
        Window bubble = Window.getWindows().stream()
                .filter(PopOver.class::isInstance)
                .findFirst()
                .orElseThrow();
        onWindow(() -> {
            Bounds content = ((PopOver) bubble).getContentNode().getLayoutBounds();
            Bounds seen = ((PopOver) bubble).getContentNode().localToScreen(content);
            assertThat(seen.getWidth()).isLessThan(1024);
            assertThat(seen.getHeight()).isLessThan(768);
            assertThat(bubble.getHeight()).isLessThan(768);
            assertThat(bubble.getWidth()).isLessThan(1024);
            return null;
        });
        type(KeyCode.ESCAPE);
        assertThat(onWindow(bubble::isShowing)).isFalse();
    }

    @Test
    void aRoomThatIsAskedForComesIntoView() {
        resize(1024, 768);
        scale(200);
        chord(KeyCode.DIGIT5, KeyCode.CONTROL);
        assertThat(seenRight(node("room-diagnostics"))).isBetween(300.0, 1024.0);
        chord(KeyCode.F6, KeyCode.SHIFT);
        chord(KeyCode.F6, KeyCode.SHIFT);
        type(KeyCode.F6, 4);
        chord(KeyCode.DIGIT4, KeyCode.CONTROL);
        assertThat(seenRight(node("room-training"))).isBetween(100.0, 1024.0);
    }

    @Test
    void keysScrollThePageOfKeys() {
        resize(1024, 768);
        scale(200);
        type(KeyCode.F1);
        ScrollPane page = robot.lookup(".scrolled-bubble").query();
        type(KeyCode.PAGE_DOWN);
        assertThat(onWindow(page::getVvalue)).isPositive();
        type(KeyCode.ESCAPE);
    }

    /** At three times the size in a window of 1024 × 768 nothing is out of reach. */
    @Test
    void whatHasNoRoomCanBeScrolledTo() {
        resize(1024, 768);
        scale(300);
        Node last = node("theme");
        assertThat(seenRight(last)).isGreaterThan(1024);
        robot.interact(() -> {
            ScrollBar across = (ScrollBar) node("across");
            assertThat(across.isVisible()).isTrue();
            across.setValue(across.getMax());
        });
        settle();
        assertThat(seenRight(last)).isBetween(900.0, 1024.0);
        scale(100);
        assertThat(onWindow(() -> node("across").isVisible())).isFalse();
        assertThat(seenRight(last)).isBetween(900.0, 1024.0);
    }

    /** Where lanes and number have no room for both, one of them has all of it. */
    @Test
    void aNumberCanBeReadAtThreeTimesTheSize() {
        resize(1280, 800);
        scale(300);
        chord(KeyCode.DIGIT8, KeyCode.CONTROL);
        if (!has("inspect-close")) {
            chord(KeyCode.DIGIT8, KeyCode.CONTROL); // it was shown, and now it is again
        }
        robot.interact(() -> window.selection().opened().set(new NumberId.OfStep("0.forward", "h'", 1, 0, 2)));
        settle();
        Node value = styled(".inspect .number-value");
        onWindow(() -> {
            Bounds seen = value.localToScene(value.getLayoutBounds());
            assertThat(seen.getMaxY())
                    .isLessThan(styled(".inspect")
                            .localToScene(styled(".inspect").getLayoutBounds())
                            .getMaxY());
            return null;
        });
        assertThat(seenHeight(styled(".inspect"))).isGreaterThan(300);
        press("inspect-close");
        assertThat(every(".inspect")).isEmpty();
        assertThat(every("#lane-h'")).hasSize(1);
    }

    private double seenHeight(Node node) {
        return onWindow(() -> node.localToScreen(node.getLayoutBounds()).getHeight());
    }

    /** Where the keys go is said in the status line, which makes the window no wider than it is. */
    @Test
    void aTableThatHasTheFocusLeavesTheWindowAsWideAsItIs() {
        resize(1024, 768);
        scale(200);
        chord(KeyCode.DIGIT1, KeyCode.CONTROL);
        setSize("steps", "5"); // how long its run took is known from now on
        clickCell("Wx.h", 0, 0);
        assertThat(onWindow(() -> node("status-keys").isVisible())).isTrue();
        assertThat(onWindow(() -> node("across").isVisible())).isFalse();
        assertThat(seenRight(node("theme"))).isLessThan(1024.5);
    }

    @Test
    void keysBringWhatTheyComeToIntoView() {
        resize(1024, 768);
        scale(200);
        press("show-cell");
        type(KeyCode.F6);
        for (int i = 0; i < 60; i++) {
            type(i % 4 == 3 ? KeyCode.F6 : KeyCode.TAB);
            Bounds seen = onWindow(() -> {
                Node owner = stage.getScene().getFocusOwner();
                return owner.localToScene(owner.getLayoutBounds());
            });
            assertThat(seen.getMinX()).as("left of stop %d", i).isBetween(-0.5, 1000.0);
            if (seen.getWidth() < 1000) {
                assertThat(seen.getMaxX()).as("right of stop %d", i).isLessThan(1024.5);
            }
        }
    }

    private double seenRight(Node node) {
        return onWindow(() -> node.localToScene(node.getLayoutBounds()).getMaxX());
    }

    private int percent() {
        return onWindow(() -> window.root().percentProperty().get());
    }

    private void scale(int percent) {
        robot.interact(() -> window.root().percentProperty().set(percent));
        settle();
    }

    /** On the screen. */
    private double seenHeight(String id) {
        return seenHeight(node(id));
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }
}
