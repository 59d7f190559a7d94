package org.gatescope.ui.file;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import org.gatescope.format.FormatException;

/** What is drawn for work in the background: on JavaFX's thread, a small piece at a time. */
final class OnWindow {
    private OnWindow() {}

    /** A piece that never refuses; waits for it. */
    static <T> T call(Callable<T> piece) {
        try {
            return ask(piece);
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for a piece. @throws FormatException as the piece does */
    static <T> T ask(Callable<T> piece) throws FormatException {
        FutureTask<T> future = new FutureTask<>(piece);
        Platform.runLater(future);
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new CancellationException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case FormatException refused -> throw refused;
                case RuntimeException failed -> throw failed;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
