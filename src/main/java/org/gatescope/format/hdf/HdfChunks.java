package org.gatescope.format.hdf;

import io.jhdf.filter.FletcherChecksumFilter;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.ByteSource;
import org.gatescope.format.tensor.Dimensions;

/**
 * An array that is stored in pieces of equal size, which may be compressed. They are put together when they are asked
 * for, and none becomes larger than it is said to be.
 *
 * @param chunk   sizes of a piece; the last ones along an axis reach over the edge
 * @param filters what was done to each piece, in this order
 */
record HdfChunks(Dimensions array, Dimensions chunk, int elementBytes, List<FilterInfo> filters, List<Stored> stored)
        implements ByteSource {
    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int CHECKSUM = 3;
    private static final Set<Integer> KNOWN = Set.of(DEFLATE, SHUFFLE, CHECKSUM);
    /** What a filter may add to a piece. */
    private static final int SLACK = 64;

    private static final long LARGEST = 256L << 20;

    /**
     * A piece.
     *
     * @param offset  of its first number along each axis
     * @param skipped filters that were not applied to it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(ByteSource bytes, long[] offset, BitSet skipped) {}

    HdfChunks {
        filters = List.copyOf(filters);
        stored = List.copyOf(stored);
    }

    /** @throws FormatException if a piece is missing, doubled or out of place, or compressed in an unknown way */
    HdfChunks checked(String name) throws FormatException {
        for (FilterInfo filter : filters) {
            if (!KNOWN.contains(filter.getId())) {
                throw new FormatException("hdf.filter", name, filter.getName() + " (" + filter.getId() + ")");
            }
        }
        long pieces = 1;
        for (int axis = 0; axis < array.depth(); axis++) {
            pieces *= (array.size(axis) - 1) / chunk.size(axis) + 1;
        }
        Set<List<Long>> places = new HashSet<>();
        for (Stored piece : stored) {
            if (!isInPlace(piece)
                    || !places.add(Arrays.stream(piece.offset).boxed().toList())) {
                throw new FormatException("tensor.outside", name);
            }
        }
        if (places.size() != pieces) {
            throw new FormatException("hdf.empty", name);
        }
        if (chunkBytes() > LARGEST || size() > Integer.MAX_VALUE - SLACK) {
            throw new FormatException("tensor.large", name, array.sizes());
        }
        return this;
    }

    private boolean isInPlace(Stored piece) {
        boolean isInPlace = piece.offset.length == array.depth();
        for (int axis = 0; isInPlace && axis < array.depth(); axis++) {
            long at = piece.offset[axis];
            isInPlace = at >= 0 && at < array.size(axis) && at % chunk.size(axis) == 0;
        }
        return isInPlace;
    }

    private long chunkBytes() {
        return chunk.count() * (long) elementBytes;
    }

    @Override
    public long size() {
        return array.count() * (long) elementBytes;
    }

    @Override
    public InputStream open() throws IOException {
        byte[] all = new byte[(int) size()];
        for (Stored piece : stored) {
            byte[] bytes = unfiltered(piece);
            if (bytes.length != chunkBytes()) {
                throw new IOException("a piece of another size");
            }
            place(bytes, 0, 0, 0, piece.offset, all);
        }
        return new ByteArrayInputStream(all);
    }

    /** Copies a piece along an axis and those within, as far as it lies in the array. @param from and {@code to} in numbers */
    private void place(byte[] piece, int axis, int from, int to, long[] offset, byte[] all) {
        if (axis == array.depth()) {
            System.arraycopy(piece, from * elementBytes, all, to * elementBytes, elementBytes);
            return;
        }
        int at = (int) offset[axis];
        int count = Math.min(chunk.size(axis), array.size(axis) - at);
        if (axis == array.depth() - 1) {
            System.arraycopy(
                    piece,
                    from * chunk.size(axis) * elementBytes,
                    all,
                    (to * array.size(axis) + at) * elementBytes,
                    count * elementBytes);
            return;
        }
        for (int i = 0; i < count; i++) {
            place(piece, axis + 1, from * chunk.size(axis) + i, to * array.size(axis) + at + i, offset, all);
        }
    }

    private byte[] unfiltered(Stored piece) throws IOException {
        byte[] bytes;
        try (InputStream in = piece.bytes.open()) {
            bytes = in.readAllBytes();
        }
        for (int i = filters.size() - 1; i >= 0; i--) {
            if (!piece.skipped.get(i)) {
                bytes = undone(filters.get(i), bytes);
            }
        }
        return bytes;
    }

    private byte[] undone(FilterInfo filter, byte[] bytes) throws IOException {
        return switch (filter.getId()) {
            case DEFLATE -> inflated(bytes);
            case SHUFFLE -> unshuffled(bytes);
            default -> summed(filter, bytes);
        };
    }

    private byte[] inflated(byte[] bytes) throws IOException {
        byte[] large = new byte[(int) chunkBytes() + SLACK];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            int length = 0;
            while (!inflater.finished()) {
                int read = inflater.inflate(large, length, large.length - length);
                if (read == 0) {
                    throw new IOException("a piece of another size");
                }
                length += read;
            }
            return Arrays.copyOf(large, length);
        } catch (DataFormatException e) {
            throw new IOException(e);
        } finally {
            inflater.end();
        }
    }

    /** First bytes of all numbers, then the second ones … back to numbers. */
    private byte[] unshuffled(byte[] bytes) {
        int count = bytes.length / elementBytes;
        byte[] numbers = bytes.clone();
        for (int part = 0; part < elementBytes; part++) {
            for (int i = 0; i < count; i++) {
                numbers[i * elementBytes + part] = bytes[part * count + i];
            }
        }
        return numbers;
    }

    private static byte[] summed(FilterInfo filter, byte[] bytes) throws IOException {
        try {
            return new FletcherChecksumFilter().decode(bytes, filter.getData());
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }
}
