package org.gatescope.ui.window;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import org.gatescope.session.Subscriptions;
import org.gatescope.session.Trainer;
import org.gatescope.session.Workbench;

/** The clock by which the session follows a training, while there is a window to show it. */
final class FollowingController {
    private final Trainer trainer;
    private final Subscriptions open = new Subscriptions();
    private final FollowPace pace = new FollowPace();
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse();
        }
    };
    private boolean following;

    /** @param shown what is in a window while the training can be seen: a running clock would keep it alive */
    FollowingController(Workbench workbench, Trainer trainer, Node shown) {
        this.trainer = trainer;
        open.add(
                trainer.progress().subscribe(progress -> startIfBehind()),
                workbench.followSession(session -> startIfBehind()),
                shown.sceneProperty().flatMap(scene -> scene.windowProperty()).subscribe(window -> {
                    if (window == null) {
                        pulse.stop();
                    }
                }),
                pulse::stop);
    }

    void close() {
        open.unsubscribe();
    }

    private boolean isBehind() {
        return trainer.isBusy() || !trainer.isUpToDate();
    }

    private void startIfBehind() {
        if (trainer.progress().get().isPresent() && isBehind()) {
            pulse.start();
        }
    }

    /** Between two frames: in one of them, numbers and their drawing together would take longer than it lasts. */
    private void pulse() {
        if (pace.isDue(System.nanoTime()) && !following) {
            following = true;
            Platform.runLater(() -> {
                following = false;
                long begin = System.nanoTime();
                trainer.follow();
                pace.followed(begin, System.nanoTime() - begin);
            });
        }
        if (!isBehind()) {
            pulse.stop();
        }
    }
}
