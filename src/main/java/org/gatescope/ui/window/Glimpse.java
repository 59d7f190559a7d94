package org.gatescope.ui.window;

import org.gatescope.cell.Cell;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.gatescope.session.Run;
import org.gatescope.session.Session;

/**
 * The first part's output over time in the first sequence, (T, H), and its gradient.
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, and compared by nobody
record Glimpse(double[][] values, double[][] gradients) {
    /** Where there is nothing to be seen yet. */
    static final Glimpse NONE = new Glimpse(new double[0][], new double[0][]);

    static Glimpse of(Session session) {
        Part part = session.network().parts().getFirst();
        Trace trace = Run.of(session).trace().part(part.key());
        String output = Cell.after(part.layer().cell().output());
        int steps = session.lengths().getFirst();
        return new Glimpse(rows(trace.value(output), steps), rows(trace.gradient(output), steps));
    }

    private static double[][] rows(Series series, int steps) {
        double[][] rows = new double[steps][];
        for (int t = 0; t < steps; t++) {
            rows[t] = series.row(t, 0);
        }
        return rows;
    }
}
