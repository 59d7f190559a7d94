package org.gatescope.engine;

/** Ways to multiply matrices. They agree up to rounding. */
enum Products {
    /** By loops of our own that HotSpot vectorises: three to four times as fast as EJML, see docs/benchmarks.md. */
    ROWS {
        @Override
        void multiply(Program program, Section section, int rows, Slot left, Slot right, Slot out) {
            PackedRows packed = new PackedRows(right, left.columns());
            program.add(section.isPerStep() ? Section.STATIC : section, packed); // all steps share the right operand
            program.add(section, new RowProduct(rows, left, packed, out));
        }

        @Override
        void multiplyOverRows(Program program, Section section, int rows, Slot left, Slot right, Slot out) {
            program.add(section, new RowProductOverRows(rows, left, right, out));
        }
    },
    /** By EJML. */
    EJML {
        @Override
        void multiply(Program program, Section section, int rows, Slot left, Slot right, Slot out) {
            program.add(section, MatrixProduct.of(rows, left, right, out));
        }

        @Override
        void multiplyOverRows(Program program, Section section, int rows, Slot left, Slot right, Slot out) {
            program.add(section, MatrixProduct.overRows(rows, left, right, out));
        }
    };

    /** {@code -Dgatescope.products=ejml} goes back to EJML. */
    static Products chosen() {
        return System.getProperty("gatescope.products", "").equals("ejml") ? EJML : ROWS;
    }

    /** {@code out = left right}: (rows, K) (K, M) → (rows, M). The right operand is ready before the steps begin. */
    abstract void multiply(Program program, Section section, int rows, Slot left, Slot right, Slot out);

    /** {@code out = leftᵀ right}: (rows, K) (rows, M) → (K, M). */
    abstract void multiplyOverRows(Program program, Section section, int rows, Slot left, Slot right, Slot out);
}
