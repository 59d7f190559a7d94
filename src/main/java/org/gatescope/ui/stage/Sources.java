package org.gatescope.ui.stage;

import org.gatescope.cell.Cell;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.words.Quantity;
import org.jspecify.annotations.Nullable;

/** Where a lane's numbers can be typed. */
final class Sources {
    private Sources() {}

    /** The table that a lane's numbers stand in; null for what is computed. */
    static @Nullable TableId of(Session session, PartLane lane, int sequence) {
        Quantity quantity = lane.quantity();
        String name = quantity.name();
        if (lane.part().equals(Selection.INPUT)) {
            return quantity.isGradient() ? null : new TableId.Input(sequence);
        }
        if (lane.part().equals(ReadOut.KEY)) {
            return name.equals(ReadOutEquations.TARGET) ? new TableId.Targets(sequence) : null;
        }
        Network network = session.network();
        Part part = session.part(lane.part()).orElseThrow();
        boolean drops = session.numbers().dropout().of(part.index()).isPresent();
        if (name.equals(DropoutMasks.NAME)) {
            return new TableId.Dropped(part.index(), sequence);
        }
        if (name.equals(Cell.INPUT) && !quantity.isGradient()) {
            return part.index() == 0 && network.embedding().isEmpty() && !drops ? new TableId.Input(sequence) : null;
        }
        boolean isTop = part.index() == network.layers().size() - 1;
        boolean isOutput = name.equals(Cell.after(part.layer().cell().output()));
        return isTop && isOutput && quantity.isGradient() ? new TableId.Upstream(sequence) : null;
    }

    /** What is read out of the last step alone has one row. */
    static int row(Session session, TableId table, int step) {
        return Math.min(step, session.table(table).rows() - 1);
    }

    /** Where a unit's output stands in that of its layer. */
    static int column(Session session, PartLane lane, int unit) {
        boolean isReversed = lane.quantity().isGradient()
                && session.part(lane.part()).map(Part::reversed).orElse(false);
        return isReversed ? session.part(lane.part()).orElseThrow().layer().column(true, unit) : unit;
    }
}
