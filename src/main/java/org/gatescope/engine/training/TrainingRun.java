package org.gatescope.engine.training;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.engine.training.TrainingProgress.State;
import org.jspecify.annotations.Nullable;

/**
 * A training under way: it is started, paused, stepped, taken to any epoch that it has reached, continued, and
 * cancelled. As an update depends on nothing but the snapshot before it, every epoch can be had again, to the bit, and
 * what is known of later ones stays known when the run goes back.
 *
 * <p>Any thread may call it, and no call waits for an update: the executor makes them, one after the other. Requests
 * take effect between updates.
 */
public final class TrainingRun {
    private final UnaryOperator<Snapshot> update;
    private final int epochs;
    private final Executor executor;
    private final Runnable onChange;
    private final int first;
    private final Checkpoints checkpoints;
    private final Curve.Drawing curve = new Curve.Drawing(Curve.MOST_POINTS);

    /** Where the run stands. */
    private Snapshot position;
    /** The epoch that it is heading for, or at which it rests. */
    private int target;
    /** The last epoch that it has ever reached. */
    private int reached;
    /** Goes on until all epochs are done, and not by single steps. */
    private boolean started;
    /** What the update that is being made goes out from. */
    private @Nullable Snapshot underWay;
    /** The executor has a task; never two, as a plan serves one thread. */
    private boolean working;

    private boolean cancelled;
    private @Nullable Throwable failure;

    /**
     * A run that has not started.
     *
     * @param plan     used by this run alone
     * @param start    {@link Snapshot#first}, or one that another run has reached
     * @param budget   bytes for checkpoints
     * @param onChange told after each change, on the thread that made it; it reads {@link #progress}
     */
    public TrainingRun(
            Training training,
            NetworkPlan plan,
            NetworkInputs inputs,
            Snapshot start,
            long budget,
            Executor executor,
            Runnable onChange) {
        this(before -> training.next(plan, inputs, before), training.epochs(), start, budget, executor, onChange);
    }

    /**
     * A run whose updates are made in another way.
     *
     * @param update from a snapshot to the one after it, or to the same one with its divergence; it depends on nothing
     *               else
     */
    public TrainingRun(
            UnaryOperator<Snapshot> update,
            int epochs,
            Snapshot start,
            long budget,
            Executor executor,
            Runnable onChange) {
        this.update = update;
        this.epochs = epochs;
        this.executor = executor;
        this.onChange = onChange;
        position = start.withoutDivergence();
        first = start.epoch();
        target = first;
        reached = first;
        checkpoints = new Checkpoints(position, budget);
    }

    /** Everything that is known at this moment. */
    public synchronized TrainingProgress progress() {
        return new TrainingProgress(state(), position, reached, curve.curve(), Optional.ofNullable(failure));
    }

    private State state() {
        if (cancelled) {
            return State.CANCELLED;
        }
        if (failure != null) {
            return State.FAILED;
        }
        if (position.hasDiverged()) {
            return State.DIVERGED;
        }
        if (isHeading() || underWay == position) {
            return position.epoch() < reached ? State.REPLAYING : State.RUNNING;
        }
        return position.epoch() >= epochs || position.isStopped() ? State.FINISHED : State.PAUSED;
    }

    private static boolean isAtEnd(Snapshot snapshot) {
        return snapshot.hasDiverged() || snapshot.isStopped();
    }

    private boolean isHeading() {
        return !cancelled && position.epoch() < target;
    }

    /** Starts the run or goes on with it, until all epochs are done. */
    public void start() {
        command(() -> head(epochs, true));
    }

    /** Stops before the next update. */
    public void pause() {
        command(() -> head(position.epoch(), false));
    }

    /** One update more; a run that was started stops after it. */
    public void step() {
        command(() -> {
            int last = started ? position.epoch() : target;
            head(Math.min(last + 1, epochs), false);
        });
    }

    /**
     * Goes to an epoch and pauses there; it is computed again from the last snapshot kept before it.
     *
     * @throws IllegalArgumentException if the run has not reached that epoch
     */
    public void goTo(int epoch) {
        command(() -> {
            if (epoch < first || epoch > reached) {
                throw new IllegalArgumentException("no epoch " + epoch + " from " + first + " to " + reached);
            }
            Snapshot kept = checkpoints.before(epoch);
            boolean isOnTheWay = kept.epoch() <= position.epoch() && position.epoch() <= epoch;
            position = isOnTheWay ? position.withoutDivergence() : kept;
            head(epoch, false);
        });
    }

    /** Ends the run for good. */
    public void cancel() {
        command(() -> cancelled = true);
    }

    private void head(int epoch, boolean isStart) {
        started = isStart;
        failure = null;
        target = isAtEnd(position) ? position.epoch() : epoch;
    }

    private void command(Runnable change) {
        boolean wakes;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            change.run();
            wakes = isHeading() && !working;
            working |= wakes;
        }
        try {
            onChange.run();
        } finally {
            if (wakes) {
                submit();
            }
        }
    }

    private void submit() {
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException e) {
            end(e);
            onChange.run();
        }
    }

    private void work() {
        try {
            while (advance()) {
                onChange.run();
            }
        } catch (RuntimeException | Error e) {
            end(e); // so that the run does not look as if it still went on
            throw e;
        }
    }

    /** One update. @return false if there is none to make */
    private boolean advance() {
        Snapshot from;
        synchronized (this) {
            working = isHeading();
            if (!working) {
                return false;
            }
            from = position;
            underWay = from;
        }
        try {
            arrive(from, update.apply(from));
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(e);
        }
        return true;
    }

    private synchronized void arrive(Snapshot from, Snapshot after) {
        underWay = null;
        if (cancelled) {
            return;
        }
        if (!after.hasDiverged() && after.epoch() > reached) {
            checkpoints.add(after);
            curve.add(after);
            reached = after.epoch();
        }
        if (position == from) { // the run has not been taken elsewhere meanwhile
            position = after;
            target = isAtEnd(after) ? after.epoch() : Math.max(target, after.epoch());
        }
    }

    private synchronized void fail(Throwable cause) {
        underWay = null;
        target = position.epoch();
        failure = cause;
    }

    private synchronized void end(Throwable cause) {
        fail(cause);
        working = false;
    }
}
