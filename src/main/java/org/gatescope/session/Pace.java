package org.gatescope.session;

import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;

/** Slows a thread down, so that it does something no more often than a given rate. */
final class Pace {
    private static final long SECOND = 1_000_000_000;

    private final DoubleSupplier perSecond;
    /** When the next may be done, in nanoseconds. */
    private long due = System.nanoTime();

    /** @param perSecond 0 for no limit */
    Pace(DoubleSupplier perSecond) {
        this.perSecond = perSecond;
    }

    void await() {
        double most = perSecond.getAsDouble();
        if (most > 0) {
            LockSupport.parkNanos(due - System.nanoTime());
            due = Math.max(due, System.nanoTime() - SECOND) + (long) (SECOND / most);
        }
    }
}
