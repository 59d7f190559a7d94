package org.gatescope.ui.diagnostics;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gatescope.session.Workbench;
import org.jspecify.annotations.Nullable;

/** Work in the background of which only the latest counts: one piece is under way, and at most one waits. */
final class Latest {
    private final Workbench workbench;
    private boolean underWay;
    private @Nullable Runnable waiting;

    Latest(Workbench workbench) {
        this.workbench = workbench;
    }

    /** @param result told in the foreground; of work that another one took the place of, never */
    <R> void ask(Supplier<R> work, Consumer<R> result) {
        Runnable begin =
                () -> workbench.aside(work, found -> arrive(() -> result.accept(found)), () -> arrive(() -> {}));
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
