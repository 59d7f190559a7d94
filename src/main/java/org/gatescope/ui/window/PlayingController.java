package org.gatescope.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import org.gatescope.session.BackgroundTask;
import org.gatescope.session.Playback;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Workbench;
import org.gatescope.session.debug.Breakpoint;
import org.gatescope.session.debug.Debugging;
import org.gatescope.session.debug.Stop;
import org.gatescope.session.debug.Stops;
import org.gatescope.ui.desk.Desk;
import org.gatescope.ui.desk.Notices;
import org.gatescope.ui.transport.Transport;

/** Moves the playhead with the frames of the window, while it plays and is shown. */
final class PlayingController {
    private final Workbench workbench;
    private final Debugging debugging;
    private final IntSupplier sequence;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame(now);
        }
    };
    private double speed = 2;
    private boolean back;
    private Playback playback;
    private Playhead last;
    private long startedAt = -1;
    /** For a breakpoint on a long way. */
    private final BackgroundTask search;

    private final Notices notices;
    private final Subscriptions open = new Subscriptions();

    /** Breakpoints' conditions look at the selected sequence. */
    PlayingController(Desk desk, Debugging debugging) {
        this.workbench = desk.workbench();
        this.debugging = debugging;
        this.notices = desk.notices();
        this.sequence =
                () -> desk.selection().sequenceIn(workbench.shown().get().run().session());
        search = desk.background().task();
        last = workbench.shown().get().playhead();
        playback = playback();
        open.add(workbench.follow(this::runChanged, this::moved), this::pause);
    }

    void close() {
        open.unsubscribe();
    }

    ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    /** Stops when the window of a node is hidden: a running timer would keep it alive. */
    void stopWithWindowOf(Node node) {
        open.add(node.sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(window -> window.showingProperty())
                .orElse(false)
                .subscribe(showing -> {
                    if (!showing) {
                        pause();
                    }
                }));
    }

    /** Plays from the playhead; from the other end where nothing is left to play. */
    void play(boolean backwards) {
        search.cancel();
        back = backwards;
        debugging.goOn();
        Playhead now = workbench.shown().get().playhead();
        if (backwards ? now.isAtStart() : now.isAtEnd()) {
            workbench.move(backwards ? Playhead::toEnd : Playhead::toStart);
        }
        restart();
        playing.set(true);
        timer.start();
    }

    void pause() {
        search.cancel();
        timer.stop();
        playing.set(false);
    }

    void toggle() {
        if (playing.get()) {
            pause();
        } else {
            play(false);
        }
    }

    /** @param operations a second, or {@link Transport#WHOLE_RUN} */
    void setSpeed(double operations) {
        speed = operations;
        restart();
    }

    private void restart() {
        last = workbench.shown().get().playhead();
        playback = playback();
        startedAt = -1;
    }

    private Playback playback() {
        return speed == Transport.WHOLE_RUN ? Playback.ofWholeRun(last, back) : new Playback(last, speed, back);
    }

    private void frame(long now) {
        Playhead current = workbench.shown().get().playhead();
        if (startedAt < 0 || !current.equals(last)) {
            restart(); // moved by hand, or another run: play on from there
            startedAt = now;
        }
        Playhead next = playback.after(now - startedAt);
        if (next.position() != last.position()) {
            Optional<Stop> stop = onTheWay(last, next);
            Playhead reached = stop.map(strike -> next.at(strike.position())).orElse(next);
            workbench.move(any -> reached);
            last = reached;
            stop.ifPresent(this::stop);
        }
        if (playback.isOver(next)) {
            pause();
        }
    }

    private Optional<Stop> onTheWay(Playhead from, Playhead to) {
        return debugging.onTheWay(workbench.shown().get().run(), from, to, sequence.getAsInt());
    }

    private void stop(Stop strike) {
        pause();
        debugging.stopped().set(Optional.of(strike));
    }

    /** What was said of a stop holds for that place in that run alone. */
    private void runChanged(Run run, Playhead playhead) {
        search.cancel();
        if (debugging.stopped().get().isPresent()) {
            debugging.goOn();
        }
    }

    private void moved(Playhead playhead) {
        search.cancel();
        boolean isElsewhere = debugging
                .stopped()
                .get()
                .filter(stop -> stop.position() != playhead.position())
                .isPresent();
        if (isElsewhere) {
            debugging.goOn();
        }
    }

    /** Jumps to a place, or to the first breakpoint on the way; a long way is searched in the background. */
    void runTo(UnaryOperator<Playhead> place) {
        pause();
        debugging.goOn();
        Run run = workbench.shown().get().run();
        Playhead from = workbench.shown().get().playhead();
        Playhead to = place.apply(from);
        List<Breakpoint> active = debugging.enabled();
        if (active.isEmpty()) {
            workbench.move(any -> to);
            return;
        }
        int row = sequence.getAsInt();
        search.start(
                progress -> Stops.next(run, from, to, active, row, () -> progress.goesOn(0, 1)),
                stop -> arrive(to, stop),
                failure -> notices.warn(failure.sentence()));
    }

    private void arrive(Playhead to, Optional<Stop> stop) {
        workbench.move(any -> stop.map(strike -> to.at(strike.position())).orElse(to));
        stop.ifPresent(this::stop);
    }
}
