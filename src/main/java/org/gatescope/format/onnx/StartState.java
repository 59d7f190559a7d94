package org.gatescope.format.onnx;

import java.util.Optional;
import org.gatescope.format.FormatException;

/** What a recurrent node starts from. */
enum StartState {
    ZERO,
    /** Given when the network is run. */
    GIVEN,
    /** Comes from other nodes, as a decoder's from an encoder. */
    COMPUTED,
    STORED;

    private static final int DEEPEST = 64;

    /** Of a value, which need not be there. */
    static StartState of(OnnxGraph graph, GraphConstants constants, String value) throws FormatException {
        return of(graph, constants, value, 0);
    }

    private static StartState of(OnnxGraph graph, GraphConstants constants, String value, int depth)
            throws FormatException {
        if (value.isEmpty()) {
            return ZERO;
        }
        Optional<StoredRuns> stored = constants.value(value);
        if (stored.isPresent()) {
            return isZero(stored.get()) ? ZERO : STORED;
        }
        if (graph.isInput(value)) {
            return GIVEN;
        }
        Optional<OnnxNode> maker = graph.maker(value);
        if (maker.isEmpty() || depth > DEEPEST) {
            return COMPUTED;
        }
        OnnxNode node = maker.get();
        return switch (node.type()) {
            case "ConstantOfShape" -> filled(node);
            case "Expand",
                    "Slice",
                    "Unsqueeze",
                    "Squeeze",
                    "Identity",
                    "Cast",
                    "Transpose",
                    "Reshape",
                    "Tile",
                    "Gather",
                    "Split" -> of(graph, constants, node.input(0), depth + 1);
            default -> COMPUTED;
        };
    }

    private static StartState filled(OnnxNode node) throws FormatException {
        Optional<OnnxTensor> value = node.attribute("value").flatMap(OnnxAttribute::tensor);
        return value.isEmpty() || isZero(StoredRuns.of(value.get().tensor())) ? ZERO : STORED;
    }

    private static boolean isZero(StoredRuns runs) throws FormatException {
        for (StoredRuns.Run run : runs.runs()) {
            double[] values = run.tensor().values();
            for (int i = 0; i < run.count(); i++) {
                if (values[run.start() + i] != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
