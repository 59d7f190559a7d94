package org.gatescope.ui.diagnostics;

import javafx.application.Platform;
import javafx.scene.control.ProgressBar;

/** Shows progress that another thread reports, at most a hundred times. */
final class Ticker {
    private static final int TICKS = 100;

    private final ProgressBar bar;
    private long shown = -1;

    Ticker(ProgressBar bar) {
        this.bar = bar;
    }

    void report(long done, long total) {
        long tick = total == 0 ? TICKS : done * TICKS / total;
        if (tick != shown) {
            shown = tick;
            Platform.runLater(() -> bar.setProgress((double) tick / TICKS));
        }
    }
}
