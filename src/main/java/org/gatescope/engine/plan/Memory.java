package org.gatescope.engine.plan;

import org.gatescope.engine.Sizes;
import org.gatescope.engine.TooLargeException;

/** Refuses what does not fit before it is allocated. */
public final class Memory {
    private Memory() {}

    /** @throws TooLargeException if fewer bytes are free */
    public static void require(long bytes, Sizes sizes) {
        if (bytes > free() && bytes <= Runtime.getRuntime().maxMemory()) {
            System.gc(); // what looks used may be garbage
        }
        long free = free();
        if (bytes > free) {
            throw new TooLargeException(sizes, bytes, free);
        }
    }

    /** Nine tenths of what the heap can still grow by: runs need some room beside their arrays. */
    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return (runtime.maxMemory() - used) / 10 * 9;
    }
}
