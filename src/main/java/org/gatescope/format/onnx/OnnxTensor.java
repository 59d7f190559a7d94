package org.gatescope.format.onnx;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.ByteSource;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.ElementType;
import org.gatescope.format.tensor.FilePart;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.StoredNumbers;

/**
 * A tensor as the file has it ({@code TensorProto} of onnx.proto), its numbers left where they are.
 *
 * @param type     a number of {@code TensorProto.DataType}
 * @param numbers  its bytes, in {@code raw_data} or a field of fixed width; empty where there are none
 * @param packed   numbers of any width in a field of variable width, which narrow types use too
 * @param isPieced true if its numbers stand in several pieces
 * @param external the file in which the numbers are instead
 */
record OnnxTensor(
        String name,
        List<Long> sizes,
        int type,
        Optional<FilePart> numbers,
        Optional<FilePart> packed,
        boolean isPieced,
        Optional<String> external) {
    private static final int SIZES = 64;
    private static final int EXTERNAL = 1;
    private static final Map<Integer, ElementType> TYPES = Map.ofEntries(
            Map.entry(1, ElementType.F32),
            Map.entry(2, ElementType.U8),
            Map.entry(3, ElementType.I8),
            Map.entry(4, ElementType.U16),
            Map.entry(5, ElementType.I16),
            Map.entry(6, ElementType.I32),
            Map.entry(7, ElementType.I64),
            Map.entry(9, ElementType.BOOL),
            Map.entry(10, ElementType.F16),
            Map.entry(11, ElementType.F64),
            Map.entry(12, ElementType.U32),
            Map.entry(13, ElementType.U64),
            Map.entry(16, ElementType.BF16));

    static OnnxTensor read(ProtoStream in) throws IOException, FormatException {
        Reading reading = new Reading();
        in.message(field -> reading.take(in, field));
        return new OnnxTensor(
                reading.name,
                List.copyOf(reading.sizes),
                reading.type,
                reading.numbers,
                reading.packed,
                reading.isPieced,
                reading.isExternal ? Optional.of(reading.location) : Optional.empty());
    }

    /** The types that are known. @param type a number of {@code TensorProto.DataType} */
    static Optional<ElementType> type(int type) {
        return Optional.ofNullable(TYPES.get(type));
    }

    /** The tensor under another name. */
    OnnxTensor named(String other) {
        return new OnnxTensor(other, sizes, type, numbers, packed, isPieced, external);
    }

    /** The tensor, to be read. @throws FormatException if its numbers are not here, or not as many as they should be */
    NamedTensor tensor() throws FormatException {
        if (external.isPresent()) {
            throw new FormatException("onnx.external", name, external.get());
        }
        if (isPieced) {
            throw new FormatException("tensor.broken", name);
        }
        ElementType element = type(type).orElseThrow(() -> new FormatException("tensor.type", name, "ONNX " + type));
        Dimensions dimensions = Dimensions.checked(name, sizes);
        long size = dimensions.count() * (long) element.bytes();
        ByteSource source = source(element, size);
        if (source.size() != size) {
            throw new FormatException("safetensors.offsets", name, element, dimensions);
        }
        return new NamedTensor(
                        name,
                        dimensions,
                        new StoredNumbers(source, element, ByteOrder.LITTLE_ENDIAN, 0, dimensions.rowMajor()))
                .checked();
    }

    private ByteSource source(ElementType element, long size) throws FormatException {
        if (packed.isPresent()) {
            if (size / element.bytes() > packed.get().size()) {
                throw new FormatException("tensor.short", name);
            }
            return new Varints(packed.get(), element.bytes(), size);
        }
        if (numbers.isPresent()) {
            return numbers.get();
        }
        if (size == 0) {
            return new Inline(new byte[0]);
        }
        throw new FormatException("tensor.short", name);
    }

    /** What a message comes to, field by field. */
    private static final class Reading {
        private final List<Long> sizes = new ArrayList<>();
        private String name = "";
        private String location = "";
        private int type;
        private boolean isExternal;
        private boolean isPieced;
        private Optional<FilePart> numbers = Optional.empty();
        private Optional<FilePart> packed = Optional.empty();

        private void take(ProtoStream in, int field) throws IOException, FormatException {
            switch (field) {
                case 1 ->
                    in.integers(size -> {
                        if (sizes.size() > SIZES) {
                            throw new FormatException("tensor.deep", name, sizes.size());
                        }
                        sizes.add(size);
                    });
                case 2 -> type = (int) in.integer();
                case 4, 9, 10 -> addNumbers(in, field);
                case 5, 7, 11 -> addPacked(in, field);
                case 8 -> name = in.text();
                case 13 -> in.message(entry -> takeExternal(in, entry));
                case 14 -> isExternal = in.integer() == EXTERNAL;
                default -> in.skip();
            }
        }

        /** Numbers that stand one by one, as no writer puts them, are not put together again. */
        private void addNumbers(ProtoStream in, int field) throws IOException, FormatException {
            isPieced |= numbers.isPresent() || packed.isPresent() || !in.isBlock();
            if (in.isBlock()) {
                numbers = Optional.of(in.bytes());
            } else {
                in.skip();
            }
        }

        private void addPacked(ProtoStream in, int field) throws IOException, FormatException {
            isPieced |= numbers.isPresent() || packed.isPresent() || !in.isBlock();
            if (in.isBlock()) {
                packed = Optional.of(in.bytes());
            } else {
                in.skip();
            }
        }

        private String key = "";

        private void takeExternal(ProtoStream in, int field) throws IOException, FormatException {
            switch (field) {
                case 1 -> key = in.text();
                case 2 -> {
                    String value = in.text();
                    location = key.equals("location") ? value : location;
                }
                default -> in.skip();
            }
        }
    }
}
