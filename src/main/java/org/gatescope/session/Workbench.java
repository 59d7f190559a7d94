package org.gatescope.session;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Plan;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.TooLargeException;

/**
 * The model that the window shows: a session with its history, the run of it, and the playhead. Everything happens on
 * the thread that made it, but for runs of larger networks: those go to a background executor, and only the latest of
 * them counts.
 */
public final class Workbench {
    private final Executor background;
    private final Executor foreground;
    private final Engine engine = new Engine();
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
        Run computed = engine.run(first);
        history = new ReadOnlyObjectWrapper<>(History.of(first));
        session = new ReadOnlyObjectWrapper<>(first);
        shown = new ReadOnlyObjectWrapper<>(new Shown(computed, Playhead.atEnd(schedule(first))));
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

    /** Starts anew with another session: nothing to undo, everything played. */
    public void open(Session opened) {
        if (!refuses(opened.cell(), opened.sizes())) {
            show(History.of(opened));
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
        if (!refuses(changed.cell(), changed.sizes()) && !changed.equals(session.get())) {
            show(history.get().with(changed, label));
        }
    }

    /** Changes N, T, D or H; what overlaps is kept, the rest is zero. */
    public void resize(String label, Sizes sizes) {
        edit(label, current -> Resize.of(current, sizes));
    }

    /** Puts another cell into the session. @return what became of the parameters; empty if it was refused */
    public Optional<CellChange> changeCell(String label, Cell cell) {
        if (refuses(cell, session.get().sizes())) {
            return Optional.empty(); // before parameters are drawn that would not fit
        }
        CellChange change = CellChange.of(session.get(), cell);
        edit(label, current -> change.session());
        return Optional.of(change);
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

    private boolean refuses(Cell cell, Sizes sizes) {
        Session current = session.get();
        try {
            if (cell != current.cell() || !sizes.equals(current.sizes())) {
                Plan.of(cell, sizes);
            }
            problem.set(Optional.empty());
            return false;
        } catch (TooLargeException e) {
            problem.set(Optional.ofNullable(e.getMessage()));
            return true;
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
        if (Engine.isSmall(current)) {
            computing.set(false);
            finish(engine.run(current));
            return;
        }
        computing.set(true);
        background.execute(() -> {
            if (latest.get() == request) {
                Runnable result = result(current);
                foreground.execute(() -> {
                    if (latest.get() == request) {
                        computing.set(false);
                        result.run();
                    }
                });
            }
        });
    }

    /** Computes in the background. @return what is then to be done in the foreground */
    private Runnable result(Session current) {
        try {
            Run finished = engine.run(current);
            return () -> finish(finished);
        } catch (TooLargeException | OutOfMemoryError e) {
            return () -> problem.set(Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private void finish(Run finished) {
        shown.set(new Shown(finished, shown.get().playhead().in(schedule(finished.session()))));
    }

    private static Schedule schedule(Session session) {
        return Schedule.of(session.cell(), session.sizes().steps());
    }
}
