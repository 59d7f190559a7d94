package org.gatescope.ui.inspect;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Does what is asked for at once, but only a few times a second, and the last time asked for always. */
final class Throttle {
    private final PauseTransition rest = new PauseTransition(Duration.millis(200));
    private final Runnable work;
    private boolean isAsked;

    Throttle(Runnable work) {
        this.work = work;
        rest.setOnFinished(event -> {
            if (isAsked) {
                ask();
            }
        });
    }

    void ask() {
        isAsked = rest.getStatus() == PauseTransition.Status.RUNNING;
        if (!isAsked) {
            work.run();
            rest.playFromStart();
        }
    }

    void stop() {
        rest.stop();
    }
}
