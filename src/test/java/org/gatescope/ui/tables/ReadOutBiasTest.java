package org.gatescope.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.gatescope.engine.ReadOut;
import org.gatescope.lesson.Task;
import org.gatescope.session.Session;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

/** A read-out without a bias: chosen in the outline and undone. */
class ReadOutBiasTest extends WindowScene {
    @Override
    protected Session first() {
        return Task.ADDING.session(1);
    }

    private void choose(String id) {
        robot.interact(() -> ((MenuButton) robot.lookup("#choice-read-out-bias").query())
                .getItems().stream().filter(item -> id.equals(item.getId())).forEach(MenuItem::fire));
        settle();
    }

    @Test
    void isChosenAndUndone() {
        Session before = session();
        click(node("outline-read-out"));
        choose("choice-bias-without");
        assertThat(session().network().readOut().map(ReadOut::hasBias)).contains(false);
        assertThat(session().numbers().parameters())
                .containsKey(ReadOut.WEIGHTS)
                .doesNotContainKey(ReadOut.BIAS);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).isEqualTo(before);
    }
}
