package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.ReadOut;
import org.gatescope.lesson.Example;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.ui.grid.Grid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Without a mouse everything can be reached and left again, and says what it is. */
class KeyboardTest extends WindowScene {
    private static final int MOST = 400;
    private static final List<KeyCode> ROOMS = List.of(KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6);
    /** Of a control or a heading, in pixels: whoever comes to it sees what it is. */
    private static final double GLANCE = 24;

    /** Large tables have many cells to go through. */
    private boolean skipsCells;

    @ParameterizedTest
    @EnumSource(names = {"SMALL_SEQUENCE", "SMALL_SEQUENCE_LSTM"})
    void tabReachesEveryControlAndLeavesItAgain(Example example) {
        robot.interact(() -> workbench.open("open", example.session()));
        settle();
        assertWholeTour(false);
        assertWholeTour(true);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENTENCE", "SMALL_SEQUENCE"})
    void everyControlThatCanHaveTheFocusSaysWhatItIs(Example example) {
        robot.interact(() -> workbench.open("open", example.session()));
        settle();
        assertThat(silent()).isEmpty();
    }

    private List<String> silent() {
        return focusable().stream()
                .filter(node -> words(node).isBlank())
                .map(Node::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"cell, 7", "training, 60", "diagnostics, 1", "diagnostics, 60", "diagnostics, 2000", "mistakes, 7"})
    void tabReachesAllOfARoomAndBringsItIntoView(String room, int steps) {
        Session session = Session.zeros(room, BuiltInCells.cell("lstm"), 2, steps, 2, 3);
        ReadOut readOut = new ReadOut(2, true, ReadOut.Activation.SOFTMAX);
        Session trainable =
                Reshape.withReadOut(session, Optional.of(readOut)).change().session();
        robot.interact(() -> workbench.open("open", trainable));
        chord(KeyCode.DIGIT7, KeyCode.CONTROL);
        chord(ROOMS.get(Rooms.keys().indexOf(room)), KeyCode.CONTROL);
        skipsCells = true;
        assertWholeTour(false);
        assertThat(silent()).isEmpty();
    }

    private void assertWholeTour(boolean backwards) {
        robot.interact(() -> window.root().requestFocus());
        Set<Node> visited = new LinkedHashSet<>(Set.of(window.root()));
        tab(backwards);
        Node start = owner();
        for (int i = 0; i < MOST && (owner() != start || visited.size() < 3); i++) {
            visited.add(owner());
            assertInView(owner());
            tab(backwards);
            assertThat(owner())
                    .as("the focus after " + visited.size() + " controls")
                    .isNotNull();
        }
        assertThat(owner()).as("once around").isSameAs(start);
        Set<Node> missed = new LinkedHashSet<>(focusable());
        missed.removeAll(visited);
        assertThat(missed.stream().map(KeyboardTest::words).toList()).isEmpty();
    }

    private static void assertInView(Node owner) {
        Bounds hidden = onWindow(() -> {
            owner.getScene().getRoot().layout();
            for (Node at = owner; at != null; at = at.getParent()) {
                if (at instanceof PanelColumn pane) {
                    Bounds view = pane.localToScene(pane.getBoundsInLocal());
                    Bounds place = owner.localToScene(owner.getBoundsInLocal());
                    double seen = Math.min(view.getMaxY(), place.getMaxY()) - Math.max(view.getMinY(), place.getMinY());
                    return seen >= Math.min(place.getHeight(), GLANCE) - 1 ? null : place;
                }
            }
            return null;
        });
        assertThat(hidden).as("out of view: %s", owner).isNull();
    }

    private void tab(boolean backwards) {
        if (skipsCells && owner() instanceof Grid) {
            robot.press(KeyCode.CONTROL).type(KeyCode.TAB).release(KeyCode.CONTROL);
        } else if (backwards) {
            robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        } else {
            robot.type(KeyCode.TAB);
        }
    }

    private Node owner() {
        return onWindow(() -> stage.getScene().getFocusOwner());
    }

    private Set<Node> focusable() {
        return onWindow(() -> every("*").stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled() && isShown(node))
                .filter(node -> !(node instanceof ToggleButton pill) || pill.isSelected()) // arrows lead to the others
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String words(Node node) {
        return onWindow(() -> {
            String spoken = node.getAccessibleText();
            String shown = node instanceof Labeled labeled ? labeled.getText() : "";
            return spoken != null ? spoken : shown != null ? shown : "";
        });
    }
}
