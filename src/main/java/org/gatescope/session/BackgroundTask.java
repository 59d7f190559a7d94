package org.gatescope.session;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanPropertyBase;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.gatescope.engine.diagnostics.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Work of which only the latest piece counts. One piece is under way and at most one waits, so pieces never run beside each
 * other; a piece that is cancelled, or that {@link #start} puts another in the place of, is asked to stop, and nobody is told
 * of it any more.
 */
public final class BackgroundTask {
    private static final int TICKS = 100;

    private final Background background;
    private final Executor workers;
    private final Executor foreground;
    private final Working working = new Working();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private @Nullable Piece underWay;
    private @Nullable Piece waiting;

    BackgroundTask(Background background, Executor workers, Executor foreground) {
        this.background = background;
        this.workers = workers;
        this.foreground = foreground;
    }

    /**
     * True while there is something yet to be told. Whoever is told a result, or a failure, finds it false already, unless
     * another piece waits; those who listen to it hear of it after the result.
     */
    public ReadOnlyBooleanProperty working() {
        return working;
    }

    /** Progress of the piece under way, from 0 to 1, where it reports any. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /**
     * Begins a piece, in the place of any other.
     *
     * @param work    in the background; is given what to report to, which also says whether to go on
     * @param result  told in the foreground
     * @param failure told in the foreground instead, if the work fails or cannot begin
     */
    public <R> void start(Function<Progress, R> work, Consumer<R> result, Consumer<Failure> failure) {
        if (underWay != null) {
            underWay.isStopped = true;
        }
        progress.set(0);
        ask(piece(work, result, failure));
    }

    /**
     * As {@link #start}, but a piece under way comes to its end and is told before: for what is asked for so often, as in each
     * frame of a training, that otherwise nothing would ever be told. Of those that wait the latest counts.
     */
    public <R> void keepUp(Function<Progress, R> work, Consumer<R> result, Consumer<Failure> failure) {
        ask(piece(work, result, failure));
    }

    /** Drops the piece under way and the one that waits. */
    public void cancel() {
        waiting = null;
        if (underWay != null) {
            underWay.isStopped = true;
        }
        working.changed();
    }

    private <R> Piece piece(Function<Progress, R> work, Consumer<R> result, Consumer<Failure> failure) {
        return new Piece(
                report -> {
                    R done = background.work(work, report);
                    return () -> result.accept(done);
                },
                failure);
    }

    private void ask(Piece piece) {
        waiting = piece;
        working.changed();
        goOn();
    }

    private void goOn() {
        Piece next = waiting;
        if (underWay == null && next != null) {
            waiting = null;
            underWay = next;
            progress.set(0);
            begin(next);
        }
    }

    private void begin(Piece piece) {
        try {
            workers.execute(piece);
        } catch (RejectedExecutionException e) {
            arrive(piece, piece.failed(e));
        }
    }

    private void arrive(Piece piece, Runnable outcome) {
        underWay = null;
        try {
            if (!piece.isStopped) {
                outcome.run();
            }
        } finally {
            goOn();
            working.changed();
        }
    }

    /** Read off the pieces, so that it cannot say anything else than they do. */
    private final class Working extends ReadOnlyBooleanPropertyBase {
        @Override
        public boolean get() {
            return waiting != null || underWay != null && !underWay.isStopped;
        }

        @Override
        public Object getBean() {
            return BackgroundTask.this;
        }

        @Override
        public String getName() {
            return "working";
        }

        void changed() {
            fireValueChangedEvent();
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
