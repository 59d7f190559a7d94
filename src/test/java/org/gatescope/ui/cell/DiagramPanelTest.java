package org.gatescope.ui.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.gatescope.Wording;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.lesson.Example;
import org.gatescope.session.Phase;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.ui.window.Arrangement;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

/** The cell at the playhead as its user has it. */
class DiagramPanelTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    @Override
    protected Arrangement arrangement() {
        return new Arrangement(false, false, true, 0.3, 0.4);
    }

    @Test
    void keysGoFromNodeToNodeAndOpenANumber() {
        robot.interact(() -> workbench.move(now -> now.atStep(Phase.FORWARD, "0.forward", 3)));
        robot.interact(() -> view().requestFocus());
        type(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.DOWN);
        double i = workbench
                .shown()
                .get()
                .run()
                .trace()
                .part("0.forward")
                .value("i")
                .at(3, 0, 1);
        assertThat(spoken()).startsWith("i[t = 3, unit 1]: " + i);
        type(KeyCode.ENTER);
        assertThat(window.selection().opened().get()).isEqualTo(new OfStep("0.forward", "i", 3, 0, 1));
    }

    @Test
    void inTheBackwardPassItOpensGradients() {
        robot.interact(() -> workbench.move(now -> now.atStep(Phase.BACKWARD, "0.forward", 2)));
        robot.interact(() -> view().requestFocus());
        type(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.ENTER);
        assertThat(window.selection().opened().get()).isEqualTo(new OfStep("0.forward", "d.i", 2, 0, 0));
    }

    @Test
    void theOperationIsSaidInWordsAndThePhaseIsNamed() {
        type(KeyCode.HOME);
        type(KeyCode.RIGHT);
        assertThat(spoken())
                .is(holding("ui.words:operation.words", Wording.text("ui.words:phase.forward"), 0, "i.pre"));
        assertThat(onWindow(() -> ((Label) window.root().lookup(".cell-phase")).getText()))
                .isEqualTo("forward");
        type(KeyCode.END);
        assertThat(spoken()).startsWith("backward, t = 0, ");
    }

    @Test
    void functionsOfWhichThereAreSeveralSayWhoseTheyAre() {
        Cell cell = Cell.parse("""
                state h
                a = hard_sigmoid(x @ W.a)
                b = hard_sigmoid_6(x @ W.b)
                h' = max(a, b) * tanh(a)
                """);
        robot.interact(() -> workbench.change(
                "cell", session -> Reshape.withLayer(session, 0, new Layer(cell, 2, Layer.Directions.FORWARD))));
        settle();
        robot.interact(() -> workbench.move(now -> now.atStep(Phase.FORWARD, "0.forward", 0)));
        robot.interact(() -> view().requestFocus());
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            type(KeyCode.PAGE_DOWN);
            said.add(spoken());
        }
        for (String function : List.of("hard_sigmoid", "hard_sigmoid_6", "max")) {
            String whose = Wording.text("ui.cell:function." + function);
            assertThat(said).as(function).anyMatch(words -> words.endsWith("\n" + whose));
        }
        assertThat(said).anyMatch(words -> words.startsWith("tanh(a)[") && !words.contains("\n"));
    }

    private DiagramView view() {
        return onWindow(() -> (DiagramView) window.root().lookup(".cell-diagram"));
    }

    private String spoken() {
        return onWindow(() -> view().getAccessibleText());
    }
}
