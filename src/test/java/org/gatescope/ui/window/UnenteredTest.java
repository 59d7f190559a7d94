package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.gatescope.engine.training.Training;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;

/** What was typed into a field but not entered when the session becomes another one. */
class UnenteredTest extends WindowScene {
    @Override
    protected Session first() {
        return Task.HELLO.session(1);
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, false, true, 0.3, 0.4);
    }

    @Test
    void aSettingIsNoChangeOfTheSessionThatUndoBringsBack() {
        chord(KeyCode.DIGIT4, KeyCode.CONTROL);
        Session before = session();
        Training now = before.training();
        Training other = now.withEpochs(now.epochs() + 7);
        robot.interact(() -> workbench.edit("epochs", session -> session.withTraining(other)));
        settle();
        typeInto("training-rate", "0.77");
        chord(KeyCode.Z, KeyCode.CONTROL);
        focus("undo");
        assertThat(session()).isSameAs(before);
        assertThat(onWindow(() -> workbench.redoLabel())).isPresent();
    }

    @Test
    void theSizeOfALayerThatIsGoneIsNoChange() {
        Session before = session();
        robot.interact(() -> {
            workbench.change(
                    "layer",
                    session -> Reshape.withNewLayer(
                            session, 1, session.network().layers().getFirst()));
            window.selection().part().set("1.forward");
        });
        settle();
        typeInto("size-hidden", "9");
        robot.interact(() -> workbench.undo());
        settle();
        focus("undo");
        assertThat(session()).isSameAs(before);
    }

    @Test
    void anotherExampleIsNotChanged() {
        typeInto("size-steps", "3");
        Session opened = Example.SENTENCE.session();
        robot.interact(() -> workbench.open("open", opened));
        settle();
        focus("undo");
        assertThat(session()).isEqualTo(opened);
    }

    private void typeInto(String field, String text) {
        focus(field);
        robot.interact(() -> ((TextField) node(field)).selectAll());
        write(text);
    }
}
