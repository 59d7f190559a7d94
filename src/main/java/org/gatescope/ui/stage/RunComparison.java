package org.gatescope.ui.stage;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import org.gatescope.session.Failure;
import org.gatescope.session.Run;
import org.gatescope.session.SharedResult;
import org.gatescope.session.SharedResult.Answer;
import org.jspecify.annotations.Nullable;

/** The run without mistakes that the shown run is compared with, if that is wanted. */
final class RunComparison {
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final SharedResult<Run> right;
    private final Runnable onArrival;
    private final Consumer<Failure> onFailure;

    /**
     * @param right     of the run that is shown
     * @param onArrival told once the right run is there
     * @param onFailure told why there is none
     */
    RunComparison(SharedResult<Run> right, Runnable onArrival, Consumer<Failure> onFailure) {
        this.right = right;
        this.onArrival = onArrival;
        this.onFailure = onFailure;
    }

    /** Starts comparing, once a comparison is wanted. */
    Subscription listen() {
        return right.answer().subscribe((before, now) -> tell(now));
    }

    BooleanProperty wantedProperty() {
        return wanted;
    }

    /** @return null while it is not there, or not wanted, or the run has no mistakes */
    @Nullable Run rightFor(Run run) {
        if (!wanted.get() || run.session().mistakes().mistakes().isEmpty()) {
            return null;
        }
        right.ask();
        return right.known().orElse(null);
    }

    private void tell(Answer<Run> now) {
        if (wanted.get() && now instanceof Answer.Found<Run>) {
            onArrival.run();
        } else if (wanted.get() && now instanceof Answer.Failed<Run>(Failure why)) {
            onFailure.accept(why);
        }
    }
}
