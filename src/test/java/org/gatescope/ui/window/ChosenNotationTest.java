package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.gatescope.cell.Convention;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.gatescope.ui.control.ShownNotation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The notation is chosen by keys, and everything that is read follows it. */
@Isolated("the notation is that of the whole app")
class ChosenNotationTest extends WindowScene {
    private static final int MOST_ITEMS = 12;

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

    /** By the keys of the menu. @param id of an item */
    private void choose(String id) {
        robot.moveTo(new Point2D(stage.getX() + WIDTH - 20, stage.getY() + HEIGHT - 20)); // a mouse over it chooses, too
        chord(KeyCode.N, KeyCode.CONTROL, KeyCode.SHIFT);
        for (int i = 0; i < MOST_ITEMS && !isChosen(id); i++) {
            type(KeyCode.DOWN);
        }
        type(KeyCode.ENTER);
    }

    private boolean isChosen(String id) {
        return onWindow(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(menu -> menu.getScene().lookup("#" + id))
                .anyMatch(item -> item != null && item.isFocused()));
    }

    @Test
    void stepsAreCountedFromOneWhereverTheyAreRead() {
        type(KeyCode.END);
        assertThat(position()).endsWith("t = 0");
        choose("notation-from-1");
        assertThat(Convention.shown()).isEqualTo(Convention.FIRST.withFirstStep(1));
        assertThat(position()).endsWith("t = 1");
        assertThat(styled(".ruler").getAccessibleText()).contains("t = 1");
    }
}
