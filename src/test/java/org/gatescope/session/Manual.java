package org.gatescope.session;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** An executor that does nothing until it is told to. */
final class Manual implements Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    int waiting() {
        return waiting.size();
    }

    /** Does the oldest task. */
    void step() {
        waiting.remove().run();
    }

    void all() {
        while (!waiting.isEmpty()) {
            step();
        }
    }
}
