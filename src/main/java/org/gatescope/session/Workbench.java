package org.gatescope.session;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.util.Subscription;
import org.gatescope.engine.Network;
import org.gatescope.engine.TooLargeException;
import org.gatescope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The model that the window shows: a session with its history, the run of it, and the playhead. Everything happens on
 * the thread that made it, except runs of larger networks, which have a thread of their own and of which only the
 * latest counts.
 */
public final class Workbench {
    private static final Texts TEXTS = Texts.of(Workbench.class);

    private final RunEngine atOnce = new RunEngine();
    /** Apart from the other, so that a small run never waits for a large one that nobody wants any longer. */
    private final RunEngine inBackground = new RunEngine();

    private final BackgroundTask computing;
    private final ReadOnlyObjectWrapper<History> history;
    private final ReadOnlyObjectWrapper<Session> session;
    private final ReadOnlyObjectWrapper<Shown> shown;
    /** How often everybody was told anew. */
    private final SimpleIntegerProperty retold = new SimpleIntegerProperty();

    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    /** Where the playhead stands in the run of an opened session that is still to come; null for where it stood. */
    private @Nullable UnaryOperator<Playhead> place;
    /** Why an edit may not be; empty where it may. */
    private BiFunction<Session, Session, Optional<String>> guard = (before, after) -> Optional.empty();
    /** Of the network of the session to come, until its run takes it. */
    private @Nullable PreparedPlan prepared;

    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param runs       makes the runs that would make the window wait, and nothing else, so that no edit waits for
     *                   anything but its own run
     * @param foreground hands results back to the thread that shows them
     */
    public Workbench(Session first, Executor runs, Executor foreground) {
        computing = new Background(runs, foreground).task();
        Run computed = atOnce.run(first, null);
        history = new ReadOnlyObjectWrapper<>(History.of(first));
        session = new ReadOnlyObjectWrapper<>(first);
        shown = new ReadOnlyObjectWrapper<>(new Shown(computed, Playhead.atEnd(Schedule.of(first))));
    }

    /** The session after the latest edit; its run may still be under way. {@link #followSession} tells of others. */
    public Supplier<Session> session() {
        return session::get;
    }

    /**
     * The newest finished run and the playhead over it; while {@link #computing} the run is of an earlier session. {@link
     * #follow} tells of others.
     */
    public Supplier<Shown> shown() {
        return shown::get;
    }

    /** True while the run of the session is still to come. */
    public ReadOnlyBooleanProperty computing() {
        return computing.working();
    }

    /** Why the last edit was refused; empty once the session changes. */
    public ReadOnlyObjectProperty<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Changes with every edit, undo and redo. */
    public Optional<String> undoLabel() {
        return history.get().undoLabel();
    }

    /** The session before the last edit, which undo would bring back; empty if there is none. */
    public Optional<Session> beforeLastEdit() {
        return history.get().undoLabel().map(label -> history.get().undo().session());
    }

    /** What a redo would bring back, in the user's words; empty if there is nothing. */
    public Optional<String> redoLabel() {
        return history.get().redoLabel();
    }

    /**
     * Shows another session, played to the end. It is one step of undo, so nothing is lost.
     *
     * @param label what is opened, in the user's words
     */
    public void open(String label, Session opened) {
        open(label, opened, Playhead::toEnd);
    }

    /**
     * The same at another place.
     *
     * @param begin from the end of the opened session's run, as soon as that is there
     */
    public void open(String label, Session opened, UnaryOperator<Playhead> begin) {
        if (fits(opened)) {
            opening.set(true);
            place = begin;
            accept(label, opened);
            placeNow();
            opening.set(false);
        }
    }

    /** What is open already has its run. */
    private void placeNow() {
        UnaryOperator<Playhead> begin = place;
        if (begin != null && !computing.working().get()) {
            place = null;
            move(now -> begin.apply(now.toEnd()));
        }
    }

    /**
     * Bars edits until another guard is set or this one is released; undo, redo, {@link #put} and opening another session are no edits.
     *
     * @param why told of the session before and after; says why it may not be, or nothing
     */
    public Subscription guard(BiFunction<Session, Session, Optional<String>> why) {
        guard = why;
        return () -> {
            if (guard.equals(why)) {
                guard = (before, after) -> Optional.empty();
            }
        };
    }

    /** Shows a session in the place of the one that is open, as one step of undo. @param label in the user's words */
    public void put(String label, Session session) {
        if (fits(session)) {
            accept(label, session);
        }
    }

    private boolean isBarred(Session changed) {
        Optional<String> why = guard.apply(session.get(), changed);
        if (why.isPresent()) {
            problem.set(why);
        }
        return why.isPresent();
    }

    /**
     * Changes the session as one step of undo; a change that changes nothing is not a step.
     *
     * @param label what is done, in the user's words
     */
    public void edit(String label, UnaryOperator<Session> change) {
        Session changed;
        try {
            changed = change.apply(session.get());
        } catch (RefusedException e) {
            problem.set(Optional.ofNullable(e.getMessage()));
            return;
        }
        if (!isBarred(changed) && fits(changed)) {
            accept(label, changed);
        }
    }

    /**
     * Changes the session; all changes of one gesture that follow one another are one step that can be undone.
     *
     * @param gesture the same instance for all of them: a drag of a knob, a training
     */
    public void edit(String label, Object gesture, UnaryOperator<Session> change) {
        Session changed = change.apply(session.get());
        if (!isBarred(changed) && fits(changed) && !changed.equals(session.get())) {
            show(history.get().with(changed, label, gesture));
        }
    }

    /** True while what undo would take back is a gesture's change. */
    public boolean endsWith(Object gesture) {
        return history.get().endsWith(gesture);
    }

