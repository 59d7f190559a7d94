package org.gatescope.engine;

/** Ways to multiply matrices. They agree up to rounding. */
enum Products {
    /** By loops of our own that HotSpot vectorises: three to four times as fast as EJML, see docs/benchmarks.md. */
    ROWS {
        @Override
        void multiply(Program program, Storage storage, Section section, int rows, Slot left, Slot right, Slot out) {
            PackedRows packed = packed(storage, right, left.columns());
            // what is on the right of a product within a step is the same for all steps
            program.add(section.isPerStep() ? Section.STATIC : section, packed);
            program.add(section, new RowProduct(rows, left, packed, out));
        }

        @Override
        void multiplyOverRows(
                Program program, Storage storage, Section section, int rows, Slot left, Slot right, Slot out) {
            storage.reserve((long) left.columns() * right.columns());
            program.add(section, new RowProductOverRows(rows, left, right, out));
        }

        private PackedRows packed(Storage storage, Slot right, int rows) {
            storage.reserve((long) rows * right.columns());
            return new PackedRows(right, rows);
        }
    },
    /** By EJML, which wants dense matrices at the start of their arrays: others are copied. */
    EJML {
        @Override
        void multiply(Program program, Storage storage, Section section, int rows, Slot left, Slot right, Slot out) {
            Slot a = gathered(program, storage, left, rows, section);
            Slot b = gathered(program, storage, right, left.columns(), section.isPerStep() ? Section.STATIC : section);
            Slot result = isPlain(out, rows, section) ? out : storage.shared(rows, out.columns());
            program.add(section, MatrixProduct.of(rows, a, b, result));
            if (!result.equals(out)) {
                copy(program, result, out, rows, section);
            }
        }

        @Override
        void multiplyOverRows(
                Program program, Storage storage, Section section, int rows, Slot left, Slot right, Slot out) {
            Slot a = gathered(program, storage, left, rows, section);
            Slot b = gathered(program, storage, right, rows, section);
            int count = left.columns();
            Slot result = isPlain(out, count, section) ? out : storage.shared(count, out.columns());
            program.add(section, MatrixProduct.overRows(rows, a, b, result));
            if (!result.equals(out)) {
                copy(program, result, out, count, section);
            }
        }

        private Slot gathered(Program program, Storage storage, Slot slot, int rows, Section section) {
            if (isPlain(slot, rows, section)) {
                return slot;
            }
            Slot plain = storage.shared(rows, slot.columns());
            copy(program, slot, plain, rows, section);
            return plain;
        }

        private void copy(Program program, Slot from, Slot to, int rows, Section section) {
            program.add(section, t -> Kernels.each(rows, t, from, from, to, Kernels::copy));
        }

        private boolean isPlain(Slot slot, int rows, Section section) {
            boolean moves = section.isPerStep() && slot.stepStride() != 0;
            return slot.base() == 0 && !moves && (slot.isDense() || rows <= 1);
        }
    };

    /** {@code -Dgatescope.products=ejml} goes back to EJML. */
    static Products chosen() {
        return System.getProperty("gatescope.products", "").equals("ejml") ? EJML : ROWS;
    }

    /** {@code out = left right}: (rows, K) (K, M) → (rows, M). The right operand is ready before the steps begin. */
    abstract void multiply(
            Program program, Storage storage, Section section, int rows, Slot left, Slot right, Slot out);

    /** {@code out = leftᵀ right}: (rows, K) (rows, M) → (K, M). */
    abstract void multiplyOverRows(
            Program program, Storage storage, Section section, int rows, Slot left, Slot right, Slot out);
}
