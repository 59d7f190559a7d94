package org.gatescope.ui.stage;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import org.gatescope.session.Failure;
import org.gatescope.session.PinnedRun;
import org.gatescope.session.Run;
import org.gatescope.session.SharedResult;
import org.gatescope.session.SharedResult.Answer;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/** The run that the shown one is compared with: that without mistakes, if that is wanted, or else the pinned one. */
final class RunComparison {
    private static final Texts TEXTS = Texts.of(RunComparison.class);

    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final SharedResult<Run> right;
    private final Runnable onArrival;
    private final Consumer<Failure> onFailure;
    private final LaneSides sides;
    private @Nullable OtherRun pinned;
    private @Nullable Run correct;
    private @Nullable OtherRun corrected;

    /**
     * @param right     of the run that is shown
     * @param onArrival told once the right run is there
     * @param onFailure told why there is none
     * @param sides     of the pinned run and the shown one, which lanes show
     */
    RunComparison(SharedResult<Run> right, Runnable onArrival, Consumer<Failure> onFailure, LaneSides sides) {
        this.right = right;
        this.onArrival = onArrival;
        this.onFailure = onFailure;
        this.sides = sides;
    }

    /** Starts comparing, once a comparison is wanted. */
    Subscription listen() {
        return right.answer().subscribe((before, now) -> tell(now));
    }

    BooleanProperty wantedProperty() {
        return wanted;
    }

    /** @param now the run to compare with, unless that without mistakes is wanted */
    void pin(Optional<PinnedRun> now) {
        pinned = now.map(run -> new OtherRun(run.name(), run.run(), sides)).orElse(null);
    }

    /** @return null for none, and while the right one is still to come */
    @SuppressWarnings("ReferenceEquality") // made anew only for another run
    @Nullable OtherRun otherFor(Run run) {
        Run right = rightFor(run);
        if (right == null) {
            return isRightWanted(run) ? null : pinned;
        }
        if (right != correct) {
            correct = right;
            corrected = new OtherRun(TEXTS.get("correct"), right, null);
        }
        return corrected;
    }

    private boolean isRightWanted(Run run) {
        return wanted.get() && !run.session().mistakes().mistakes().isEmpty();
    }

    private @Nullable Run rightFor(Run run) {
        if (!isRightWanted(run)) {
            correct = null; // which need not be kept
            corrected = null;
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
