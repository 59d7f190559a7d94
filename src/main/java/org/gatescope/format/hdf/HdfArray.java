package org.gatescope.format.hdf;

import io.jhdf.Constants;
import io.jhdf.ObjectHeader;
import io.jhdf.btree.BTreeV1;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OpaqueDataType;
import io.jhdf.object.datatype.OrderedDataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.CompactDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.ByteSource;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.ElementType;
import org.gatescope.format.tensor.HeapPart;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.StoredNumbers;

/**
 * A dataset of numbers.
 *
 * @param attributes its texts
 */
record HdfArray(String name, ObjectHeader header, Map<String, List<String>> attributes) {
    private static final String BFLOAT = "bfloat16";

    /** Empty for what are no numbers. */
    Optional<NamedTensor> tensor(HdfBytes bytes, HdfStorage storage) throws FormatException {
        DataType type = header.getMessageOfType(DataTypeMessage.class).getDataType();
        Optional<ElementType> element = element(type);
        if (element.isEmpty()) {
            return Optional.empty();
        }
        long[] sizes =
                header.getMessageOfType(DataSpaceMessage.class).getDataSpace().getDimensionsAsLong();
        Dimensions dimensions =
                Dimensions.checked(name, LongStream.of(sizes).boxed().toList());
        long length = dimensions.count() * (long) element.get().bytes();
        ByteSource source = length == 0 ? nothing() : source(bytes, storage, dimensions, element.get());
        if (source.size() < length) {
            throw new FormatException("tensor.outside", name);
        }
        ByteOrder order = type instanceof OrderedDataType ordered ? ordered.getByteOrder() : ByteOrder.LITTLE_ENDIAN;
        StoredNumbers numbers = new StoredNumbers(source, element.get(), order, 0, dimensions.rowMajor());
        return Optional.of(new NamedTensor(name, dimensions, numbers).checked());
    }

    private Optional<ElementType> element(DataType type) {
        boolean isBfloat = type.getSize() == Short.BYTES
                && attributes.getOrDefault("dtype", List.of()).contains(BFLOAT);
        if (isBfloat && (type instanceof OpaqueDataType || type instanceof StringData || type instanceof FixedPoint)) {
            return Optional.of(ElementType.BF16);
        }
        return switch (type) {
            case FloatingPoint real -> real(real);
            case FixedPoint whole ->
                switch (whole.getSize()) {
                    case 1 -> Optional.of(whole.isSigned() ? ElementType.I8 : ElementType.U8);
                    case 2 -> Optional.of(whole.isSigned() ? ElementType.I16 : ElementType.U16);
                    case 4 -> Optional.of(whole.isSigned() ? ElementType.I32 : ElementType.U32);
                    case 8 -> Optional.of(whole.isSigned() ? ElementType.I64 : ElementType.U64);
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private static Optional<ElementType> real(FloatingPoint type) {
        return switch (type.getSize() << 8 | type.getMantissaSize()) {
            case 8 << 8 | 52 -> Optional.of(ElementType.F64);
            case 4 << 8 | 23 -> Optional.of(ElementType.F32);
            case 2 << 8 | 10 -> Optional.of(ElementType.F16);
            case 2 << 8 | 7 -> Optional.of(ElementType.BF16);
            default -> Optional.empty();
        };
    }

    private static ByteSource nothing() {
        return new HeapPart(new byte[0], 0, 0);
    }

    private ByteSource source(HdfBytes bytes, HdfStorage storage, Dimensions dimensions, ElementType element)
            throws FormatException {
        DataLayoutMessage layout = header.getMessageOfType(DataLayoutMessage.class);
        return switch (layout) {
            case ContiguousDataLayoutMessage whole -> contiguous(bytes, whole);
            case CompactDataLayoutMessage compact -> compact(compact.getDataBuffer());
            case ChunkedDataLayoutMessage chunked -> chunked(bytes, storage, chunked, dimensions, element);
            default -> throw new FormatException("hdf.layout", name);
        };
    }

    private ByteSource contiguous(HdfBytes bytes, ContiguousDataLayoutMessage layout) throws FormatException {
        long address = layout.getAddress();
        if (address == Constants.UNDEFINED_ADDRESS) {
            throw new FormatException("hdf.empty", name);
        }
        requireInside(bytes, address, layout.getSize());
        return bytes.part(address, layout.getSize());
    }

    private void requireInside(HdfBytes bytes, long address, long size) throws FormatException {
        if (address < 0 || size < 0 || address > bytes.size() || size > bytes.size() - address) {
            throw new FormatException("tensor.short", name);
        }
    }

    private static ByteSource compact(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        return new HeapPart(bytes, 0, bytes.length);
    }

    private ByteSource chunked(
            HdfBytes bytes,
            HdfStorage storage,
            ChunkedDataLayoutMessage layout,
            Dimensions dimensions,
            ElementType element)
            throws FormatException {
        List<Integer> sizes = new ArrayList<>();
        for (int size : layout.getChunkDimensions()) {
            sizes.add(size);
        }
        boolean isSound = sizes.size() == dimensions.depth() && sizes.stream().allMatch(size -> size > 0);
        if (!isSound || layout.getBTreeAddress() == Constants.UNDEFINED_ADDRESS) {
            throw new FormatException("hdf.empty", name);
        }
        Dimensions chunk =
                Dimensions.checked(name, sizes.stream().map(Integer::longValue).toList());
        List<HdfChunks.Stored> stored = new ArrayList<>();
        for (Chunk found : BTreeV1.createDataBTree(storage, layout.getBTreeAddress(), dimensions.depth())
                .getChunks()) {
            requireInside(bytes, found.getAddress(), found.getSize());
            ByteSource part = bytes.part(found.getAddress(), found.getSize());
            stored.add(new HdfChunks.Stored(part, found.getChunkOffset(), found.getFilterMask()));
        }
        return new HdfChunks(dimensions, chunk, element.bytes(), filters(), stored).checked(name);
    }

    private List<FilterInfo> filters() {
        return header.getMessagesOfType(FilterPipelineMessage.class).stream()
                .flatMap(message -> message.getFilters().stream())
                .toList();
    }
}
