package org.gatescope.format.tensor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.gatescope.format.FormatException;

/** Consecutive bytes in memory. @param bytes not copied */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HeapPart(byte[] bytes, int offset, int length) implements ByteSource {
    /**
     * All bytes of a source that cannot be jumped about in.
     *
     * @param name of what is read, for the sentence
     * @throws FormatException if there is no memory for them, or the source is broken
     */
    public static HeapPart of(String name, ByteSource source) throws FormatException {
        HeapRoom.require(name, source.size() / Double.BYTES + 1);
        try (InputStream in = source.open()) {
            byte[] bytes = in.readNBytes((int) source.size());
            if (bytes.length < source.size() || in.read() >= 0) {
                throw new FormatException("tensor.short", name);
            }
            return new HeapPart(bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new FormatException("tensor.broken", name);
        }
    }

    /** Some of them. @throws IndexOutOfBoundsException if there are fewer */
    public HeapPart part(long at, long size) {
        Objects.checkFromIndexSize(at, size, length);
        return new HeapPart(bytes, (int) (offset + at), (int) size);
    }

    @Override
    public long size() {
        return length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes, offset, length);
    }
}
