package org.gatescope.ui.unrolled;

import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.picture.network.NetworkRow;
import org.gatescope.picture.network.NetworkRow.Kind;
import org.gatescope.picture.network.UnrolledHit;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Session;
import org.gatescope.session.Shown;

/** Which number a place of the unrolled network stands for: in the backward pass its gradient. */
final class HitNumber {
    private HitNumber() {}

    /**
     * @param row      of the hit
     * @param sequence row of the batch
     * @return empty for a node of which no number was hit
     */
    static Optional<NumberId> of(UnrolledHit hit, NetworkRow row, Shown now, int sequence) {
        if (hit.isArrow()) {
            return Optional.of(norm(hit, row, now, sequence));
        }
        boolean isBack = isBack(now.playhead()) && row.kind() == Kind.LAYER;
        return Optional.ofNullable(hit.shown()).map(shown -> {
            String name = isBack ? Cell.gradient(shown.name()) : shown.name();
            return new OfStep(row.part(), name, hit.step(), sequence, hit.unit());
        });
    }

    /** Of the state on its way, or in the backward pass of the gradient that comes back. */
    private static NumberId norm(UnrolledHit hit, NetworkRow row, Shown now, int sequence) {
        Session session = now.run().session();
        String output = session.network().part(row.part()).layer().cell().output();
        int next = hit.step() + (row.reversed() ? -1 : 1);
        return isBack(now.playhead())
                ? new NumberId.Norm(row.part(), Cell.gradient(output), next, sequence)
                : new NumberId.Norm(row.part(), Cell.after(output), hit.step(), sequence);
    }

    /** In which a row's node is played: forward or backward as the playhead is. */
    static Phase phase(NetworkRow row, Playhead now) {
        boolean isReadOut = row.kind() == Kind.OUTPUT || row.kind() == Kind.LOSS;
        return isBack(now) ? Phase.BACKWARD : isReadOut ? Phase.LOSS : Phase.FORWARD;
    }

    private static boolean isBack(Playhead now) {
        return now.phase() == Phase.BACKWARD;
    }
}
