package org.gatescope.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.gatescope.engine.Loss;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Phase;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

/** What is read out and how it is scored, chosen in the outline. */
class ReadOutChoiceTest extends WindowScene {
    private static final TableId TARGETS = new TableId.Targets(0);

    @Test
    void aLossSitsOnTheStatesThemselves() {
        Session first = session();
        click(node("outline-read-out"));
        choose("choice-activation", "choice-activation-states");
        assertThat(readOut()).isEqualTo(new ReadOut(4, true, Activation.STATES));
        assertThat(session().numbers().parameters()).isEqualTo(first.numbers().parameters());
        assertThat(has("table-dense.W")).isFalse();
        assertThat(onWindow(() -> node("size-outputs").getParent().isVisible())).isFalse();
        assertThat(session().table(TARGETS).columns())
                .as("as wide as the states")
                .isEqualTo(4);
        assertThat(List.of("lane-y", "lane-target", "lane-loss")).allMatch(this::has);
        assertThat(has("lane-z")).as("logits").isFalse();

        click(node("outline-layer-1"));
        setSize("hidden", "5");
        assertThat(readOut().outputs()).isEqualTo(5);
        assertThat(session().table(TARGETS).columns()).isEqualTo(5);

        robot.interact(() -> window.root().requestFocus());
        chord(KeyCode.Z, KeyCode.CONTROL);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(session()).isEqualTo(first);
    }

    @Test
    void theStepsOfALossOnStatesArePlayedAndOpened() {
        click(node("outline-read-out"));
        choose("choice-activation", "choice-activation-states");
        choose("choice-loss", "choice-loss-hinge");
        assertThat(kind()).isEqualTo(Loss.Kind.HINGE);
        List<String> played = new ArrayList<>();
        robot.interact(() -> workbench.move(now -> now.atStep(Phase.LOSS, ReadOut.KEY, 0)));
        while (playhead()
                .moment()
                .map(moment -> moment.part().equals(ReadOut.KEY))
                .orElse(false)) {
            playhead()
                    .moment()
                    .ifPresent(moment -> played.add(moment.operation().quantity()));
            robot.interact(() -> workbench.move(now -> now.at(now.position() + 1)));
        }
        assertThat(played).contains("y", "loss", "d.h").doesNotContain("z", "d.z");
        click(square("dense:loss", 1, 0));
        assertThat(onWindow(() -> window.selection().opened().get()))
                .isEqualTo(new OfStep(ReadOut.KEY, "loss", 1, 0, 0));
    }

    @Test
    void aLossThatIsComputedFromLogitsAsksForThem() {
        click(node("outline-read-out"));
        choose("choice-activation", "choice-activation-states");
        choose("choice-loss", "choice-loss-categorical_cross_entropy");
        assertThat(kind()).isEqualTo(Loss.Kind.MEAN_SQUARED);
        assertThat(notice()).isNotEmpty();
        choose("choice-loss", "choice-loss-mean_absolute");
        assertThat(kind()).isEqualTo(Loss.Kind.MEAN_ABSOLUTE);
        choose("choice-activation", "choice-activation-softmax");
        assertThat(kind()).as("goes with any outputs").isEqualTo(Loss.Kind.MEAN_ABSOLUTE);
    }

    private ReadOut readOut() {
        return session().network().readOut().orElseThrow();
    }

    private Loss.Kind kind() {
        return session().objective().orElseThrow().loss().kind();
    }
}
