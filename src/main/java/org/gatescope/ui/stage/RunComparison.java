package org.gatescope.ui.stage;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.gatescope.session.Background;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Failure;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.jspecify.annotations.Nullable;

/** The run without mistakes that a run is compared with. It is computed in the background. */
final class RunComparison {
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final BackgroundTask task;
    private final Runnable onArrival;
    private final Consumer<Failure> onFailure;
    private boolean isAsked;
    private @Nullable Run right;

    /**
     * @param onArrival told once there is a right run for what was asked about last
     * @param onFailure told why there is none
     */
    RunComparison(Background background, Runnable onArrival, Consumer<Failure> onFailure) {
        task = background.task();
        this.onArrival = onArrival;
        this.onFailure = onFailure;
    }

    BooleanProperty wantedProperty() {
        return wanted;
    }

    /** Another run is shown from now on, or this ends. */
    void forget() {
        task.cancel();
        isAsked = false;
        right = null;
    }

    /** @return null while it is not there, or not wanted, or the run has no mistakes */
    @Nullable Run rightFor(Run run) {
        Session session = run.session();
        if (!wanted.get() || session.mistakes().mistakes().isEmpty()) {
            forget();
        } else if (!isAsked) {
            isAsked = true;
            task.start(() -> Run.of(session.withMistakes(Session.NO_MISTAKES)), this::arrive, onFailure);
        }
        return right;
    }

    private void arrive(Run found) {
        right = found;
        onArrival.run();
    }
}
