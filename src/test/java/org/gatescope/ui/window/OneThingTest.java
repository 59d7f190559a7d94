package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import org.gatescope.Wording;
import org.gatescope.lesson.Task;
import org.gatescope.session.Session;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.grid.Grid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In each place a key of playback does one thing: either the playhead moves or what has the focus. */
class OneThingTest extends WindowScene {
    private static final List<List<KeyCode>> KEYS = List.of(
            List.of(KeyCode.RIGHT),
            List.of(KeyCode.LEFT),
            List.of(KeyCode.RIGHT, KeyCode.SHIFT),
            List.of(KeyCode.LEFT, KeyCode.SHIFT),
            List.of(KeyCode.HOME),
            List.of(KeyCode.END));

    @Override
    protected Session first() {
        return Task.HELLO.session(1);
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, true, true, 0.3, 0.4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cell", "training", "diagnostics", "mistakes"})
    void ofEveryFocus(String room) {
        robot.interact(() -> window.showRoom(room));
        settle();
        for (Node node : focusable(room)) {
            for (List<KeyCode> keys : KEYS) {
                robot.interact(() -> {
                    workbench.move(now -> now.at(now.schedule().length() / 2));
                    node.requestFocus();
                });
                settle();
                if (!onWindow(node::isFocused)) {
                    continue; // it shows what another place of the playhead has
                }
                String before = state(node);
                long place = playhead().position();
                chord(keys.getFirst(), keys.subList(1, keys.size()).toArray(KeyCode[]::new));
                boolean moved = playhead().position() != place;
                boolean changed = !state(node).equals(before);
                String what = keys + " on " + node;
                boolean isTyped = node instanceof TextInputControl || node instanceof Slider || node instanceof Grid;
                assertThat(moved && changed && isTyped)
                        .as("%s does two things", what)
                        .isFalse();
                assertThat(moved).as("%s moves the playhead", what).isEqualTo(!keepsArrows(node));
                type(KeyCode.ESCAPE);
            }
        }
    }

    /** Escape gives the arrows to playback; the way back through opened numbers stays. */
    @Test
    void altWithAnArrowLeadsBackThroughOpenedNumbersFromAnywhere() {
        clickCell("Wx.h", 0, 0);
        String first = opened();
        click(square("h'", 0, 0));
        String second = opened();
        assertThat(second).isNotEqualTo(first);
        type(KeyCode.ESCAPE);
        chord(KeyCode.LEFT, KeyCode.ALT);
        assertThat(opened()).isEqualTo(first);
        focus("outline-input");
        chord(KeyCode.RIGHT, KeyCode.ALT);
        assertThat(opened()).isEqualTo(second);
    }

    /** As the caret in an editor: the arrows leave no steps of the way back, from square to square or in a lane. */
    @Test
    void arrowsInALaneAreNoStepsOfTheWayBack() {
        click(square("h'", 0, 0));
        String first = opened();
        click(square("h'", 1, 0));
        type(KeyCode.DOWN);
        type(KeyCode.DOWN);
        chord(KeyCode.RIGHT, KeyCode.CONTROL);
        String last = opened();
        assertThat(last).isNotEqualTo(first);
        chord(KeyCode.LEFT, KeyCode.ALT);
        assertThat(opened()).isEqualTo(first);
        chord(KeyCode.RIGHT, KeyCode.ALT);
        assertThat(opened()).isEqualTo(last);
    }

    private String opened() {
        return onWindow(() -> styled(".explanation").getAccessibleText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cell", "training", "diagnostics", "mistakes"})
    void spacePlaysUnlessItIsTypedOrPresses(String room) {
        robot.interact(() -> window.showRoom(room));
        settle();
        for (Node node : focusable(room)) {
            if (node instanceof Toggle) {
                continue; // it would stay pressed
            }
            robot.interact(() -> {
                node.addEventFilter(ActionEvent.ACTION, Event::consume);
                workbench.move(now -> now.at(now.schedule().length() / 2));
                node.requestFocus();
            });
            settle();
            if (!onWindow(node::isFocused)) {
                continue; // it shows what another place of the playhead has
            }
            type(KeyCode.SPACE);
            boolean plays = Wording.says(
                    onWindow(() -> styled(".round.play").getAccessibleText()), "ui.transport:transport.pause");
            assertThat(plays).as("Space on %s plays", node).isEqualTo(!takesSpace(node));
            if (plays || node instanceof TitledPane) {
                type(KeyCode.SPACE);
            }
            type(KeyCode.ESCAPE);
        }
    }

    private static boolean takesSpace(Node node) {
        boolean isPressed = node instanceof ButtonBase
                || node instanceof ComboBoxBase
                || node instanceof ChoiceBox
                || node instanceof TitledPane;
        return isPressed && !node.getStyleClass().contains(Shortcuts.OPENED_BY_ENTER)
                || node instanceof TextInputControl
                || node instanceof Grid;
    }

    @Test
    void whereTheArrowsGoIsSaid() {
        assertThat(onWindow(() -> node("status-keys").isVisible())).isFalse();
        robot.interact(() -> ((Node) styled(".gs-grid")).requestFocus());
        settle();
        assertThat(onWindow(() -> ((Label) node("status-keys")).getText())).is(saying("ui.window:keys-note.table"));
        type(KeyCode.ESCAPE);
        assertThat(onWindow(() -> node("status-keys").isVisible())).isFalse();
        long before = playhead().position();
        type(KeyCode.LEFT);
        assertThat(playhead().position()).isEqualTo(before - 1);
    }

    @Test
    void whileAMenuIsOpenAllKeysAreTheMenus() {
        robot.interact(() -> workbench.move(now -> now.at(now.schedule().length() / 2)));
        long before = playhead().position();
        click(node("mistakes"));
        type(KeyCode.DOWN, KeyCode.END, KeyCode.HOME, KeyCode.LEFT);
        assertThat(playhead().position()).isEqualTo(before);
        type(KeyCode.ESCAPE);
        type(KeyCode.LEFT);
        assertThat(playhead().position()).isEqualTo(before - 1);
    }

    private boolean keepsArrows(Node node) {
        return onWindow(() -> Shortcuts.keepsArrows(node));
    }

    /** One of each kind; all of the window with the cell, and what the other rooms add to it. */
    private List<Node> focusable(String room) {
        return onWindow(() -> List.copyOf(every("*").stream()
                .filter(node -> room.equals("cell") || isOfRoom(node))
                .filter(node -> node.isFocusTraversable() && !node.isDisabled() && isShown(node))
                .collect(Collectors.toMap(
                        node -> node.getClass() + " " + node.getStyleClass(),
                        Function.identity(),
                        (one, other) -> one,
                        LinkedHashMap::new))
                .values()));
    }

    private static boolean isOfRoom(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent)
                .anyMatch(at -> at.getStyleClass().contains("side-room"));
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Of what a user could change with a key. */
    private static String state(Node node) {
        return onWindow(() -> switch (node) {
            case Slider slider -> Double.toString(slider.getValue());
            case TextInputControl text -> text.getText() + text.getCaretPosition();
            case Grid grid -> String.valueOf(grid.getAccessibleText());
            default -> Objects.toString(node.getAccessibleText());
        });
    }
}
