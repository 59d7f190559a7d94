package org.gatescope.ui.compare;

import java.util.List;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;

/** The cells of textbooks, to be given the same input. */
enum OtherCell {
    RNN("rnn-tanh"),
    LSTM("lstm"),
    GRU("gru");

    private final String builtIn;

    OtherCell(String builtIn) {
        this.builtIn = builtIn;
    }

    /** True where all layers have it already. */
    boolean isIn(Session session) {
        Cell cell = BuiltInCells.cell(builtIn);
        return session.network().layers().stream()
                .allMatch(layer -> layer.cell().equals(cell));
    }

    /**
     * A session whose layers all have this cell, of the sizes and in the directions that they had. Parameters that both
     * cells have stay; the others are drawn, the same whenever this is done.
     *
     * @throws org.gatescope.session.RefusedException if a layer cannot have it
     */
    Session in(Session session) {
        Cell cell = BuiltInCells.cell(builtIn);
        Session changed = session;
        List<Layer> layers = session.network().layers();
        for (int i = 0; i < layers.size(); i++) {
            Layer now = changed.network().layers().get(i);
            changed = Reshape.withLayer(changed, i, now.withCell(cell)).change().session();
        }
        return changed;
    }
}
