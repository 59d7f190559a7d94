package org.gatescope.session;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.gatescope.engine.diagnostics.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Work of which only the latest piece counts. One piece is under way and at most one waits, so pieces never run beside each
 * other; a piece that another takes the place of, or that is cancelled, is asked to stop, and nobody is told of it any
 * more.
 */
public final class BackgroundTask {
    private static final int TICKS = 100;

    private final Background background;
    private final Executor workers;
    private final Executor foreground;
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private @Nullable Piece underWay;
    private @Nullable Piece waiting;

    BackgroundTask(Background background, Executor workers, Executor foreground) {
        this.background = background;
        this.workers = workers;
        this.foreground = foreground;
    }

    /** True from the start of a piece until its result, or its failure, is told. */
    public ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    /** Of the piece under way, from 0 to 1, as far as it reports any. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /**
     * @param work    in the background
     * @param result  told in the foreground
     * @param failure told in the foreground instead, if the work fails
     */
    public <R> void start(Supplier<R> work, Consumer<R> result, Consumer<Failure> failure) {
        start(ignored -> work.get(), result, failure);
    }

    /**
     * @param work    in the background; is given what to report to, which also says whether to go on
     * @param result  told in the foreground
     * @param failure told in the foreground instead, if the work fails
     */
    public <R> void start(Function<Progress, R> work, Consumer<R> result, Consumer<Failure> failure) {
        Piece piece = new Piece(
                report -> {
                    R done = background.work(work, report);
                    return () -> result.accept(done);
                },
                failure);
        progress.set(0);
        working.set(true);
        Piece before = underWay;
        if (before == null) {
            begin(piece);
        } else {
            before.isStopped = true;
            waiting = piece;
        }
    }

    /** Nothing comes of what is under way, or waits. */
    public void cancel() {
        waiting = null;
        if (underWay != null) {
            underWay.isStopped = true;
        }
        working.set(false);
    }

    private void begin(Piece piece) {
        underWay = piece;
        workers.execute(piece);
    }

    private void arrive(Piece piece, Runnable outcome) {
        underWay = null;
        Piece next = waiting;
        waiting = null;
        if (next != null) {
            begin(next);
        } else if (!piece.isStopped) {
            working.set(false);
            outcome.run();
        }
    }

    /** One request, on its way through both threads. */
    private final class Piece implements Runnable {
        /** Returns what is to be told. */
        private final Function<Progress, Runnable> work;

        private final Consumer<Failure> failure;
        private volatile boolean isStopped;
        private long told;

        Piece(Function<Progress, Runnable> work, Consumer<Failure> failure) {
            this.work = work;
            this.failure = failure;
        }

        @Override
        public void run() {
            Runnable outcome = outcome();
            foreground.execute(() -> arrive(this, outcome));
        }

        /** Whatever fails, the task is free for the next piece. */
        @SuppressWarnings("CatchingUnchecked") // errors as well: a deep recursion, a full memory
        private Runnable outcome() {
            try {
                return isStopped ? () -> {} : work.apply(this::goesOn);
            } catch (CancellationException e) {
                return isStopped ? () -> {} : failed(e);
            } catch (Exception | Error e) {
                return failed(e);
            }
        }

        private Runnable failed(Throwable cause) {
            Failure why = Failure.of(cause);
            return () -> failure.accept(why);
        }

        /** Told at most a hundred times. */
        private boolean goesOn(long done, long total) {
            long tick = total == 0 ? TICKS : done * TICKS / total;
            if (tick != told && !isStopped) {
                told = tick;
                foreground.execute(() -> tell((double) tick / TICKS));
            }
            return !isStopped;
        }

        private void tell(double share) {
            if (!isStopped) {
                progress.set(share);
            }
        }
    }
}
