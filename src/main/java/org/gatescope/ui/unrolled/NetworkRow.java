package org.gatescope.ui.unrolled;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.session.Session;

/**
 * A row of the unrolled network.
 *
 * @param part  key of a layer's direction, of the read-out, or of the input
 * @param level 0 for the input, 1 for the lowest layer, and so on upward; both directions of a layer are of one level
 */
record NetworkRow(Kind kind, String part, int level, boolean reversed) {
    enum Kind {
        INPUT,
        LAYER,
        /** What is read out, with its target. */
        OUTPUT,
        LOSS
    }

    /** From the input at the bottom to the loss on top. */
    static List<NetworkRow> of(Session session) {
        List<NetworkRow> rows = new ArrayList<>();
        rows.add(new NetworkRow(Kind.INPUT, Embedding.KEY, 0, false));
        for (Part part : session.network().parts()) {
            rows.add(new NetworkRow(Kind.LAYER, part.key(), part.index() + 1, part.reversed()));
        }
        if (session.objective().isPresent()) {
            int top = session.network().layers().size();
            rows.add(new NetworkRow(Kind.OUTPUT, ReadOut.KEY, top + 1, false));
            rows.add(new NetworkRow(Kind.LOSS, ReadOut.KEY, top + 2, false));
        }
        return List.copyOf(rows);
    }
}
