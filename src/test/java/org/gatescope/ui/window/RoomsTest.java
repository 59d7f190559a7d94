package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever session is opened, no room minds. */
class RoomsTest extends WindowScene {
    @Override
    protected Arrangement arrangement() {
        return new Arrangement(false, false, true, 0.3, 0.45);
    }

    @ParameterizedTest
    @MethodSource("org.gatescope.ui.window.Rooms#keys")
    void noRoomMindsWhatIsOpened(String room) {
        robot.interact(() -> window.showRoom(room));
        for (Session session : sessions()) {
            robot.interact(() -> workbench.open(session.title(), session));
            settle();
            robot.interact(() -> workbench.move(now -> now.at(now.schedule().length() / 2)));
            settle();
            assertThat(unhandled()).as(session.title()).isEmpty();
            type(KeyCode.F8);
            robot.interact(() -> workbench.edit("mistake", now -> now.withMistake(Mistake.UPSTREAM_IGNORED, true)));
            settle();
            assertThat(unhandled()).as(session.title() + ", trained").isEmpty();
        }
    }

    private static List<Session> sessions() {
        Session text = Example.THREE_SENTENCES.session();
        TableId weights = new TableId.Parameter("0.forward.Wx.f");
        return List.of(
                Session.zeros("no steps", BuiltInCells.cell("gru"), 1, 0, 2, 3),
                Session.zeros("no units", BuiltInCells.cell("rnn-tanh"), 1, 3, 2, 0),
                Session.zeros("no inputs", BuiltInCells.cell("lstm"), 1, 3, 0, 2),
                withReadOut(Session.zeros("read-out without steps", BuiltInCells.cell("gru"), 2, 0, 2, 3), true),
                withReadOut(Session.zeros("last step", BuiltInCells.cell("lstm"), 2, 4, 2, 3), false)
                        .withLength(0, 0),
                few(text.withLength(0, 0)),
                few(text.edit(weights, table -> Matrix.filled(table.rows(), table.columns(), Double.NaN))
                        .withTitle("NaN")),
                few(Task.SQUARE.session(3)));
    }

    /** A run of few updates: those are made at once here. */
    private static Session few(Session session) {
        var usual = session.training();
        return session.withTraining(new org.gatescope.engine.training.Training(
                usual.optimizer(), usual.learningRate(), usual.clipping(), 0, 3));
    }

    private static Session withReadOut(Session session, boolean everyStep) {
        ReadOut readOut = new ReadOut(2, everyStep, ReadOut.Activation.SOFTMAX);
        return few(Reshape.withReadOut(session, Optional.of(readOut)).change().session());
    }
}
