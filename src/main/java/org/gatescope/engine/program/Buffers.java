package org.gatescope.engine.program;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.engine.program.Buffer.Life;

/** The arrays of a plan. */
public final class Buffers {
    private final List<Buffer> all = new ArrayList<>();

    /** @throws ArithmeticException if Java has no array of that size */
    public Buffer add(long size, Life life) {
        if (size > Integer.MAX_VALUE - 8) {
            throw new ArithmeticException("an array of " + size + " numbers");
        }
        Buffer buffer = new Buffer(size, life);
        all.add(buffer);
        return buffer;
    }

    /** A table that is the same at all steps. */
    public Slot table(int rows, int columns) {
        return table(rows, columns, Life.SCRATCH);
    }

    /** A buffer for a table of its own, rows without a gap. */
    public Slot table(int rows, int columns, Life life) {
        return new Slot(add((long) rows * columns, life), 0, 0, columns, columns);
    }

    /** Allocates what a run lacks. */
    public void prepare() {
        all.forEach(Buffer::prepare);
    }

    /** Forgets what a Trace now owns. */
    public void release() {
        all.forEach(Buffer::release);
    }

    /** Of all arrays of a run. */
    public long bytes() {
        return Math.multiplyExact(all.stream().mapToLong(buffer -> buffer.size).sum(), Double.BYTES);
    }

    /** Of those that the next run will allocate. */
    public long missingBytes() {
        return all.stream().mapToLong(buffer -> buffer.missing() * Double.BYTES).sum();
    }
}
