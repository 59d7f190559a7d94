package org.gatescope.session;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work in the background of which only the latest counts: one piece is under way, and at most one waits. */
public final class LatestTask {
    private final Workbench workbench;
    private boolean underWay;
    private @Nullable Runnable waiting;

    public LatestTask(Workbench workbench) {
        this.workbench = workbench;
    }

    /** @param result told in the foreground; of work that another one took the place of, never */
    public <R> void ask(Supplier<R> work, Consumer<R> result) {
        ask(work, result, () -> {});
    }

    /**
     * @param result    told in the foreground; of work that another one took the place of, never
     * @param otherwise done instead if the work fails, which is told as a problem
     */
    public <R> void ask(Supplier<R> work, Consumer<R> result, Runnable otherwise) {
        Runnable begin =
                () -> workbench.aside(work, found -> arrive(() -> result.accept(found)), () -> arrive(otherwise));
        if (underWay) {
            waiting = begin;
        } else {
            underWay = true;
            begin.run();
        }
    }

    private void arrive(Runnable result) {
        underWay = false;
        Runnable next = waiting;
        waiting = null;
        if (next == null) {
            result.run();
        } else {
            underWay = true;
            next.run();
        }
    }
}
