package org.gatescope.engine;

/** Ways to multiply matrices, which agree up to rounding. They write instructions for one program. */
sealed interface Products permits VectorProducts, EjmlProducts {

    /** The fastest that this JVM can, see {@link Lanes}. */
    static Products chosen(Buffers buffers, Program program) {
        return Lanes.areUsed() ? new VectorProducts(buffers, program) : new EjmlProducts(buffers, program);
    }

    /**
     * {@code out = left right}: (rows, K) (K, M) → (rows, M). What is on the right of a product within a step is the same
     * for all steps.
     */
    void multiply(int rows, Slot left, Slot right, Slot out, Section section);

    /** {@code out = leftᵀ right}: (rows, K) (rows, M) → (K, M), over all steps at once. */
    void multiplyOverRows(int rows, Slot left, Slot right, Slot out, Section section);
}
