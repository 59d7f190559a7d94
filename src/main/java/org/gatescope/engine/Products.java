package org.gatescope.engine;

/** Ways to multiply matrices, which agree up to rounding. They write instructions for one program. */
sealed interface Products permits RowProducts, EjmlProducts {

    /** {@code -Dgatescope.products=ejml} goes back to EJML's. */
    static Products chosen(Storage storage, Program program) {
        boolean ejml = System.getProperty("gatescope.products", "").equals("ejml");
        return ejml ? new EjmlProducts(storage, program) : new RowProducts(storage, program);
    }

    /**
     * {@code out = left right}: (rows, K) (K, M) → (rows, M). What is on the right of a product within a step is the same
     * for all steps.
     */
    void multiply(int rows, Slot left, Slot right, Slot out, Section section);

    /** {@code out = leftᵀ right}: (rows, K) (rows, M) → (K, M), over all steps at once. */
    void multiplyOverRows(int rows, Slot left, Slot right, Slot out, Section section);
}
