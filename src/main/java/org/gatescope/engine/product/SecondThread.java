package org.gatescope.engine.product;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A second thread that takes over half of a large piece of work if it has nothing else to do. The two halves write to
 * different places and each sum stays in one of them, so the numbers are the same to the bit with it and without.
 */
final class SecondThread {
    /** For all plans: {@code -Dgatescope.threads=1} does without. Null where one thread is all there is. */
    static final @Nullable SecondThread SHARED = isWanted() ? new SecondThread() : null;

    private final AtomicReference<@Nullable Half> offered = new AtomicReference<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("gatescope-assistant").unstarted(this::work);

    /** A piece of work that can be offered again once it is done. */
    abstract static class Half {
        private @Nullable Throwable failure;
        private volatile boolean done;

        abstract void run();
    }

    private SecondThread() {
        thread.start();
    }

    private static boolean isWanted() {
        return Runtime.getRuntime().availableProcessors() > 1 && Integer.getInteger("gatescope.threads", 2) > 1;
    }

    /** Runs two halves at the same time if it can. An interrupt does not end the waiting; it stays set. */
    void share(Runnable own, Half other) {
        other.done = false;
        boolean accepted = offered.compareAndSet(null, other);
        if (accepted) {
            LockSupport.unpark(thread);
        }
        own.run();
        if (!accepted || offered.compareAndSet(other, null)) {
            other.run(); // nobody has begun with it
            return;
        }
        while (!other.done) {
            Thread.onSpinWait();
        }
        if (other.failure != null) {
            throw new IllegalStateException(other.failure);
        }
    }

    private void work() {
        while (true) {
            Half half = offered.get();
            if (half == null) {
                LockSupport.park(this);
            } else if (offered.compareAndSet(half, null)) {
                try {
                    half.run();
                } catch (RuntimeException | Error e) {
                    half.failure = e;
                }
                half.done = true;
            }
        }
    }
}
