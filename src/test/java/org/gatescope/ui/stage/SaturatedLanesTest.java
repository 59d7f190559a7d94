package org.gatescope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.lesson.Example;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.words.Quantity;
import org.junit.jupiter.api.Test;

/** A corner is marked where a gate lets nothing through; a target of 1 is no gate. */
class SaturatedLanesTest {
    private final Session session = Example.AGREEMENT.session();
    private final Run run =
            new Workbench(session, Runnable::run, Runnable::run).shown().get().run();
    private final LaneNumbers numbers = new LaneNumbers(run, 0, () -> Playhead.atEnd(Schedule.of(session)));

    @Test
    void gatesAloneSaturate() {
        assertThat(canSaturate(Selection.FIRST, "f")).isTrue();
        assertThat(canSaturate(ReadOut.KEY, ReadOutEquations.OUTPUT)).isFalse();
        assertThat(canSaturate(ReadOut.KEY, ReadOutEquations.TARGET)).isFalse();
    }

    private boolean canSaturate(String part, String quantity) {
        return numbers.of(PartLane.beside(part, new Quantity(quantity, false, true), ""))
                .canSaturate();
    }
}
