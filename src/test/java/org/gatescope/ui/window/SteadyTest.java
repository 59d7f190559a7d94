package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import org.gatescope.engine.mistakes.Mistake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is pressed stays under the pointer. */
class SteadyTest extends WindowScene {
    @Override
    protected Arrangement arrangement() {
        return new Arrangement(false, false, true, 0, 0.4);
    }

    @BeforeEach
    void showMistakes() {
        robot.interact(() -> window.showRoom("mistakes"));
        settle();
    }

    private static double top(Node node) {
        return onWindow(() -> node.localToScene(0, 0).getY());
    }

    @Test
    void aMistakeThatIsSwitchedOnAndOffDoesNotRunAway() {
        CheckBox box = (CheckBox) node("lab-" + Mistake.TRANSPOSE_MISSING.id());
        click(box); // which scrolls to it
        double on = top(box);
        robot.clickOn(box);
        settle();
        assertThat(onWindow(box::isSelected)).isFalse();
        assertThat(top(box)).isCloseTo(on, within(1.0));
        robot.clickOn(box);
        settle();
        assertThat(onWindow(box::isSelected)).isTrue();
        assertThat(top(box)).isCloseTo(on, within(1.0));
    }
}
