package org.gatescope.lesson;

import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Matrix;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;

/** What a new session begins with: a small LSTM with drawn weights that reads three signals in turn. */
public final class NewSession {
    private static final int STEPS = 6;
    private static final int INPUTS = 3;
    private static final int UNITS = 4;
    private static final Setup SETUP = new Setup(0.01, 500);

    private NewSession() {}

    /** The loss is the sum of the last step's outputs, so that there are gradients to look at. */
    public static Session create(String title) {
        Session zeros = Session.zeros(title, BuiltInCells.cell("lstm"), 1, STEPS, INPUTS, UNITS);
        Matrix upstream = zeros.table(new TableId.Upstream(0));
        return zeros.withNumbers(
                        numbers -> numbers.withParameters(SETUP.initialiser(1).parameters(zeros.network())))
                .with(new TableId.Input(0), signals())
                .with(new TableId.Upstream(0), upstream.withBlock(STEPS - 1, 0, new double[][] {{1, 1, 1, 1}}));
    }

    private static Matrix signals() {
        double[][] rows = new double[STEPS][INPUTS];
        for (int t = 0; t < STEPS; t++) {
            rows[t][t % INPUTS] = 1;
        }
        return Matrix.of(rows);
    }
}
