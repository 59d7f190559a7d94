package org.gatescope.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** One line on a terminal that is written over and over, and goes when the work is done; nothing anywhere else. */
final class ProgressLine {
    private static final int CELLS = 20;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String START = "\r\u001b[K"; // to the left, and what stood there goes

    private final PrintWriter out;
    private final boolean isTerminal;
    private long last = System.nanoTime() - PAUSE;

    ProgressLine(PrintWriter out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /** Whether somebody looks on, and not a file. */
    static boolean hasTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** {@code ####................ epoch 100 of 500}. @param text behind the bar */
    void show(int done, int all, String text) {
        if (!isTerminal || System.nanoTime() - last < PAUSE) {
            return;
        }
        last = System.nanoTime();
        int filled = all == 0 ? CELLS : (int) ((long) CELLS * done / all);
        out.print(START + "#".repeat(filled) + ".".repeat(CELLS - filled) + " " + text);
        out.flush();
    }

    void clear() {
        if (isTerminal) {
            out.print(START);
            out.flush();
        }
    }
}
