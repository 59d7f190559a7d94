package org.gatescope.ui.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.training.RidgeSettings;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionJson;
import org.gatescope.lesson.Example;
import org.gatescope.session.Objective;
import org.gatescope.session.Session;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

/** The button that solves the read-out, in the training room. */
class RidgePanelTest extends WindowScene {
    private static final int STEPS = 30;

    /** A reservoir that reads a sine is to give its next step. */
    @Override
    protected Session first() {
        Layer layer = new Layer(BuiltInCells.cell("echo-state"), 5, Layer.Directions.FORWARD);
        Network silent = new Network(1, List.of(layer), Optional.empty());
        Session zeros = Session.zeros("", silent, 1, STEPS);
        Network network =
                new Network(1, List.of(layer), Optional.of(new ReadOut(1, true, ReadOut.Activation.IDENTITY)));
        Map<String, Matrix> parameters = new HashMap<>();
        network.parameters().forEach((name, size) -> parameters.put(name, drawn(size[0], size[1])));
        Objective objective = new Objective(
                new Loss(Loss.Kind.MEAN_SQUARED, Loss.Average.BATCH_AND_TIME),
                Objective.Aim.TABLE,
                sine(1),
                Matrix.filled(STEPS, 1, 1));
        return new Session(
                "",
                network,
                STEPS,
                zeros.numbers().withParameters(parameters).withInput(sine(0)),
                Optional.of(objective),
                zeros.vocabulary());
    }

    private static Matrix drawn(int rows, int columns) {
        double[][] numbers = new double[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                numbers[row][column] = 0.5 * Math.sin(1 + 3 * row + 7 * column * column);
            }
        }
        return Matrix.of(numbers, columns);
    }

    private static Matrix sine(int ahead) {
        double[][] numbers = new double[STEPS][1];
        for (int t = 0; t < STEPS; t++) {
            numbers[t][0] = Math.sin(0.5 * (t + ahead));
        }
        return Matrix.of(numbers);
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, false, true, 0.3, 0.36);
    }

    @Test
    void theReadOutIsSolvedUndoneKeptAndRefusedInWords() throws FormatException {
        chord(KeyCode.DIGIT4, KeyCode.CONTROL);
        Session before = session();
        double loss = loss();
        press("ridge");
        assertThat(loss()).isLessThan(loss / 10);
        assertThat(text("ridge-result")).is(saying("ui.training:ridge.done"));
        assertThat(changed(before)).containsExactlyInAnyOrder(ReadOut.WEIGHTS, ReadOut.BIAS);
        Session solved = session();
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).isEqualTo(before);
        assertThat(node("ridge-result").isVisible()).isFalse();

        fill("ridge-lambda", "0,5e-6");
        fill("ridge-washout", "3");
        press("ridge");
        assertThat(changed(before)).hasSize(2);
        assertThat(session().numbers()).isNotEqualTo(solved.numbers());
        assertThat(session().training().ridge()).isEqualTo(new RidgeSettings(0.5e-6, 3));
        assertThat(SessionJson.read(SessionJson.write(SavedSession.of(session())))
                        .session())
                .isEqualTo(session());
        chord(KeyCode.Z, KeyCode.CONTROL);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session().training().ridge().washout()).isZero();
        assertThat(field("ridge-washout")).isEqualTo("0");
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).isEqualTo(before);
        assertThat(field("ridge-lambda")).isEqualTo("1e-6");

        fill("ridge-washout", "30");
        assertRefused("engine.training:ridge.no-rows", before);
        fill("ridge-washout", "1.5");
        assertRefused("ui.training:setting.whole", before);
        fill("ridge-washout", "-1");
        assertRefused("engine.training:setting.not-negative", before);
        fill("ridge-washout", "0");
        fill("ridge-lambda", "-1");
        assertRefused("engine.training:setting.not-negative", before);
        fill("ridge-lambda", "0");
        fill("ridge-washout", "26");
        assertRefused("engine.training:ridge.singular", before);

        robot.interact(() -> workbench.open("", Example.THREE_SENTENCES.session()));
        Node button = node("ridge");
        assertThat(button.isDisabled()).isTrue();
        assertThat(button.getAccessibleHelp()).is(saying("session.number:ridge.activation"));
    }

    private void assertRefused(String why, Session unchanged) {
        press("ridge");
        assertThat(text("ridge-result")).is(saying(why));
        assertThat(session().numbers()).isEqualTo(unchanged.numbers());
    }

    private void fill(String field, String typed) {
        focus("training-" + field);
        robot.interact(() -> ((TextField) node("training-" + field)).selectAll());
        write(typed);
    }

    private String field(String name) {
        return ((TextField) node("training-" + name)).getText();
    }

    private Set<String> changed(Session before) {
        Map<String, Matrix> now = new HashMap<>(session().numbers().parameters());
        now.entrySet()
                .removeIf(entry -> entry.getValue()
                        .equals(Objects.requireNonNull(
                                before.numbers().parameters().get(entry.getKey()))));
        return now.keySet();
    }

    private double loss() {
        return onWindow(() ->
                workbench.shown().get().run().trace().readOut().orElseThrow().loss());
    }
}
