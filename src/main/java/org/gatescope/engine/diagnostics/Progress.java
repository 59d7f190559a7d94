package org.gatescope.engine.diagnostics;

import java.util.concurrent.CancellationException;

/** Follows how far a long computation has come, and can stop it. */
@FunctionalInterface
public interface Progress {
    /** Ignores progress and never stops. */
    Progress NONE = (done, total) -> true;

    /**
     * @param done  pieces of work that are done
     * @param total pieces there are
     * @return false to stop
     */
    boolean goesOn(long done, long total);

    /** @throws CancellationException if the computation is to stop */
    default void report(long done, long total) {
        if (!goesOn(done, total)) {
            throw new CancellationException("stopped after " + done + " of " + total);
        }
    }
}
