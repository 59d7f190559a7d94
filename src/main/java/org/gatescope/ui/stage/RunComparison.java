package org.gatescope.ui.stage;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.gatescope.session.LatestTask;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Workbench;
import org.jspecify.annotations.Nullable;

/** The run without mistakes that a run is compared with. It is computed in the background. */
final class RunComparison {
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final LatestTask latest;
    private final Runnable onArrival;
    private @Nullable Session compared;
    private @Nullable Run right;

    /** @param onArrival told once there is a right run for what was asked about last */
    RunComparison(Workbench workbench, Runnable onArrival) {
        latest = new LatestTask(workbench);
        this.onArrival = onArrival;
    }

    BooleanProperty wantedProperty() {
        return wanted;
    }

    /** @return null while it is not there, or not wanted, or the run has no mistakes */
    @SuppressWarnings("ReferenceEquality") // the very session
    @Nullable Run rightFor(Run run) {
        Session session = run.session();
        if (!wanted.get() || session.mistakes().mistakes().isEmpty()) {
            compared = null;
            right = null;
        } else if (compared != session) {
            compared = session;
            right = null;
            latest.ask(() -> Run.of(session.withMistakes(Session.NO_MISTAKES)), found -> arrive(session, found));
        }
        return right;
    }

    @SuppressWarnings("ReferenceEquality") // the very session
    private void arrive(Session of, Run found) {
        if (compared == of) {
            right = found;
            onArrival.run();
        }
    }
}
