package org.gatescope.format.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gatescope.engine.Matrix;
import org.gatescope.format.FormatException;
import org.gatescope.format.text.CopiedTensor.Layout;
import org.gatescope.format.text.CopiedTensor.Tensor;

/** Rows of numbers as they come in, block by block, all of one width. */
final class TensorRows {
    private final int mostNumbers;
    private final int mostMegabytes;
    private final List<double[]> rows = new ArrayList<>();
    /** Where each block begins among the rows. */
    private final List<Integer> starts = new ArrayList<>();

    TensorRows(int mostNumbers, int mostMegabytes) {
        this.mostNumbers = mostNumbers;
        this.mostMegabytes = mostMegabytes;
    }

    int blocks() {
        return starts.size();
    }

    void openBlock() {
        starts.add(rows.size());
    }

    /** The block that is being read, from 1. */
    int block() {
        return Math.max(1, blocks());
    }

    /** The row of its block that comes next, from 1. */
    int nextRow() {
        return starts.isEmpty() ? 1 : rows.size() - starts.getLast() + 1;
    }

    void add(double[] row) throws FormatException {
        if (row.length != width() && !rows.isEmpty()) {
            throw new FormatException("tensor.width", blocks(), nextRow(), row.length, width());
        }
        rows.add(row);
        requireRoom(rows.size());
    }

    /** @param count rows of the width that there is */
    private void requireRoom(long count) throws FormatException {
        if (count * Math.max(1, width()) > mostNumbers) {
            throw new FormatException("block.tooLarge", mostNumbers, mostMegabytes);
        }
    }

    double[][] all() {
        return rows.toArray(double[][]::new);
    }

    private int width() {
        return rows.isEmpty() ? 0 : rows.getFirst().length;
    }

    /** Rows of a block, from 0. */
    private int length(int block) {
        int end = block + 1 < blocks() ? starts.get(block + 1) : rows.size();
        return end - starts.get(block);
    }

    Tensor tensor(Layout layout) throws FormatException {
        return switch (layout) {
            case BATCH_FIRST -> batchFirst();
            case TIME_FIRST -> timeFirst();
        };
    }

    private Tensor batchFirst() throws FormatException {
        int batch = blocks();
        List<Integer> lengths = new ArrayList<>(batch);
        for (int n = 0; n < batch; n++) {
            lengths.add(length(n));
        }
        int steps = Collections.max(lengths);
        requireRoom((long) steps * batch);
        Matrix values = Matrix.of(all(), width()).rearranged(steps * batch, width(), row -> {
            int t = row / batch;
            int n = row % batch;
            return t < lengths.get(n) ? starts.get(n) + t : -1;
        });
        return new Tensor(batch, steps, width(), lengths, values);
    }

    private Tensor timeFirst() throws FormatException {
        int batch = length(0);
        for (int t = 1; t < blocks(); t++) {
            if (length(t) != batch) {
                throw new FormatException("tensor.batch", t + 1, length(t), batch);
            }
        }
        Matrix values = Matrix.of(all(), width());
        return new Tensor(batch, blocks(), width(), Collections.nCopies(batch, blocks()), values);
    }
}
