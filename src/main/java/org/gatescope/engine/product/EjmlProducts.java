package org.gatescope.engine.product;

import org.gatescope.engine.program.Buffers;
import org.gatescope.engine.program.Kernels;
import org.gatescope.engine.program.Program;
import org.gatescope.engine.program.Section;
import org.gatescope.engine.program.Slot;

/** Products by EJML, which takes nothing but dense matrices. */
record EjmlProducts(Buffers buffers, Program program) implements Products {
    @Override
    public void multiply(int rows, Slot left, Slot right, Slot out, Section section) {
        Slot a = gathered(left, rows, section);
        Slot b = gathered(right, left.columns(), section.isPerStep() ? Section.STATIC : section);
        Slot result = isPlain(out, rows, section) ? out : buffers.table(rows, out.columns());
        program.add(section, EjmlProduct.of(rows, a, b, result));
        if (!result.equals(out)) {
            copy(result, out, rows, section);
        }
    }

    @Override
    public void multiplyOverRows(int rows, Slot left, Slot right, Slot out, Section section) {
        Slot a = gathered(left, rows, section);
        Slot b = gathered(right, rows, section);
        program.add(section, EjmlProduct.overRows(rows, a, b, out));
    }

    /** A copy of what matrix products cannot take as it stands. */
    private Slot gathered(Slot slot, int rows, Section section) {
        if (isPlain(slot, rows, section)) {
            return slot;
        }
        Slot plain = buffers.table(rows, slot.columns());
        copy(slot, plain, rows, section);
        return plain;
    }

    /** True for a dense matrix at the start of its array. */
    private static boolean isPlain(Slot slot, int rows, Section section) {
        boolean moves = section.isPerStep() && slot.stepStride() != 0;
        return slot.base() == 0 && !moves && (slot.isDense() || rows <= 1);
    }

    private void copy(Slot from, Slot to, int rows, Section section) {
        program.add(section, t -> Kernels.each(rows, t, from, from, to, Kernels::copy));
    }
}
