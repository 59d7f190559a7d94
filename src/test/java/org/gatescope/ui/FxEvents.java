package org.gatescope.ui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Waits until JavaFX has taken in what it was sent. TestFX sleeps 10 ms for each round of that: a window system passes
 * events on in its own time. Without a display they are taken in where they are sent, and what they set off for later
 * stands in JavaFX's queue, so that nobody has to sleep.
 */
public final class FxEvents {
    static final boolean IS_HEADLESS = "Headless".equals(System.getProperty("glass.platform"));

    private FxEvents() {}

    public static void await() {
        await(5);
    }

    /** @param rounds how often what is done sets off something more for later */
    public static void await(int rounds) {
        if (!IS_HEADLESS) {
            WaitForAsyncUtils.waitForFxEvents(rounds);
            return;
        }
        for (int round = 0; round < rounds; round++) {
            awaitQueue();
        }
    }

    /** Waits, and puts nodes where the next pulse would: a busy machine may take its time to that. */
    public static void settle() {
        await(3);
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                layOut();
            } finally {
                done.countDown();
            }
        });
        await(done);
        await(1);
    }

    /** A size takes effect with the next frame alone. */
    public static void resize(Window window, double width, double height) {
        Platform.runLater(() -> {
            window.setWidth(width);
            window.setHeight(height);
        });
        awaitFrames(2);
        settle();
    }

    private static void layOut() {
        for (Window shown : Window.getWindows()) {
            if (shown instanceof Stage) {
                shown.getScene().getRoot().applyCss();
                shown.getScene().getRoot().layout();
            }
        }
    }

    /** Until so many frames have been drawn, whatever the time that they take. */
    public static void awaitFrames(int frames) {
        CountDownLatch left = new CountDownLatch(frames);
        AnimationTimer counter = new AnimationTimer() {
            @Override
            public void handle(long now) {
                left.countDown();
            }
        };
        Platform.runLater(counter::start);
        await(left);
        Platform.runLater(counter::stop);
    }

    private static void awaitQueue() {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(done::countDown);
        await(done);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the JavaFX thread is stuck");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
