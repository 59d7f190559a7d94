package org.gatescope.engine.training;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkPlan;

/**
 * A training under way: a stream of snapshots that is started, paused, stepped, taken back to any epoch and gone on with.
 * Every epoch can be had again, to the bit: those that are not kept are computed from the checkpoint before them.
 *
 * <p>Any thread may call it. Updates are made by the executor, one after the other; pausing takes effect at once, and what
 * an update then under way would have given is made again when the run goes on.
 */
public final class TrainingRun {
    /** What a run does. */
    public enum State {
        PAUSED,
        RUNNING,
        /** All epochs are done. */
        FINISHED,
        /** Numbers are no longer finite: {@link Snapshot#divergence} says where. It can be taken back. */
        DIVERGED,
        /** For good. */
        CANCELLED
    }

    private static final int CURVE_POINTS = 4096;

    private final Training training;
    private final NetworkPlan plan;
    private final NetworkInputs inputs;
    private final Executor executor;
    private final Consumer<Snapshot> onSnapshot;
    private final Checkpoints checkpoints;
    private final Curve.Drawing curve = new Curve.Drawing(CURVE_POINTS);
    /** One update at a time: a plan serves one thread. */
    private final Object updating = new Object();

    private State state = State.PAUSED;
    /** Tells an update of a run that was paused meanwhile from those that count. */
    private long turn;

    /**
     * A run that has not started.
     *
     * @param plan       used by this run alone
     * @param inputs     its parameters are those that the training starts from
     * @param budget     bytes for checkpoints
     * @param onSnapshot told every snapshot that counts, by the thread that made it
     */
    public TrainingRun(
            Training training,
            NetworkPlan plan,
            NetworkInputs inputs,
            long budget,
            Executor executor,
            Consumer<Snapshot> onSnapshot) {
        this.training = training;
        this.plan = plan;
        this.inputs = inputs;
        this.executor = executor;
        this.onSnapshot = onSnapshot;
        this.checkpoints = new Checkpoints(Snapshot.first(inputs.parameters()), budget);
    }

    public synchronized State state() {
        return state;
    }

    public synchronized Snapshot latest() {
        return checkpoints.latest();
    }

    public synchronized Curve curve() {
        return curve.curve();
    }

    /** Starts the run, or goes on with it; nothing happens where it runs already, or has ended. */
    public void start() {
        long own;
        synchronized (this) {
            if (state != State.PAUSED) {
                return;
            }
            state = State.RUNNING;
            own = ++turn;
        }
        executor.execute(() -> go(own));
    }

    public synchronized void pause() {
        if (state == State.RUNNING) {
            state = State.PAUSED;
            turn++;
        }
    }

    public synchronized void cancel() {
        state = State.CANCELLED;
        turn++;
    }

    /** One update, made by the caller's thread; nothing happens unless the run is paused. */
    public void step() {
        long own;
        synchronized (this) {
            if (state != State.PAUSED) {
                return;
            }
            own = ++turn;
        }
        update(own);
    }

    private void go(long own) {
        while (update(own)) {
            // the next one
        }
    }

    /** @return true if another update is to follow in this turn */
    private boolean update(long own) {
        synchronized (updating) {
            Snapshot before;
            synchronized (this) {
                if (turn != own) {
                    return false;
                }
                before = checkpoints.latest();
                if (before.epoch() >= training.epochs()) {
                    state = State.FINISHED;
                    return false;
                }
            }
            Snapshot after = training.next(plan, inputs, before);
            return accept(own, after);
        }
    }

    private boolean accept(long own, Snapshot after) {
        boolean goesOn;
        synchronized (this) {
            if (turn != own) {
                return false;
            }
            checkpoints.add(after);
            curve.add(after);
            if (after.hasDiverged()) {
                state = State.DIVERGED;
            } else if (after.epoch() >= training.epochs()) {
                state = State.FINISHED;
            }
            goesOn = state == State.RUNNING;
        }
        onSnapshot.accept(after);
        return goesOn;
    }

    /**
     * The snapshot of an epoch up to the latest; it may have to be computed.
     *
     * @throws IllegalArgumentException if the run has not come to that epoch
     */
    public Snapshot at(int epoch) {
        Snapshot snapshot;
        synchronized (this) {
            if (epoch < 0 || epoch > checkpoints.latest().epoch()) {
                throw new IllegalArgumentException(
                        "no epoch " + epoch + " among " + checkpoints.latest().epoch());
            }
            snapshot = checkpoints.before(epoch);
        }
        synchronized (updating) {
            while (snapshot.epoch() < epoch) {
                snapshot = training.next(plan, inputs, snapshot);
            }
        }
        return snapshot;
    }

    /** Takes the run back to an epoch, and pauses it: what came after is forgotten. A run that was cancelled stays so. */
    public Snapshot rewind(int epoch) {
        pause();
        Snapshot to = at(epoch);
        synchronized (this) {
            checkpoints.rewind(to);
            curve.rewind(epoch);
            if (state != State.CANCELLED) {
                state = State.PAUSED;
            }
        }
        return to;
    }
}
