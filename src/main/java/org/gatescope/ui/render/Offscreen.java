package org.gatescope.ui.render;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/** JavaFX without a display: its own headless platform and the software pipeline. */
public final class Offscreen {
    private Offscreen() {}

    /**
     * Starts JavaFX without a display unless it runs already, and returns what the task gives on its thread. Not to be
     * called on that thread. JavaFX runs on until the program exits.
     *
     * @throws Exception what the task throws
     */
    public static <T> T call(Callable<T> task) throws Exception {
        start();
        FutureTask<T> future = new FutureTask<>(task);
        Platform.runLater(future);
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static void start() throws InterruptedException {
        setUnlessGiven("glass.platform", "Headless");
        setUnlessGiven("prism.order", "sw");
        setUnlessGiven("java.awt.headless", "true");
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyStarted) {
            return;
        }
        Platform.setImplicitExit(false);
        started.await();
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
