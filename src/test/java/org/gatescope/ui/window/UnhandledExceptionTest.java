package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import org.junit.jupiter.api.Test;

/** The other tests of the window would notice an exception that nobody handled. */
class UnhandledExceptionTest extends WindowScene {
    @Test
    void oneOnTheWindowsThreadIsSeen() {
        Platform.runLater(() -> {
            throw new IllegalStateException("thrown by the test");
        });
        settle();
        assertThat(unhandled()).singleElement().asString().contains("thrown by the test");
        unhandled().clear();
    }

    @Test
    void oneOnAnotherThreadIsSeen() throws InterruptedException {
        Thread thread = new Thread(() -> {
            throw new IllegalStateException("thrown by the test");
        });
        thread.start();
        thread.join();
        assertThat(unhandled()).singleElement().asString().contains("thrown by the test");
        unhandled().clear();
    }
}
