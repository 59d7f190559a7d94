package org.gatescope.format.tensor;

import org.gatescope.format.FormatException;

/** Whether arrays fit into memory, asked before they are made. */
final class HeapRoom {
    private HeapRoom() {}

    /** @throws FormatException if so many doubles would take more than half of what the heap can still grow by */
    static void require(String name, long count) throws FormatException {
        long bytes = count * Double.BYTES;
        if (bytes > free() / 2 && bytes <= Runtime.getRuntime().maxMemory()) {
            System.gc(); // what looks used may be garbage
        }
        if (count > Integer.MAX_VALUE - Long.BYTES || bytes > free() / 2) {
            throw new FormatException("tensor.memory", name, bytes >> 20);
        }
    }

    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }
}
