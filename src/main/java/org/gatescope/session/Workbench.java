package org.gatescope.session;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.gatescope.engine.Network;
import org.gatescope.engine.TooLargeException;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.text.Texts;

/**
 * The model that the window shows: a session with its history, the run of it, and the playhead. Everything happens on
 * the thread that made it, but for runs of larger networks: those go to a background executor, and only the latest of
 * them counts.
 */
public final class Workbench {
    private static final Texts TEXTS = Texts.of(Workbench.class);

    private final Executor background;
    private final Executor foreground;
    private final RunEngine atOnce = new RunEngine();
    /** Apart from the other, so that a small run never waits for a large one that nobody wants any longer. */
    private final RunEngine inBackground = new RunEngine();

    private final AtomicLong latest = new AtomicLong();

    private final ReadOnlyObjectWrapper<History> history;
    private final ReadOnlyObjectWrapper<Session> session;
    private final ReadOnlyObjectWrapper<Shown> shown;
    private final ReadOnlyBooleanWrapper computing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param background runs what would make the window wait
     * @param foreground hands results back to the thread that shows them
     */
    public Workbench(Session first, Executor background, Executor foreground) {
        this.background = background;
        this.foreground = foreground;
        Run computed = atOnce.run(first);
        history = new ReadOnlyObjectWrapper<>(History.of(first));
        session = new ReadOnlyObjectWrapper<>(first);
        shown = new ReadOnlyObjectWrapper<>(new Shown(computed, Playhead.atEnd(Schedule.of(first))));
    }

    public ReadOnlyObjectProperty<Session> session() {
        return session.getReadOnlyProperty();
    }

    /** The newest finished run and the playhead over it; while {@link #computing} the run is of an earlier session. */
    public ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty computing() {
        return computing.getReadOnlyProperty();
    }

    /** Why the last edit was refused; empty once the session changes. */
    public ReadOnlyObjectProperty<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Changes with every edit, undo and redo. */
    public Optional<String> undoLabel() {
        return history.get().undoLabel();
    }

    public Optional<String> redoLabel() {
        return history.get().redoLabel();
    }

    /**
     * Shows another session, all played. It is one step that can be undone, so nothing is lost by it.
     *
     * @param label what is opened, in the user's words
     */
    public void open(String label, Session opened) {
        if (fits(opened)) {
            accept(label, opened);
            move(Playhead::toEnd);
        }
    }

    /**
     * Changes the session as one step that can be undone; what changes nothing is none.
     *
     * @param label what is done, in the user's words
     */
    public void edit(String label, UnaryOperator<Session> change) {
        Session changed = change.apply(session.get());
        if (fits(changed)) {
            accept(label, changed);
        }
    }

    /**
     * Changes the session; all changes of one gesture that follow one another are one step that can be undone.
     *
     * @param gesture the very same for all of them: a drag of a knob, a training
     */
    public void edit(String label, Object gesture, UnaryOperator<Session> change) {
        Session changed = change.apply(session.get());
        if (fits(changed) && !changed.equals(session.get())) {
            show(history.get().with(changed, label, gesture));
        }
    }

    /** True while what undo would take back is a gesture's change. */
    public boolean endsWith(Object gesture) {
        return history.get().endsWith(gesture);
    }

    /** Changes the network or its sizes. @return what became of the parameters; no change if it was refused */
    public NetworkChange change(String label, Function<Session, Reshape> reshaping) {
        Reshape reshape = reshaping.apply(session.get());
        if (!fits(reshape.network(), reshape.batch(), reshape.steps())) {
            return NetworkChange.none(session.get());
        }
        NetworkChange change = reshape.change();
        accept(label, change.session());
        return change;
    }

    public void undo() {
        show(history.get().undo());
    }

    public void redo() {
        show(history.get().redo());
    }

    public void move(UnaryOperator<Playhead> movement) {
        Shown current = shown.get();
        shown.set(new Shown(current.run(), movement.apply(current.playhead())));
    }

    /** Works something out that would make the window wait; what fails is told as a problem, and has no result. */
    public <R> void aside(Supplier<R> work, Consumer<R> result) {
        aside(work, result, () -> {});
    }

    /**
     * Works something out that would make the window wait.
     *
     * @param work      in the background
     * @param result    told in the foreground
     * @param otherwise done in the foreground if the work fails, which is told as a problem
     */
    public <R> void aside(Supplier<R> work, Consumer<R> result, Runnable otherwise) {
        background.execute(() -> {
            try {
                R done = work.get();
                foreground.execute(() -> result.accept(done));
            } catch (RuntimeException | OutOfMemoryError e) {
                foreground.execute(() -> {
                    problem.set(Optional.of(TEXTS.get("aside.failed", e)));
                    otherwise.run();
                });
            }
        });
    }

    private boolean fits(Session changed) {
        return fits(changed.network(), changed.batch(), changed.steps());
    }

    /** True unless a network needs more memory than there is, which is then the problem. */
    @SuppressWarnings("ReferenceEquality") // edits of numbers leave the very network in place
    private boolean fits(Network network, int batch, int steps) {
        Session current = session.get();
        if (network == current.network() && batch == current.batch() && steps == current.steps()) {
            return true;
        }
        try {
            NetworkPlan.of(network, batch, steps);
            return true;
        } catch (TooLargeException e) {
            return fitsWithoutScratch(network, batch, steps);
        }
    }

    /** The arrays of the network before it are not needed any more. */
    private boolean fitsWithoutScratch(Network network, int batch, int steps) {
        atOnce.forget();
        inBackground.forget();
        try {
            NetworkPlan.of(network, batch, steps);
            return true;
        } catch (TooLargeException e) {
            problem.set(Optional.ofNullable(e.getMessage()));
            return false;
        }
    }

    /** What changes nothing is no step. */
    private void accept(String label, Session changed) {
        if (!changed.equals(session.get())) {
            show(history.get().with(changed, label));
        }
    }

    private void show(History changed) {
        problem.set(Optional.empty());
        history.set(changed);
        session.set(changed.session());
        compute(changed.session());
    }

    private void compute(Session current) {
        long request = latest.incrementAndGet();
        if (RunEngine.isSmall(current)) {
            computing.set(false);
            result(atOnce, current).run();
            return;
        }
        computing.set(true);
        background.execute(() -> {
            if (latest.get() == request) {
                Runnable result = result(inBackground, current);
                foreground.execute(() -> {
                    if (latest.get() == request) {
                        computing.set(false);
                        result.run();
                    }
                });
            }
        });
    }

    /** Computes. @return what is then to be done in the foreground */
    private Runnable result(RunEngine engine, Session current) {
        try {
            Run finished = engine.run(current);
            return () -> finish(finished);
        } catch (TooLargeException e) {
            return () -> giveUp(String.valueOf(e.getMessage()));
        } catch (RuntimeException | OutOfMemoryError e) {
            return () -> giveUp(TEXTS.get("run.failed", e));
        }
    }

    /** A run that cannot be: back to the session whose numbers are shown, so that the two never differ. */
    private void giveUp(String why) {
        History before = history.get().backTo(shown.get().run().session());
        history.set(before);
        session.set(before.session());
        problem.set(Optional.of(why));
    }

    private void finish(Run finished) {
        shown.set(new Shown(finished, shown.get().playhead().in(Schedule.of(finished.session()))));
    }
}
