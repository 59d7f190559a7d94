package org.gatescope.cli;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;

/** What is drawn: an example, perhaps with another cell, another number of units or steps, more layers. */
final class RenderedSession {
    private RenderedSession() {}

    /**
     * @param cell   of all layers; empty to keep them
     * @param units  of each direction; 0 to keep them
     * @param layers all like the first; 0 to keep them
     * @param steps  the input is repeated, or cut; 0 to keep them
     */
    static Session of(Session example, Optional<Cell> cell, int units, int layers, int steps) {
        Session session = example;
        for (int index = 0; index < session.network().layers().size(); index++) {
            session = withCell(session, index, cell, units);
        }
        while (layers > 0 && session.network().layers().size() > layers) {
            int last = session.network().layers().size() - 1;
            session = Reshape.withoutLayer(session, last).change().session();
        }
        while (session.network().layers().size() < layers) {
            int count = session.network().layers().size();
            Layer above = session.network().layers().getLast();
            session = Reshape.withNewLayer(session, count, above).change().session();
        }
        return steps > 0 && steps != session.steps() ? withSteps(session, steps) : session;
    }

    private static Session withCell(Session session, int index, Optional<Cell> cell, int units) {
        Layer now = session.network().layers().get(index);
        Layer wanted = now.withCell(cell.orElse(now.cell())).withHidden(units > 0 ? units : now.hidden());
        return wanted.equals(now)
                ? session
                : Reshape.withLayer(session, index, wanted).change().session();
    }

    private static Session withSteps(Session session, int steps) {
        Matrix input = session.numbers().input();
        int batch = session.batch();
        int rows = Math.multiplyExact(steps, batch);
        Matrix repeated = input.rearranged(rows, input.columns(), row -> input.rows() == 0 ? -1 : row % input.rows());
        List<Integer> lengths = Collections.nCopies(batch, steps);
        return Reshape.withInput(session, steps, lengths, repeated).change().session();
    }
}
