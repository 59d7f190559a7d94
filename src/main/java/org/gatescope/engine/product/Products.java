package org.gatescope.engine.product;

import org.gatescope.engine.program.Buffers;
import org.gatescope.engine.program.Program;
import org.gatescope.engine.program.Section;
import org.gatescope.engine.program.Slot;
import org.gatescope.engine.program.VectorUnit;

/** Ways to multiply matrices, which agree up to rounding. They write instructions for one program. */
public sealed interface Products permits VectorProducts, EjmlProducts {

    /** The fastest that this JVM can, see {@link VectorUnit}. */
    static Products chosen(Buffers buffers, Program program) {
        return VectorUnit.areUsed() ? new VectorProducts(buffers, program) : new EjmlProducts(buffers, program);
    }

    /**
     * {@code out = left right}: (rows, K) (K, M) → (rows, M). What is on the right of a product within a step is the same
     * for all steps.
     */
    void multiply(int rows, Slot left, Slot right, Slot out, Section section);

    /** {@code out = leftᵀ right}: (rows, K) (rows, M) → (K, M), over all steps at once. */
    void multiplyOverRows(int rows, Slot left, Slot right, Slot out, Section section);
}
