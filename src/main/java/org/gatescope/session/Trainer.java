package org.gatescope.session;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.training.Batching;
import org.gatescope.engine.training.Curve;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.TrainingProgress;
import org.gatescope.engine.training.TrainingRun;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Trains the session of a workbench. The updates are made elsewhere; the session follows whenever {@link #follow} is
 * called, so that all that shows it shows that moment of the training. One run is one step that can be undone, and redo
 * brings it back with all its epochs. Any other change of the session ends it: what follows would be a training of
 * something else.
 *
 * <p>Everything except the updates happens on the workbench's thread.
 */
public final class Trainer {
    /** Bytes for snapshots to go back to. */
    private static final long BUDGET = 32L << 20;

    private static final Texts TEXTS = Texts.of(Trainer.class);

    private final Workbench workbench;
    private final Executor executor;
    private final Subscription following;
    private final ReadOnlyObjectWrapper<Optional<TrainingProgress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Curve>> before = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable TrainingRun run;
    private @Nullable Epochs training;
    /** The parameters of the session, as far as they come from the run. */
    private Map<String, Matrix> followed = Map.of();

    /** What showed the run last; null before its first update. */
    private @Nullable Session last;

    /** What undo took the session away from, until another run begins. */
    private @Nullable Left left;

    private boolean isFollowing;
    /** Read where the updates are made. */
    private volatile double perSecond;

    /** @param at the session that showed the run last */
    private record Left(TrainingRun run, Epochs training, Map<String, Matrix> followed, Session at) {}

    /** @param executor makes the updates; a run keeps it busy until it pauses or ends */
    public Trainer(Workbench workbench, Executor executor) {
        this.workbench = workbench;
        this.executor = executor;
        following = workbench.followSession(session -> changed());
    }

    /** Ends a run under way, and lets go of the workbench. */
    public void close() {
        release();
        forget();
        following.unsubscribe();
    }

    /** Of the run at the moment it was last followed to; empty where none is under way. */
    public ReadOnlyObjectProperty<Optional<TrainingProgress>> progress() {
        return progress.getReadOnlyProperty();
    }

    /** The curve of the run before this one, to compare with; empty once another session is opened. */
    public ReadOnlyObjectProperty<Optional<Curve>> before() {
        return before.getReadOnlyProperty();
    }

    /** @param most updates per second, so that one can watch; 0 for no limit */
    public void setPace(double most) {
        perSecond = most;
    }

    /** Why a session cannot be trained, in a sentence; empty if it can. */
    public static Optional<String> refusal(Session session) {
        if (session.objective().isEmpty()) {
            return Optional.of(TEXTS.get("no-loss"));
        }
        if (session.network().parameters().isEmpty()) {
            return Optional.of(TEXTS.get("no-parameters"));
        }
        boolean goesBackwards = session.network().layers().stream()
                .anyMatch(layer -> layer.directions().reads(true));
        return goesBackwards && session.training().batching() instanceof Batching.Chunks
                ? Optional.of(TEXTS.get("no-chunks"))
                : Optional.empty();
    }

    /** True while updates are being made, or made again. */
    public boolean isBusy() {
        return progress.get()
                .map(TrainingProgress::state)
                .filter(state -> state == TrainingProgress.State.RUNNING || state == TrainingProgress.State.REPLAYING)
                .isPresent();
    }

    /**
     * Starts a run, or goes on with it, until all epochs are done. The playhead goes to the end, where all is seen, unless it
     * stands just behind the loss.
     */
    public void start() {
        command(TrainingRun::start);
        showAll();
    }

    /**
     * Goes through a training that was made elsewhere, in the place of a run of its own.
     *
     * @param made   of the workbench's session
     * @param epochs how many updates there are
     */
    public void replay(Epochs made, int epochs) {
        release();
        begin(made, epochs);
        start();
    }

    /** One update more, with the playhead there, too. */
    public void step() {
        command(TrainingRun::step);
        showAll();
    }

    /** Output and loss are of the moment of the training, and would be hatched before they are played. */
    private void showAll() {
        if (run != null) {
            workbench.move(now -> now.equals(now.afterLoss()) ? now : now.toEnd());
        }
    }

    /** No update after the one under way. */
    public void pause() {
        if (run != null) {
            command(TrainingRun::pause);
        }
    }

    /** To an epoch that the run has come to; it pauses there. */
    public void goTo(int epoch) {
        if (run != null) {
            command(current -> current.goTo(epoch));
        }
    }

    /** Ends the run where it is. Its curve stays to compare the next one with. */
    public void end() {
        TrainingRun current = run;
        if (current != null) {
            current.pause();
            follow();
            release();
        }
    }

    /** Brings the session up to where the run is now, unless the previous one is still being computed. */
    public void follow() {
        TrainingRun current = run;
        if (current == null) {
            return;
        }
        TrainingProgress now = current.progress();
        progress.set(Optional.of(now));
        if (!workbench.computing().get()) {
            show(current, now.snapshot());
        }
    }

    /** True once the session shows what the run has come to. */
    @SuppressWarnings("ReferenceEquality") // the same instance
    public boolean isUpToDate() {
        TrainingRun current = run;
        return current == null || current.progress().snapshot().parameters() == followed;
    }

    private void command(Consumer<TrainingRun> command) {
        TrainingRun current = run;
        if (current == null) {
            if (refusal(workbench.session().get()).isPresent()) {
                return;
            }
            Session session = workbench.session().get();
            MistakenTraining made = new MistakenTraining(session, session.training());
            current = begin(made, made.count());
        }
        command.accept(current);
        follow();
    }

    private TrainingRun begin(Epochs made, int epochs) {
        forget();
        Snapshot first = made.first();
        followed = first.parameters();
        Pace pace = new Pace(() -> perSecond);
        TrainingRun begun = new TrainingRun(
                before -> {
                    pace.await();
                    return made.next(before);
                },
                epochs,
                first,
                BUDGET,
                executor,
                () -> {});
        run = begun;
        training = made;
        return begun;
    }

    @SuppressWarnings("ReferenceEquality") // the same instance
    private void show(TrainingRun of, Snapshot snapshot) {
        Epochs made = training;
        if (made == null || snapshot.parameters() == followed) {
            return;
        }
        followed = snapshot.parameters();
        isFollowing = true;
        try {
            Session before = workbench.session().get();
            workbench.edit(TEXTS.get("training"), of, session -> made.at(snapshot));
            last = workbench.session().get();
            if (last == before && workbench.problem().get().isPresent()) {
                release(); // weights may not be changed now
                forget();
            }
        } finally {
            isFollowing = false;
        }
    }

    private void changed() {
        if (!isFollowing) {
            release();
            resume();
        }
        if (workbench.isOpening()) {
            before.set(Optional.empty()); // of another session, which is not to be compared with
        }
    }

    /** Redo came back to what a run had shown last: the run is there again, with its epochs and its curve. */
    @SuppressWarnings("ReferenceEquality") // the same instance, as the history has it
    private void resume() {
        Left back = left;
        if (back != null && back.at() == workbench.session().get()) {
            left = null;
            run = back.run();
            training = back.training();
            followed = back.followed();
            last = back.at();
            progress.set(Optional.of(back.run().progress()));
        }
    }

    private void forget() {
        Left forgotten = left;
        if (forgotten != null) {
            forgotten.run().cancel();
            left = null;
        }
    }

    /** The run pauses where it is. */
    private void release() {
        TrainingRun current = run;
        Epochs made = training;
        Session shown = last;
        if (current != null) {
            current.pause();
            if (made != null && shown != null) {
                left = new Left(current, made, followed, shown);
            } else {
                current.cancel(); // nothing of it was ever shown
            }
            run = null;
            training = null;
            last = null;
            followed = Map.of();
            progress.get()
                    .map(TrainingProgress::curve)
                    .filter(curve -> !curve.points().isEmpty())
                    .ifPresent(curve -> before.set(Optional.of(curve)));
            progress.set(Optional.empty());
        }
    }
}