    /** True while the last change may go on: it is one of a drag or of a training. */
    public boolean isInGesture() {
        return !history.get().endsWith(null);
    }

    /** Changes the network or its sizes. @return what became of the parameters; no change if it was refused */
    public NetworkChange change(String label, Function<Session, Reshape> reshaping) {
        Reshape reshape;
        try {
            reshape = reshaping.apply(session.get());
        } catch (RefusedException e) {
            problem.set(Optional.ofNullable(e.getMessage()));
            return NetworkChange.none(session.get());
        }
        if (!fits(reshape.network(), reshape.batch(), reshape.steps())) {
            return NetworkChange.none(session.get());
        }
        NetworkChange change = reshape.change();
        if (isBarred(change.session())) {
            return NetworkChange.none(session.get());
        }
        accept(label, change.session());
        return change;
    }

    /** Undoes the last step of the history; without one, nothing happens. */
    public void undo() {
        show(history.get().undo());
    }

    /** Redoes what was undone last; without anything to redo, nothing happens. */
    public void redo() {
        show(history.get().redo());
    }

    /** Moves the playhead over the run that is shown; nothing is computed again. */
    public void move(UnaryOperator<Playhead> movement) {
        Shown current = shown.get();
        shown.set(new Shown(current.run(), movement.apply(current.playhead())));
    }

    /**
     * Reports the run that is shown, now and whenever another one is, and moves of the playhead within it.
     *
     * @param onRun  told of each run once, with the playhead over it
     * @param onMove told of the playhead alone while the run stays the same
     * @return to stop listening
     */
    public Subscription follow(BiConsumer<Run, Playhead> onRun, Consumer<Playhead> onMove) {
        Following following = new Following(onRun, onMove);
        return Subscription.combine(
                shown.subscribe(following::tell), retold.subscribe((before, now) -> following.tellAnew(shown.get())));
    }

    /** Reports the run that is shown, now and whenever another one is. @return to stop listening */
    public Subscription followRuns(Consumer<Run> onRun) {
        return follow((run, playhead) -> onRun.accept(run), playhead -> {});
    }

    /** Tells everybody of session and run anew: they are the same, but are written otherwise from now on. */
    public void retell() {
        retold.set(retold.get() + 1);
    }

    /**
     * Tells of the session, now and after each edit, before there is a run of it.
     *
     * @return for who is told, to let go
     */
    public Subscription followSession(Consumer<Session> onSession) {
        return Subscription.combine(
                session.subscribe(onSession), retold.subscribe((before, now) -> onSession.accept(session.get())));
    }

    /** Tells that another session was opened, once it is there. @return to stop listening */
    public Subscription followOpened(Runnable onOpened) {
        return opening.subscribe((before, now) -> {
            if (!now) {
                onOpened.run();
            }
        });
    }

    /** True while another session is about to be shown: what is selected need not follow on the way. */
    public boolean isOpening() {
        return opening.get();
    }

    /** Remembers which run was told: a listener before this one may have moved on meanwhile. */
    private static final class Following {
        private final BiConsumer<Run, Playhead> onRun;
        private final Consumer<Playhead> onMove;
        private @Nullable Run told;

        Following(BiConsumer<Run, Playhead> onRun, Consumer<Playhead> onMove) {
            this.onRun = onRun;
            this.onMove = onMove;
        }

        @SuppressWarnings("ReferenceEquality") // comparing traces would take longer than drawing them
        void tell(Shown now) {
            if (now.run() == told) {
                onMove.accept(now.playhead());
            } else {
                tellAnew(now);
            }
        }

        void tellAnew(Shown now) {
            told = now.run();
            onRun.accept(now.run(), now.playhead());
        }
    }

    private boolean fits(Session changed) {
        return fits(changed.network(), changed.batch(), changed.steps());
    }

    /** Prepares the run; false if a network needs more memory than there is, which is then the problem. */
    private boolean fits(Network network, int batch, int steps) {
        prepared = null;
        if (session.get().hasShape(network, batch, steps)) {
            return true;
        }
        try {
            prepared = prepare(network, batch, steps);
            return true;
        } catch (TooLargeException e) {
            problem.set(Optional.ofNullable(e.getMessage()));
            return false;
        }
    }

    /** Where memory is short, without the arrays of the network before it, which are not needed any more. */
    private PreparedPlan prepare(Network network, int batch, int steps) {
        try {
            return PreparedPlan.of(network, batch, steps);
        } catch (TooLargeException e) {
            atOnce.forget();
            inBackground.forget();
            return PreparedPlan.of(network, batch, steps);
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
        PreparedPlan plan = prepared;
        prepared = null;
        if (!RunEngine.isSmall(current)) {
            computing.start(progress -> inBackground.run(current, plan), this::finish, this::giveUp);
            return;
        }
        computing.cancel();
        try {
            finish(atOnce.run(current, plan));
        } catch (RuntimeException | Error e) {
            giveUp(Failure.of(e));
        }
    }

    /** A run that cannot be: back to the session whose numbers are shown, so that the two never differ. */
    private void giveUp(Failure why) {
        place = null;
        History before = history.get().backTo(shown.get().run().session());
        history.set(before);
        session.set(before.session());
        problem.set(Optional.of(TEXTS.get("run.failed", why.sentence())));
    }

    private void finish(Run finished) {
        Schedule schedule = Schedule.of(finished.session());
        UnaryOperator<Playhead> begin = place;
        place = null;
        shown.set(new Shown(
                finished, begin == null ? shown.get().playhead().in(schedule) : begin.apply(Playhead.atEnd(schedule))));
    }
}
