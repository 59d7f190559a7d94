package org.gatescope.session;

import java.util.concurrent.Executor;
import java.util.function.Function;
import org.gatescope.engine.diagnostics.Progress;

/**
 * Works out whatever would make the window wait. Whoever has such work keeps a {@link BackgroundTask} for it, which
 * lets only the latest count, can be cancelled, says how far it has come, and always reports a failure.
 */
public class Background {
    private final Executor workers;
    private final Executor foreground;

    /**
     * @param workers    do the work; who made them shuts them down
     * @param foreground hands results back to the thread that shows them
     */
    public Background(Executor workers, Executor foreground) {
        this.workers = workers;
        this.foreground = foreground;
    }

    /** Does all work at once, on the calling thread: for pictures without a window, and for tests. */
    public static Background atOnce() {
        return new Background(Runnable::run, Runnable::run);
    }

    /** A new task, idle. To be used on the foreground's thread alone. */
    public BackgroundTask task() {
        return new BackgroundTask(this, workers, foreground);
    }

    /** Does a piece of work, where the workers are; a test lets it fail here. */
    <R> R work(Function<Progress, R> piece, Progress progress) {
        return piece.apply(progress);
    }
}
