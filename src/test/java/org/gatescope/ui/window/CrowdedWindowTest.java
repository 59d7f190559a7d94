package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At a projector of 1024 × 768, at twice the size: parts of the window give way to each other. */
class CrowdedWindowTest extends WindowScene {
    private static final int TABLES = 1;
    private static final int NETWORK = 2;
    private static final int CELL = 3;
    private static final int FLOW = 7;
    private static final int WHY = 8;

    @Override
    protected Arrangement arrangement() {
        return Arrangement.FIRST;
    }

    @BeforeEach
    void enlarge() {
        resize(1024, 768);
        scale(200);
    }

    @Test
    void theLanesHaveAllOfItAtFirst() {
        assertThat(shown()).containsExactly(false, false, false, false);
        assertThat(onWindow(() -> node("across").isVisible())).isFalse();
        assertThat(size(styled(".lanes")).getWidth()).isGreaterThan(900);
        assertThat(size(styled(".lanes")).getHeight()).isGreaterThan(350);
    }

    @Test
    void whatIsAskedForTakesThePlaceOfTheLanes() {
        press(TABLES);
        assertThat(shown()).containsExactly(true, false, false, false);
        assertThat(items()).isEqualTo(1);
        assertThat(size(styled(".tables-panel")).getWidth()).isGreaterThan(1000);
        press(CELL);
        assertThat(shown()).containsExactly(false, false, false, true);
        assertThat(size(styled(".side-room")).getWidth()).isGreaterThan(1000);
        press(CELL);
        assertThat(shown()).containsExactly(false, false, false, false);
        assertThat(size(styled(".lanes")).getWidth()).isGreaterThan(900);
    }

    @Test
    void whatStandsWithTheLanesBringsThemBack() {
        press(CELL);
        press(WHY);
        assertThat(shown()).containsExactly(false, false, true, false);
    }

    @Test
    void whatIsShownBehindASideComesToTheFrontAtOnce() {
        press(WHY);
        press(CELL);
        assertThat(shown()).containsExactly(false, false, false, true);
        press(WHY);
        assertThat(shown()).containsExactly(false, false, true, false);
        press(CELL);
        click(node("show-why"));
        assertThat(shown()).containsExactly(false, false, true, false);
    }

    @Test
    void oneThingAtATimeStandsBesideTheLanes() {
        press(NETWORK);
        assertThat(shown()).containsExactly(false, true, false, false);
        press(WHY);
        assertThat(shown()).containsExactly(false, false, true, false);
        press(FLOW);
        assertThat(shown()).containsExactly(false, false, false, false);
        press(FLOW);
        assertThat(shown()).containsExactly(false, false, false, false);
    }

    @Test
    void aNumberThatIsOpenedIsExplained() {
        click(firstInput());
        assertThat(shown()).containsExactly(false, false, true, false);
    }

    @Test
    void allOfItComesBackWhereThereIsRoom() {
        press(TABLES);
        press(NETWORK);
        assertThat(onWindow(() -> window.arrangement().shown()))
                .as("what is remembered")
                .containsExactlyInAnyOrder("tables", "network", "why", "cell");
        scale(100);
        assertThat(shown()).containsExactly(true, true, true, true);
        assertThat(items()).isEqualTo(3);
        assertThat(size(styled(".tables-panel")).getWidth()).isLessThan(430);
    }

    @Test
    void aNumberThatIsEditedIsSeenInItsTable() {
        doubleClick(firstInput());
        assertThat(shown()[0]).isTrue();
        assertThat(onWindow(() -> editor("input").isVisible())).isTrue();
    }

    private void press(int digit) {
        chord(KeyCode.values()[KeyCode.DIGIT0.ordinal() + digit], KeyCode.CONTROL);
    }

    private Point2D firstInput() {
        return onWindow(() -> {
            Bounds lane = squares("x").getLayoutBounds();
            return squares("x").localToScreen(lane.getCenterX(), 3);
        });
    }

    /** Tables, network, “Why this number?”, cell. */
    private boolean[] shown() {
        return onWindow(() -> new boolean[] {
            isSeen(".tables-panel"), isSeen(".unrolled-panel"), isSeen(".inspect"), isSeen(".side-room")
        });
    }

    private boolean isSeen(String selector) {
        Node found = window.root().lookup(selector);
        return found != null && found.getScene() != null && found.isVisible();
    }

    private int items() {
        return onWindow(() -> ((SplitPane) node("main")).getItems().size());
    }

    /** On the screen. */
    private static Bounds size(Node node) {
        return onWindow(() -> ((Region) node).localToScreen(node.getLayoutBounds()));
    }

    private void scale(int percent) {
        robot.interact(() -> window.root().percentProperty().set(percent));
        settle();
    }
}
