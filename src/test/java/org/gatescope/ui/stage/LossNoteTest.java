package org.gatescope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Hyperlink;
import org.gatescope.explain.NumberId;
import org.gatescope.lesson.Example;
import org.gatescope.text.Numerals;
import org.gatescope.ui.window.WindowScene;
import org.junit.jupiter.api.Test;

/** Beside the gradients it is said what they are of. */
class LossNoteTest extends WindowScene {
    private Hyperlink note() {
        return (Hyperlink) node("loss-note");
    }

    @Test
    void aLossIsNamedWithItsValueAndOpens() {
        robot.interact(() -> Example.AGREEMENT.open(workbench, ""));
        settle();
        double loss =
                workbench.shown().get().run().trace().readOut().orElseThrow().loss();
        assertThat(note().getText()).contains(Numerals.rounded(loss, 4));
        robot.interact(note()::fire);
        assertThat(window.selection().opened().get()).isEqualTo(new NumberId.Loss());
    }

    @Test
    void withoutALossItLeadsToTheGradientsThatAreTyped() {
        robot.interact(note()::fire);
        settle();
        assertThat(grid("upstream gradient").isFocusWithin()).isTrue();
    }
}
