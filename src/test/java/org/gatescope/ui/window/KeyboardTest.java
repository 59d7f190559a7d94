package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.gatescope.session.Example;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without a mouse everything can be reached and left again, and says what it is. */
class KeyboardTest extends WindowScene {
    private static final int MOST = 400;

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
        List<String> silent = focusable().stream()
                .filter(node -> words(node).isBlank())
                .map(Node::toString)
                .toList();
        assertThat(silent).isEmpty();
    }

    private void assertWholeTour(boolean backwards) {
        robot.interact(() -> window.root().requestFocus());
        Set<Node> visited = new LinkedHashSet<>(Set.of(window.root()));
        tab(backwards);
        Node start = owner();
        for (int i = 0; i < MOST && (owner() != start || visited.size() < 3); i++) {
            visited.add(owner());
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

    private void tab(boolean backwards) {
        if (backwards) {
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
