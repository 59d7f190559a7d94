package org.gatescope.format.text;

import java.util.List;
import org.gatescope.engine.Matrix;

/**
 * A copied text that holds sequences of steps of numbers: nested brackets as NumPy, PyTorch, TensorFlow and JSON print
 * them, or blocks of a table with blank lines between.
 */
public sealed interface CopiedTensor {
    /** What the outer dimension of the text counts. */
    enum Layout {
        /** (N, T, D): sequences, each of which may have its own number of steps. */
        BATCH_FIRST,
        /** (T, N, D): steps, each of which holds all sequences. */
        TIME_FIRST
    }

    /**
     * The numbers.
     *
     * @param batch   N
     * @param steps   T, of the longest sequence
     * @param width   D
     * @param lengths steps of each sequence
     * @param values  (T·N, D), time-major: row t · N + n; zeros beyond the end of a sequence
     */
    record Tensor(int batch, int steps, int width, List<Integer> lengths, Matrix values) implements CopiedTensor {
        public Tensor {
            lengths = List.copyOf(lengths);
        }
    }

    /** What is wrong with the text; blocks, rows and columns count from 1. */
    record Refused(String reason) implements CopiedTensor {}

    /** Reads a text in a layout. One with two dimensions is a single sequence, (T, D), in either. */
    static CopiedTensor read(String text, Layout layout) {
        return new TensorReader(16_000_000, 256).read(text, layout);
    }
}
