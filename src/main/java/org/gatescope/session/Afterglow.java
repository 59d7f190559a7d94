package org.gatescope.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The run before an edit, for about a second after it, so that panels can outline what the edit changed. A drag or a
 * training changes too much and too often: after its changes there is none.
 */
public final class Afterglow {
    /** Waits, and then does something; a test brings its own clock. */
    @FunctionalInterface
    public interface Delay {
        /** @return to give up waiting */
        Subscription then(Runnable action);
    }

    private final Workbench workbench;
    private final Delay delay;
    private final ReadOnlyObjectWrapper<@Nullable Run> before = new ReadOnlyObjectWrapper<>();
    private final Subscription runs;
    private Subscription waiting = Subscription.EMPTY;
    private @Nullable Run last;

    /** @param delay how long what an edit changed is outlined */
    public Afterglow(Workbench workbench, Delay delay) {
        this.workbench = workbench;
        this.delay = delay;
        runs = workbench.followRuns(this::show);
    }

    /** The run that the last edit changed, while it was just now; null otherwise. */
    public ReadOnlyObjectProperty<@Nullable Run> before() {
        return before.getReadOnlyProperty();
    }

    private void show(Run now) {
        Run earlier = last;
        last = now;
        waiting.unsubscribe();
        boolean shows = earlier != null && !workbench.isInGesture() && isAlike(earlier.session(), now.session());
        before.set(shows ? earlier : null);
        if (shows) {
            waiting = delay.then(() -> before.set(null));
        }
    }

    /** Numbers changed, but neither the network nor its sizes. */
    private static boolean isAlike(Session one, Session other) {
        return other.network().equals(one.network()) && other.hasShapeOf(one);
    }

    /** Lets go of the workbench, and of the clock. */
    public void close() {
        runs.unsubscribe();
        waiting.unsubscribe();
    }
}
