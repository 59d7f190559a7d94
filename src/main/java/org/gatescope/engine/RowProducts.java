package org.gatescope.engine;

/** Products by loops of our own that HotSpot vectorises: about three times as fast as EJML's, see docs/benchmarks.md. */
record RowProducts(Storage storage, Program program) implements Products {
    @Override
    public void multiply(int rows, Slot left, Slot right, Slot out, Section section) {
        storage.reserve((long) left.columns() * right.columns());
        PackedRows packed = new PackedRows(right, left.columns());
        program.add(section.isPerStep() ? Section.STATIC : section, packed);
        program.add(section, new RowProduct(rows, left, packed, out));
    }

    @Override
    public void multiplyOverRows(int rows, Slot left, Slot right, Slot out, Section section) {
        storage.reserve((long) left.columns() * right.columns());
        program.add(section, new RowProductOverRows(rows, left, right, out));
    }
}
