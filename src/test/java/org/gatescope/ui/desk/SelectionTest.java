package org.gatescope.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatescope.explain.NumberId;
import org.gatescope.lesson.Example;
import org.gatescope.session.TableId;
import org.gatescope.session.Workbench;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final Selection selection =
            new Selection(new Workbench(Example.AGREEMENT.session(), Runnable::run, Runnable::run));

    @Test
    void theSequenceOfTheOpenedNumberIsSelected() {
        selection.opened().set(new NumberId.OfStep("0.forward", "h'", 2, 1, 0));
        assertThat(selection.sequence().get()).isEqualTo(1);
        selection.opened().set(new NumberId.Given(new TableId.Input(3), 0, 0));
        assertThat(selection.sequence().get()).isEqualTo(3);
        selection.opened().set(new NumberId.Norm("0.forward", "h'", 2, 2));
        assertThat(selection.sequence().get()).isEqualTo(2);
    }

    @Test
    void aNumberOfAllSequencesLeavesTheOneThatIs() {
        selection.sequence().set(2);
        selection.opened().set(new NumberId.Loss());
        selection.opened().set(null);
        assertThat(selection.sequence().get()).isEqualTo(2);
    }
}
