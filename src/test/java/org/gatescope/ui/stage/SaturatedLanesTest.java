package org.gatescope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.lesson.Example;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
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

    /** A step that is skipped leaves numbers of its gates behind, which no scale counts. */
    @Test
    void scalesLeaveOutWhatASkippedStepLeavesBehind() {
        Session session = Session.zeros("", Cell.parse("state h\na = x @ W\nh' = a + h"), 1, 3, 1, 1)
                .with(new TableId.Parameter("0.forward.W"), Matrix.row(1))
                .with(new TableId.Input(0), Matrix.of(new double[][] {{1}, {50}, {2}}))
                .with(new TableId.Computed(0), Matrix.of(new double[][] {{1}, {0}, {1}}));
        Run skipping = new Workbench(session, Runnable::run, Runnable::run)
                .shown()
                .get()
                .run();
        LaneContent lane = new LaneNumbers(skipping, 0, () -> Playhead.atEnd(Schedule.of(session)))
                .of(PartLane.beside("0.forward", new Quantity("a", false, false), ""));
        assertThat(lane.has(1)).isFalse();
        assertThat(lane.largest()).isEqualTo(2);
    }

    private boolean canSaturate(String part, String quantity) {
        return numbers.of(PartLane.beside(part, new Quantity(quantity, false, true), ""))
                .canSaturate();
    }
}
