package org.gatescope.ui.window;

import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import org.gatescope.session.Playback;
import org.gatescope.session.Playhead;
import org.gatescope.session.Workbench;

/** Moves the playhead with the frames of the window, while it plays and is shown. */
final class Playing {
    private final Workbench workbench;
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

    Playing(Workbench workbench) {
        this.workbench = workbench;
        last = workbench.shown().get().playhead();
        playback = new Playback(last, speed, back);
    }

    ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    /** Stops when the window of a node is hidden: a running timer would keep it alive. */
    void stopWithWindowOf(Node node) {
        node.sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(window -> window.showingProperty())
                .orElse(false)
                .subscribe(showing -> {
                    if (!showing) {
                        pause();
                    }
                });
    }

    /** Plays from the playhead; from the other end where nothing is left to play. */
    void play(boolean backwards) {
        back = backwards;
        Playhead now = workbench.shown().get().playhead();
        if (backwards ? now.isAtStart() : now.isAtEnd()) {
            workbench.move(backwards ? Playhead::toEnd : Playhead::toStart);
        }
        restart();
        playing.set(true);
        timer.start();
    }

    void pause() {
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

    /** @param operations a second */
    void setSpeed(double operations) {
        speed = operations;
        restart();
    }

    private void restart() {
        last = workbench.shown().get().playhead();
        playback = new Playback(last, speed, back);
        startedAt = -1;
    }

    private void frame(long now) {
        Playhead current = workbench.shown().get().playhead();
        if (startedAt < 0 || !current.equals(last)) {
            restart(); // moved by hand, or another run: play on from there
            startedAt = now;
        }
        Playhead next = playback.after(now - startedAt);
        if (next.position() != last.position()) {
            workbench.move(any -> next);
            last = next;
        }
        if (playback.isOver(next)) {
            pause();
        }
    }
}
