package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.gatescope.cell.Convention;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.gatescope.ui.control.ShownNotation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The notation is chosen by keys, and everything that is read follows it. */
@Isolated("the notation is that of the whole app")
class NotationTest extends WindowScene {
    private static final int FROM_1 = 9;

    @Override
    protected Session first() {
        return Example.SMALL_SEQUENCE_LSTM.session();
    }

    @Override
    protected Arrangement arrangement() {
        return Arrangement.FIRST;
    }

    @AfterEach
    void asBefore() {
        robot.interact(() -> ShownNotation.property().set(Convention.FIRST));
    }

    /** @param item of the menu, the first is 1 */
    private void choose(int item) {
        chord(KeyCode.N, KeyCode.CONTROL, KeyCode.SHIFT);
        type(KeyCode.DOWN, item);
        type(KeyCode.ENTER);
    }

    @Test
    void stepsAreCountedFromOneWhereverTheyAreRead() {
        type(KeyCode.END);
        assertThat(position()).endsWith("t = 0");
        choose(FROM_1);
        assertThat(Convention.shown()).isEqualTo(Convention.FIRST.withFirstStep(1));
        assertThat(position()).endsWith("t = 1");
        assertThat(node("ruler").getAccessibleText()).contains("t = 1");
        type(KeyCode.RIGHT, 0);
    }
}
