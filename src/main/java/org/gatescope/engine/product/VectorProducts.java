package org.gatescope.engine.product;

import org.gatescope.engine.program.Buffers;
import org.gatescope.engine.program.Program;
import org.gatescope.engine.program.Section;
import org.gatescope.engine.program.Slot;

/**
 * Products by vector instructions. Each number is one chain of fused multiply-adds in the order of the inner dimension,
 * so it is the same to the bit whatever rows and columns are computed beside it.
 */
record VectorProducts(Buffers buffers, Program program) implements Products {
    @Override
    public void multiply(int rows, Slot left, Slot right, Slot out, Section section) {
        PackedPanels panels = PackedPanels.of(right, left.columns(), buffers);
        Section before = section.isPerStep() ? Section.STATIC : section;
        program.add(before, t -> panels.pack(0, left.columns()));
        program.add(section, new VectorProduct(rows, left, panels, out));
    }

    @Override
    public void multiplyOverRows(int rows, Slot left, Slot right, Slot out, Section section) {
        program.add(section, new VectorProductOverRows(rows, left, right, out, buffers));
    }
}
