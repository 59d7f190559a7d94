package org.gatescope.ui.predict;

import javafx.util.Subscription;
import org.gatescope.explain.Covered;
import org.gatescope.explain.PredictionScore;
import org.gatescope.ui.desk.Desk;

/** Hides and reveals what is to be predicted. */
public final class CoveringController {
    private final Desk desk;
    private final Subscription open;

    public CoveringController(Desk desk) {
        this.desk = desk;
        open = desk.workbench().followOpened(this::begin);
    }

    public void close() {
        open.unsubscribe();
    }

    /** What was hidden was so in another session. */
    private void begin() {
        desk.covered().set(Covered.NONE);
        desk.score().set(PredictionScore.NONE);
    }
}
