package org.gatescope.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.gatescope.engine.training.Framework;
import org.gatescope.engine.training.LibraryStart;
import org.gatescope.lesson.Task;
import org.gatescope.session.Session;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parameters start as a library does, in one step of undo. */
class LibraryStartChoiceTest extends WindowScene {
    @Override
    protected Session first() {
        return Task.DELAYED_RECALL.session(1);
    }

    private <T> T found(String id, Class<T> type) {
        return type.cast(robot.lookup("#" + id).query());
    }

    private void choose(String id) {
        robot.interact(() -> found("choice-draw-start", MenuButton.class).getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .forEach(MenuItem::fire));
        settle();
    }

    @ParameterizedTest
    @EnumSource
    void asALibraryDoes(Framework library) {
        Session before = session();
        press("draw");
        settle();
        choose("choice-start-" + (library == Framework.KERAS ? "keras" : "pytorch"));
        assertThat(found("draw-start-tip", Label.class).getText())
                .is(saying("ui.tables:start." + library.name() + ".tip"));
        assertThat(found("draw-forget-bias", TextField.class).isDisabled()).isTrue();
        robot.interact(() -> found("draw-use", Button.class).fire());
        settle();
        assertThat(session().numbers().parameters())
                .isEqualTo(new LibraryStart(library, 1).parameters(before.network()));
        robot.interact(() -> window.root().requestFocus());
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).isEqualTo(before);
    }
}
