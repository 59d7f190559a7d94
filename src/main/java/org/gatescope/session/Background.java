package org.gatescope.session;

import java.util.concurrent.Executor;
import java.util.function.Function;
import org.gatescope.engine.diagnostics.Progress;

/**
 * Where everything is worked out that would make the window wait. Whoever has such work keeps a {@link BackgroundTask} for
 * it, which lets only the latest count, can be cancelled, tells how far it has come, and always says what becomes of
 * a failure.
 */
public class Background {
    private final Executor workers;
    private final Executor foreground;

    /**
     * @param workers    does the work; whoever made it ends it
     * @param foreground hands results back to the thread that shows them
     */
    public Background(Executor workers, Executor foreground) {
        this.workers = workers;
        this.foreground = foreground;
    }

    /** Does all work at once, on the thread that asks for it: for pictures without a window, and for tests. */
    public static Background atOnce() {
        return new Background(Runnable::run, Runnable::run);
    }

    /** A task that does nothing yet. It is to be used on the foreground's thread alone. */
    public BackgroundTask task() {
        return new BackgroundTask(this, workers, foreground);
    }

    /** Does a piece of work, where the workers are; a test lets it fail here. */
    <R> R work(Function<Progress, R> piece, Progress progress) {
        return piece.apply(progress);
    }
}
