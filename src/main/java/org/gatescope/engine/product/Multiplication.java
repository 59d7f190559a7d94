package org.gatescope.engine.product;

import org.gatescope.engine.program.Buffers;
import org.gatescope.engine.program.Program;
import org.gatescope.engine.program.Section;
import org.gatescope.engine.program.Slot;

/** A matrix product outside of a plan, by the same kernels: {@code out = left right}, (rows, K) (K, M) → (rows, M). */
public final class Multiplication {
    private final Program program = new Program();
    private final Slot left;
    private final Slot right;
    private final Slot out;

    /** @param inner K @param columns M */
    public Multiplication(int rows, int inner, int columns) {
        Buffers buffers = new Buffers();
        left = buffers.table(rows, inner);
        right = buffers.table(inner, columns);
        out = buffers.table(rows, columns);
        Products.chosen(buffers, program).multiply(rows, left, right, out, Section.SERIES);
        buffers.prepare();
    }

    /** To be written to, row after row. */
    public double[] left() {
        return left.values();
    }

    /** To be written to, row after row. */
    public double[] right() {
        return right.values();
    }

    /** The product of what was written. @return row after row; overwritten by the next */
    public double[] product() {
        program.run(Section.SERIES, 0);
        return out.values();
    }
}
