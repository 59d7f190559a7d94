package org.gatescope.format.onnx;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Block;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NamedTensor;

/**
 * A value that is put together of pieces of stored tensors, row after row.
 *
 * @param runs one after the other as many numbers as the dimensions say
 */
record StoredRuns(Dimensions dimensions, List<Run> runs) {
    private static final int MOST = 4096;

    /** Consecutive numbers of a tensor. */
    record Run(NamedTensor tensor, int start, int count) {}

    StoredRuns {
        runs = List.copyOf(runs);
    }

    static StoredRuns of(NamedTensor tensor) {
        int count = tensor.dimensions().count();
        return new StoredRuns(tensor.dimensions(), List.of(new Run(tensor, 0, count)));
    }

    /** The same numbers in other rows. */
    StoredRuns reshaped(Dimensions other) {
        return new StoredRuns(other, runs);
    }

    /** Those from one place of an axis up to another. @throws FormatException if they lie too scattered */
    StoredRuns slice(int axis, int from, int to) throws FormatException {
        int inner = count(axis + 1, dimensions.depth());
        int size = dimensions.size(axis) * inner;
        List<Run> taken = new ArrayList<>();
        int outer = inner == 0 || from == to ? 0 : count(0, axis);
        for (int i = 0; i < outer; i++) {
            addRuns(i * size + from * inner, (to - from) * inner, taken);
        }
        return new StoredRuns(with(axis, to - from), taken);
    }

    /** Values one behind the other along an axis, on which alone they may differ. */
    static StoredRuns joined(List<StoredRuns> parts, int axis) throws FormatException {
        StoredRuns first = parts.getFirst();
        long size = 0;
        List<Run> all = new ArrayList<>();
        for (StoredRuns part : parts) {
            size += part.dimensions.size(axis);
        }
        Dimensions joined = Dimensions.checked(
                first.runs.isEmpty() ? "" : first.runs.getFirst().tensor().name(),
                first.with(axis, (int) Math.min(size, Integer.MAX_VALUE)).sizes().stream()
                        .map(Integer::longValue)
                        .toList());
        int outer = joined.count() == 0 ? 0 : first.count(0, axis);
        for (int i = 0; i < outer; i++) {
            for (StoredRuns part : parts) {
                int own = part.count(axis, part.dimensions.depth());
                part.addRuns(i * own, own, all);
            }
        }
        return new StoredRuns(joined, all);
    }

    /**
     * A table within it, its rows as columns.
     *
     * @param what  is told where it cannot be taken
     * @param start of its first number
     */
    Block transposed(String what, int start, int rows, int columns) throws FormatException {
        return block(what, start, rows * columns, 1, columns);
    }

    /** Consecutive numbers, as a row. */
    Block row(String what, int start, int count) throws FormatException {
        return block(what, start, count, 0, 1);
    }

    private Block block(String what, int start, int count, int rowStride, int columnStride) throws FormatException {
        List<Run> taken = new ArrayList<>();
        addRuns(start, count, taken);
        if (taken.size() != 1) {
            throw new FormatException("onnx.scattered", what);
        }
        return new Block(taken.getFirst().tensor(), taken.getFirst().start(), rowStride, columnStride);
    }

    private void addRuns(int from, int count, List<Run> to) throws FormatException {
        int before = 0;
        for (Run run : runs) {
            int first = Math.max(from - before, 0);
            int last = Math.min(from + count - before, run.count());
            if (first < last) {
                append(new Run(run.tensor(), run.start() + first, last - first), to);
            }
            before += run.count();
        }
    }

    /** What follows on the one before is one with it. */
    private static void append(Run run, List<Run> to) throws FormatException {
        Run last = to.isEmpty() ? run : to.getLast();
        if (!to.isEmpty() && last.tensor().equals(run.tensor()) && last.start() + last.count() == run.start()) {
            to.set(to.size() - 1, new Run(run.tensor(), last.start(), last.count() + run.count()));
        } else if (to.size() == MOST) {
            throw new FormatException("onnx.scattered", run.tensor().name());
        } else {
            to.add(run);
        }
    }

    private int count(int from, int to) {
        int count = 1;
        for (int axis = from; axis < to; axis++) {
            count *= dimensions.size(axis);
        }
        return count;
    }

    private Dimensions with(int axis, int size) {
        List<Integer> sizes = new ArrayList<>(dimensions.sizes());
        sizes.set(axis, size);
        return new Dimensions(sizes);
    }
}
