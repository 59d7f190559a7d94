package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.gatescope.ui.grid.Grid;
import org.junit.jupiter.api.Test;

/** On a projector there is little on the screen, all of it is large, and a presenter's remote plays. */
class ProjectorTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return Arrangement.FIRST;
    }

    @Test
    void itShowsNetworkAndLanesLargeAndEscapeGivesTheWindowBack() {
        resize(1000, 768);
        double usual = gallery();
        type(KeyCode.F5);
        assertThat(isSeen(".top-bar") || isSeen(".transport") || isSeen(".status-bar"))
                .isFalse();
        assertThat(isSeen(".lanes") && isSeen(".unrolled-panel")).isTrue();
        assertThat(isSeen(".filled-heading")).isFalse();
        assertThat(onWindow(() -> window.root().percentProperty().get())).isGreaterThanOrEqualTo(200);
        assertThat(window.remembered().get(MainWindow.SCALE)).isEqualTo("100.0");
        type(KeyCode.ESCAPE);
        assertThat(isSeen(".top-bar") && isSeen(".transport") && isSeen(".status-bar"))
                .isTrue();
        assertThat(isSeen(".filled")).isFalse();
        assertThat(gallery()).isCloseTo(usual, offset(0.1));
    }

    @Test
    void whatFilledTheWindowStaysAndF5LeavesToo() {
        focus("gallery");
        robot.interact(() -> window.fill("cell"));
        type(KeyCode.F5);
        assertThat(isSeen(".cell-panel")).isTrue();
        assertThat(isSeen(".lanes")).isFalse();
        type(KeyCode.F5);
        assertThat(isSeen(".filled") && isSeen(".top-bar")).isTrue();
    }

    @Test
    void aRemoteStepsThroughTimeAndTurnsTheScreenBlack() {
        type(KeyCode.HOME);
        type(KeyCode.F5);
        type(KeyCode.PAGE_DOWN);
        long first = operations();
        type(KeyCode.PAGE_DOWN);
        assertThat(operations()).isGreaterThan(first);
        type(KeyCode.B);
        assertThat(isSeen(".night")).isTrue();
        long second = operations();
        type(KeyCode.PAGE_DOWN);
        assertThat(isSeen(".night")).isFalse();
        assertThat(operations()).isEqualTo(second);
        type(KeyCode.PAGE_UP);
        assertThat(operations()).isEqualTo(first);
        type(KeyCode.ESCAPE);
        type(KeyCode.B, KeyCode.PAGE_DOWN);
        assertThat(isSeen(".night")).isFalse();
        assertThat(operations()).isEqualTo(first);
    }

    @Test
    void penAndHighlighterLeaveLinesUntilTheyAreErased() {
        type(KeyCode.F5);
        chord(KeyCode.P, KeyCode.CONTROL);
        drag();
        chord(KeyCode.I, KeyCode.CONTROL);
        drag();
        assertThat(lines()).isEqualTo(List.of("pen", "highlighter"));
        chord(KeyCode.A, KeyCode.CONTROL);
        drag();
        assertThat(lines()).hasSize(2);
        type(KeyCode.E);
        assertThat(lines()).isEmpty();
    }

    @Test
    void itsMenuChoosesThePanesAndTheLastOneStays() {
        type(KeyCode.F5);
        choose("Network");
        assertThat(isSeen(".unrolled-panel")).isFalse();
        choose("Values and gradients");
        assertThat(isSeen(".lanes")).isTrue();
        choose("The cell");
        assertThat(isSeen(".lanes") && isSeen(".cell-panel")).isTrue();
    }

    /** In the field of a text the letters are the text's. */
    @Test
    void whatIsTypedIntoATextIsNotAKeyOfTheProjector() {
        type(KeyCode.F5);
        choose(": bias");
        robot.interact(() -> grid().requestFocus());
        type(KeyCode.F2, KeyCode.B);
        assertThat(isSeen(".night")).isFalse();
        type(KeyCode.ESCAPE);
        assertThat(onWindow(() -> grid().isFocused())).isTrue();
    }

    private Grid grid() {
        return every("*").stream()
                .filter(Grid.class::isInstance)
                .map(Grid.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void choose(String pane) {
        robot.interact(() -> {
            MenuButton panes = (MenuButton) styled("#projector-panes");
            panes.show();
            panes.getItems().stream()
                    .map(CheckMenuItem.class::cast)
                    .filter(item -> item.getText().endsWith(pane))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            panes.hide();
        });
        settle();
    }

    private void drag() {
        Point2D middle = onWindow(() -> window.root().localToScreen(400, 300));
        robot.drag(middle.getX(), middle.getY(), MouseButton.PRIMARY)
                .moveBy(60, 20)
                .drop();
        settle();
    }

    private List<String> lines() {
        return onWindow(() -> every(".stroke").stream()
                .map(line -> line.getStyleClass().getLast())
                .toList());
    }

    private long operations() {
        return onWindow(() -> workbench.shown().get().playhead().position());
    }

    private double gallery() {
        return onWindow(() ->
                node("gallery").localToScreen(node("gallery").getLayoutBounds()).getHeight());
    }

    private boolean isSeen(String style) {
        return onWindow(() -> every(style).stream().anyMatch(ProjectorTest::isTreeVisible));
    }

    private static boolean isTreeVisible(Node node) {
        return Stream.iterate(node, at -> at != null, Node::getParent).allMatch(Node::isVisible);
    }
}
