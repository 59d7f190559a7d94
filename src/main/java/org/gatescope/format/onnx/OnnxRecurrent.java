package org.gatescope.format.onnx;

import java.util.Locale;

/** A recurrent node in its graph. Its inputs are X, W, R, B, sequence_lens, initial_h, initial_c and P. */
record OnnxRecurrent(OnnxGraph graph, OnnxNode node, OnnxKind kind) {
    static final int X = 0;
    static final int W = 1;
    static final int R = 2;
    static final int B = 3;
    static final int LENGTHS = 4;
    static final int START = 5;
    static final int CELL_START = 6;
    static final int P = 7;

    /** One of a node's directions. */
    record Direction(OnnxRecurrent owner, int index) {
        boolean isReversed() {
            return index == 1 || owner.direction().equals("reverse");
        }
    }

    /** {@code forward}, {@code reverse} or {@code bidirectional}. */
    String direction() {
        return node.texts("direction").stream().findFirst().orElse("forward").toLowerCase(Locale.ROOT);
    }

    int directions() {
        return direction().equals("bidirectional") ? 2 : 1;
    }

    /** True if N comes before T in what it reads and puts out. */
    boolean isBatchFirst() {
        return node.integer("layout", 0) == 1;
    }
}
