package org.gatescope.format.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.format.FormatException;
import org.jspecify.annotations.Nullable;

/**
 * What a node was told ({@code AttributeProto} of onnx.proto).
 *
 * @param integers one or several, likewise numbers and texts
 */
record OnnxAttribute(
        String name, List<Long> integers, List<Float> numbers, List<String> texts, Optional<OnnxTensor> tensor) {
    /** Lists that are longer are of no node that is followed. */
    private static final int MOST = 64;

    OnnxAttribute {
        integers = List.copyOf(integers);
        numbers = List.copyOf(numbers);
        texts = List.copyOf(texts);
    }

    /** @param graphs reads a graph within the node */
    static OnnxAttribute read(ProtoStream in, GraphReading graphs) throws IOException, FormatException {
        Reading reading = new Reading();
        in.message(field -> reading.take(in, graphs, field));
        return new OnnxAttribute(
                reading.name, reading.integers, reading.numbers, reading.texts, Optional.ofNullable(reading.tensor));
    }

    /** Reads what is within a node. */
    @FunctionalInterface
    interface GraphReading {
        void graph() throws IOException, FormatException;
    }

    private static final class Reading {
        private final List<Long> integers = new ArrayList<>();
        private final List<Float> numbers = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private String name = "";
        private @Nullable OnnxTensor tensor;

        private void take(ProtoStream in, GraphReading graphs, int field) throws IOException, FormatException {
            switch (field) {
                case 1 -> name = in.text();
                case 2 -> add(numbers, in.number());
                case 3 -> add(integers, in.integer());
                case 4, 9 -> add(texts, in.shortText());
                case 5 -> tensor = OnnxTensor.read(in);
                case 6, 11 -> graphs.graph();
                case 7 -> in.floats(number -> add(numbers, number));
                case 8 -> in.integers(number -> add(integers, number));
                default -> in.skip();
            }
        }

        private static <N> void add(List<N> list, N number) {
            if (list.size() <= MOST) {
                list.add(number);
            }
        }
    }
}
